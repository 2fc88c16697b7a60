import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A vendor's documentation page with the playground in it, served from an origin of its own. */
export interface DocsPage {
  readonly address: string;
  close(): Promise<void>;
}

const source = readFileSync(new URL("index.html", import.meta.url), "utf8");

export async function serveDocsPage(playground: string): Promise<DocsPage> {
  const html = source.replaceAll("{playground}", playground);
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
