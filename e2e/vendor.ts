import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as it arrived. */
export interface Visit {
  /** The raw request target: exactly what stood in the request line. */
  readonly target: string;
  /** Why it was turned away; empty when the signature was right. */
  readonly refusal: string;
}

/**
 * Both vendors on this machine: what they would answer to a request, told from its raw target alone. Shares no code with the
 * playground, so that the two can only agree by both being right.
 */
export interface Vendor {
  /** Origins of the two roles; browsers resolve names under `localhost` to this machine. */
  readonly libpixel: string;
  readonly urlbox: string;
  /** The secret of every account. */
  readonly secret: string;
  readonly visits: Visit[];
  close(): Promise<void>;
}

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export async function startVendor(secret: string): Promise<Vendor> {
  const visits: Visit[] = [];
  const server = createServer((request, response) => {
    const target = request.url ?? "";
    if (target === "/favicon.ico") return void response.writeHead(404).end();
    const refusal = judge(request.headers.host ?? "", target, secret);
    visits.push({ target, refusal });
    answer(response, refusal);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    libpixel: `http://libpixel.localhost:${port}`,
    urlbox: `http://urlbox.localhost:${port}`,
    secret,
    visits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(response: ServerResponse, refusal: string): void {
  if (refusal === "")
    response.writeHead(200, { "content-type": "image/png", "cache-control": "no-store" }).end(PIXEL);
  else response.writeHead(401, { "content-type": "text/plain", "x-error-message": refusal }).end(refusal);
}

function judge(host: string, target: string, secret: string): string {
  if (host.startsWith("libpixel.")) return judgeLibPixel(target, secret);
  if (host.startsWith("urlbox.")) return judgeUrlbox(target, secret);
  return "no such vendor";
}

/** The target less its last parameter, which must be `signature`, is what must have been signed. */
function judgeLibPixel(target: string, secret: string): string {
  const label = Math.max(target.lastIndexOf("?signature="), target.lastIndexOf("&signature="));
  if (label < 0) return "no signature";
  const signed = target.slice(0, label);
  const signature = target.slice(label + "?signature=".length);
  return isHmac("sha1", secret, signed, signature) ? "" : "wrong signature";
}

/** `/v1/KEY/TOKEN/FORMAT?QUERY`: the token is the HMAC of everything after the first question mark. */
function judgeUrlbox(target: string, secret: string): string {
  const mark = target.indexOf("?");
  if (mark < 0) return "no options";
  const [empty, version, key, token = "", format, ...rest] = target.slice(0, mark).split("/");
  if (empty !== "" || version !== "v1" || !key) return "no render link";
  if (format === undefined) return "tokenless requests are not enabled";
  if (rest.length > 0) return "no such format";
  const algorithm = token.length === 64 ? "sha256" : "sha1";
  return isHmac(algorithm, secret, target.slice(mark + 1), token) ? "" : "the generated token was incorrect";
}

function isHmac(algorithm: "sha1" | "sha256", secret: string, message: string, hex: string): boolean {
  // Node reads request lines as Latin-1, so this restores the bytes that arrived.
  const expected = createHmac(algorithm, secret).update(message, "latin1").digest("hex");
  return expected.length === hex.length && timingSafeEqual(Buffer.from(expected), Buffer.from(hex));
}
