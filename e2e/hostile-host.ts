import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A site that frames or opens the playground to learn what is typed into it. */
export interface HostileHost {
  readonly address: string;
  close(): Promise<void>;
}

/** Tall, so that it can be scrolled; what its script does, a test says. */
const PAGE = `<!doctype html><title>Host</title><body style="margin:0;height:6000px">`;

export async function serveHostileHost(): Promise<HostileHost> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    // Another site than the playground's, which is at 127.0.0.1.
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
