import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";

const curl = promisify(execFile);

/** The log of a server that was really asked, and how many requests were made for each cause. */
export interface AccessLog {
  readonly text: string;
  readonly causes: Readonly<Record<string, number>>;
}

const hmac = (text: string, secret: string) => createHmac("sha1", secret).update(text).digest("hex");

/** One way in which a path is asked for. */
interface Habit {
  readonly cause: string;
  readonly count: number;
  /** The address and the agent of the client that has it. */
  readonly address?: string;
  readonly agent?: string;
  readonly path?: (n: number) => string;
  readonly target: (path: string, secret: string) => string;
}

/** The secret that one client still has. */
export const OLD_SECRET = "the secret of last year";
const SHOP = "Shop/2.1";

/** Eight causes besides what is right, as different machines and programs make them. */
const HABITS: readonly Habit[] = [
  { cause: "valid", count: 60, target: (path, secret) => `${path}&signature=${hmac(path, secret)}` },
  {
    cause: "secret-with-newline",
    count: 12,
    address: "127.0.0.7",
    target: (path, secret) => `${path}&signature=${hmac(path, `${secret}\n`)}`,
  },
  {
    cause: "parameter-added-after-signing",
    count: 7,
    agent: "MailReader/9",
    target: (path, secret) => `${path}&signature=${hmac(path, secret)}&utm_source=nl`,
  },
  {
    cause: "signed-with-trailing-ampersand",
    count: 6,
    target: (path, secret) => `${path}&signature=${hmac(`${path}&`, secret)}`,
  },
  {
    cause: "secret-of-another-environment",
    count: 5,
    address: "127.0.0.8",
    target: (path) => `${path}&signature=${hmac(path, OLD_SECRET)}`,
  },
  {
    cause: "signature-in-uppercase",
    count: 4,
    target: (path, secret) => `${path}&signature=${hmac(path, secret).toUpperCase()}`,
  },
  {
    cause: "signed-decoded-path",
    count: 5,
    path: (n) => `/summer%20sale/${n}.jpg?width=${200 + n}`,
    target: (path, secret) => `${path}&signature=${hmac(path.replace("%20", " "), secret)}`,
  },
  {
    cause: "signed-without-leading-slash",
    count: 4,
    target: (path, secret) => `${path}&signature=${hmac(path.slice(1), secret)}`,
  },
  { cause: "unsigned", count: 6, target: (path) => path },
];

/** Asks a real server with real clients, and returns what it logged, in nginx's combined form. */
export async function makeAccessLog(secret: string): Promise<AccessLog> {
  const lines: string[] = [];
  const server = createServer((request, response) => {
    const { address = "", agent = "" } = {
      address: request.socket.remoteAddress,
      agent: request.headers["user-agent"],
    };
    const [day, month, year] = new Date().toUTCString().slice(5, 16).split(" ");
    const time = `${day}/${month}/${year}:${new Date().toISOString().slice(11, 19)} +0000`;
    lines.push(
      `${address} - - [${time}] "${request.method} ${request.url} HTTP/${request.httpVersion}" 200 2 "-" "${agent}"`,
    );
    response.end("ok");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const asks = HABITS.flatMap((habit) =>
    Array.from({ length: habit.count }, (_, n) => ({ habit, n, at: (n + 0.5) / habit.count })),
  );
  for (const { habit, n } of asks.sort((a, b) => a.at - b.at)) {
    const path = habit.path?.(n) ?? `/catalog/${n}.jpg?width=${100 + n}`;
    const url = `http://127.0.0.1:${port}${habit.target(path, secret)}`;
    const { address, agent } = habit;
    if (address) await curl("curl", ["-sS", "--interface", address, "-A", agent ?? SHOP, url]);
    else await (await fetch(url, { headers: { "user-agent": agent ?? SHOP } })).text();
  }
  for (const path of ["/favicon.ico", "/robots.txt", "/"]) await fetch(`http://127.0.0.1:${port}${path}`);
  await new Promise((resolve) => server.close(resolve));
  const causes = Object.fromEntries(HABITS.map(({ cause, count }) => [cause, count]));
  return { text: `${lines.join("\n")}\n`, causes };
}
