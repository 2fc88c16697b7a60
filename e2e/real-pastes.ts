import { execFile, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createSocketServer } from "node:net";
import { join } from "node:path";
import { temporaryFolder } from "./temporary-folder";

/** A server that refuses each request, as a vendor refuses a wrong signature, and keeps what arrived. */
export interface Refusing {
  readonly origin: string;
  readonly host: string;
  /** Raw targets, in their order. */
  readonly targets: string[];
  close(): void;
}

export async function startRefusing(): Promise<Refusing> {
  const targets: string[] = [];
  const server = createServer((request, response) => {
    targets.push(request.url ?? "");
    response.writeHead(401, { "content-type": "text/plain", "access-control-allow-origin": "*" }).end("no\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin: `http://${host}`, host, targets, close: () => server.close() };
}

/** What a program printed, on both streams in the order of its life; its exit code is of no interest. */
export function printed(command: readonly string[], input = "", cwd = newFolder()): Promise<string> {
  const [tool = "", ...args] = command;
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: "C.UTF-8", http_proxy: "", HTTP_PROXY: "", no_proxy: "*" };
    const child = execFile(tool, args, { cwd, env, timeout: 60_000 }, (_, out, err) => resolve(out + err));
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

export const newFolder = () => temporaryFolder("paste");

/** What a program printed that was written for this one URL; it is compiled first where its language is. */
export async function programPrinted(
  file: string,
  source: string,
  run: (file: string) => readonly string[],
): Promise<string> {
  const folder = newFolder();
  writeFileSync(join(folder, file), source);
  return printed(run(join(folder, file)), "", folder);
}

export function isInstalled(tool: string): boolean {
  return spawnSync("sh", ["-c", 'command -v "$0"', tool]).status === 0;
}

/** Whether Python has this module. */
export const hasModule = (module: string) =>
  spawnSync("/usr/bin/python3", ["-c", `import ${module}`]).status === 0;

/** The source of the mail that a Python program sent over SMTP, as the server received it. */
export async function mailed(program: string, ...args: readonly string[]): Promise<string> {
  let source = "";
  const server = createSocketServer((socket) => {
    let isData = false;
    socket.write("220 here\r\n");
    socket.on("data", (chunk) => {
      const text = chunk.toString("utf8");
      if (isData) {
        source += text;
        if (!source.endsWith("\r\n.\r\n")) return;
        isData = false;
        return void socket.write("250 taken\r\n");
      }
      isData = /^DATA/i.test(text);
      socket.write(isData ? "354 go on\r\n" : /^QUIT/i.test(text) ? "221 bye\r\n" : "250 here\r\n");
    });
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const failure = await printed(["/usr/bin/python3", "-c", SMTP + program, String(port), ...args]);
  server.close();
  if (source === "") throw new Error(failure);
  // A line that begins with a dot has a second one on its way (RFC 5321, 4.5.2).
  return source.replace(/\r\n\.\r\n$/, "\r\n").replace(/^\.\./gm, ".");
}

const SMTP = `
import sys, smtplib
from email.message import EmailMessage
def mail(subject):
  message = EmailMessage()
  message["From"], message["To"], message["Subject"] = "ada@fjord.test", "help@vendor.test", subject
  return message
def send(message):
  with smtplib.SMTP("127.0.0.1", int(sys.argv[1])) as server: server.send_message(message)
url = sys.argv[2]
`;

/** The line that nginx writes into its access log for a request, which it hands on and which is refused. */
export async function nginxLine(url: string, refusing: Refusing): Promise<string> {
  const folder = newFolder();
  const port = await freePort();
  const log = join(folder, "access.log");
  writeFileSync(
    join(folder, "nginx.conf"),
    `pid ${folder}/pid; error_log ${folder}/error.log; daemon on; worker_processes 1; events {}
http { access_log ${log}; client_body_temp_path ${folder}/1; proxy_temp_path ${folder}/2; fastcgi_temp_path ${folder}/3;
uwsgi_temp_path ${folder}/4; scgi_temp_path ${folder}/5;
server { listen 127.0.0.1:${port}; location / { proxy_pass ${refusing.origin}; } } }`,
  );
  const nginx = ["nginx", "-p", folder, "-c", join(folder, "nginx.conf")];
  await printed(nginx);
  await printed(["curl", "-sg", "--path-as-is", url.replace(/^http:\/\/[^/]+/, `http://127.0.0.1:${port}`)]);
  await printed([...nginx, "-s", "quit"]);
  return readFileSync(log, "utf8");
}

async function freePort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
