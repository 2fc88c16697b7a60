import { createServer, request as forward } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that writes down everything that reaches it: request line, headers and body of each request. */
export interface Recorder {
  readonly address: string;
  readonly requests: string[];
  close(): Promise<void>;
}

/** What a host that only serves files sends of the headers behind it. */
const PLAIN_HEADERS: readonly string[] = ["content-type", "content-length", "content-encoding", "etag"];

/** Answers by another server, as a proxy would, with all its headers or the plainest; without one, with an empty page. */
export async function startRecorder(behind?: string, headers: "all" | "plain" = "all"): Promise<Recorder> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      requests.push(
        `${request.method} ${request.url}\n${request.rawHeaders.join("\n")}\n\n${body.toString("latin1")}`,
      );
      if (!behind) {
        response.writeHead(200, { "content-type": "text/html", "access-control-allow-origin": "*" }).end();
        return;
      }
      const target = new URL(behind);
      const asked = { ...request.headers, host: target.host };
      forward({ host: target.hostname, port: target.port, path: request.url, headers: asked }, (answer) => {
        const sent = Object.entries(answer.headers).filter(
          ([name]) => headers === "all" || PLAIN_HEADERS.includes(name),
        );
        response.writeHead(answer.statusCode ?? 502, Object.fromEntries(sent));
        answer.pipe(response);
      })
        .on("error", () => response.destroy())
        .end();
    });
  });
  server.on("upgrade", (request, socket) => {
    requests.push(`UPGRADE ${request.url}\n${request.rawHeaders.join("\n")}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
