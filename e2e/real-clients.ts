import { execFileSync, spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { temporaryFolder } from "./temporary-folder";

/** How a client is run: a program that fetches each line of its input, or commands that are given URLs. */
interface Real {
  readonly name: string;
  /** What must be there for it to run. */
  readonly needs: readonly string[];
  /** True where a library that it needs is there. */
  readonly has?: () => boolean;
  /** They run one after the other. */
  readonly runs?: (urls: readonly string[]) => readonly (readonly string[])[];
  readonly program?: { readonly file: string; readonly source: string };
  readonly build?: (file: string, folder: string) => readonly string[];
  readonly run?: (file: string, folder: string) => readonly string[];
}

const PYTHON = "/usr/bin/python3";
const python = (name: string, module: string, set: string, call: string): Real => ({
  name,
  needs: [PYTHON],
  has: () => spawnSync(PYTHON, ["-c", `import ${module}`]).status === 0,
  program: {
    file: "main.py",
    source: `import sys, ${module}\n${set}\nfor url in sys.stdin.read().split("\\n"):\n  try:\n    ${call}\n  except Exception as error:\n    print(error, file=sys.stderr)\n`,
  },
  run: (file) => [PYTHON, file],
});

const AIOHTTP = `import sys, asyncio, aiohttp
async def main():
  async with aiohttp.ClientSession() as session:
    for url in sys.stdin.read().split("\\n"):
      try:
        async with session.get(url) as answer: await answer.read()
      except Exception as error: print(error, file=sys.stderr)
asyncio.run(main())
`;

const require = createRequire(import.meta.url);

/** @param library where it is; it throws where it is not installed */
const node = (name: string, call: string, library?: () => string): Real => ({
  name,
  needs: ["node"],
  has: () => !library || pathOf(library) !== null,
  program: {
    file: "main.mjs",
    source: `import { readFileSync } from "node:fs"; import http from "node:http";
${library ? `const library = (await import(${JSON.stringify(pathOf(library))})).default;` : ""}
for (const url of readFileSync(0, "utf8").split("\\n")) try { ${call} } catch (error) { console.error(String(error)); }\n`,
  },
  run: (file) => ["node", file],
});

function pathOf(library: () => string): string | null {
  try {
    return library();
  } catch {
    return null;
  }
}

const GO = `package main
import ("bufio"; "io"; "net/http"; "os")
func main() {
  lines := bufio.NewScanner(os.Stdin)
  for lines.Scan() {
    answer, err := http.Get(lines.Text())
    if err == nil { io.Copy(io.Discard, answer.Body); answer.Body.Close() }
  }
}
`;
const JAVA = `import java.io.*; import java.net.*; import java.net.http.*;
public class Main { public static void main(String[] a) throws Exception {
  var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  var lines = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
  for (String url; (url = lines.readLine()) != null; )
    try { client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding()); }
    catch (Exception e) { System.err.println(e); }
} }
`;
const MONO = `using System; using System.Net; using System.Text;
class Program { static void Main() {
  Console.InputEncoding = Encoding.UTF8;
  for (string url; (url = Console.ReadLine()) != null; )
    try { var request = WebRequest.Create(url); request.Proxy = null; request.GetResponse().Close(); }
    catch (Exception e) { Console.Error.WriteLine(e.Message); }
} }
`;

/** What would make the project's packages much heavier runs where somebody has it. */
const HEAVY = ["node-fetch", "superagent"] as const;

const CURL = ["-s", "--max-time", "5"];

/** The clients of the table, by the names that it gives them. */
export const REAL_CLIENTS: readonly Real[] = [
  {
    name: "curl",
    needs: ["curl"],
    // It ends at a pattern that it cannot read, so each of those has a run of its own.
    runs: (urls) => {
      const alone = urls.filter((url) => /[[\]{}]/.test(url));
      const together = urls.filter((url) => !alone.includes(url));
      return [together, ...alone.map((url) => [url])].map((some) => ["curl", ...CURL, ...some]);
    },
  },
  { name: "curl -g", needs: ["curl"], runs: (urls) => [["curl", "-g", ...CURL, ...urls]] },
  {
    name: "wget",
    needs: ["wget"],
    runs: (urls) => [["wget", "-q", "-t", "1", "-T", "5", "-O", "-", ...urls]],
  },
  python("Python urllib", "urllib.request", "", "urllib.request.urlopen(url).read()"),
  python("requests", "requests", "s = requests.Session(); s.trust_env = False", "s.get(url)"),
  python("httpx", "httpx", "c = httpx.Client(trust_env=False)", "c.get(url)"),
  {
    name: "aiohttp",
    needs: [PYTHON],
    has: () => spawnSync(PYTHON, ["-c", "import aiohttp"]).status === 0,
    program: { file: "main.py", source: AIOHTTP },
    run: (file) => [PYTHON, file],
  },
  node("Node’s fetch", "await (await fetch(url)).text();"),
  node(
    "Node’s http",
    'await new Promise((done, fail) => http.get(url, (answer) => answer.resume().on("end", done)).on("error", fail));',
  ),
  node("axios", "await library.get(url);", () => require.resolve("axios")),
  node("got", "await library(url, { retry: { limit: 0 } });", () => require.resolve("got")),
  node("node-fetch", "await (await library(url)).text();", () => require.resolve(HEAVY[0])),
  node("superagent", "await library.get(url);", () => require.resolve(HEAVY[1])),
  node(
    "axios with “params”",
    `const { origin, pathname, search } = new URL(url);
const pairs = search.slice(1).split("&").map((pair) => pair.split("=").map(decodeURIComponent));
await library.get(origin + pathname, { params: Object.fromEntries(pairs) });`,
    () => require.resolve("axios"),
  ),
  {
    name: "PHP streams",
    needs: ["php"],
    program: {
      file: "main.php",
      source: '<?php foreach (explode("\\n", stream_get_contents(STDIN)) as $url) @file_get_contents($url);',
    },
    run: (file) => ["php", file],
  },
  {
    name: "PHP curl",
    needs: ["php"],
    has: () => spawnSync("php", ["-r", "exit(function_exists('curl_init') ? 0 : 1);"]).status === 0,
    program: {
      file: "main.php",
      source:
        '<?php foreach (explode("\\n", stream_get_contents(STDIN)) as $url) { $c = curl_init($url); curl_setopt($c, CURLOPT_RETURNTRANSFER, true); curl_exec($c); }',
    },
    run: (file) => ["php", file],
  },
  {
    name: "Ruby",
    needs: ["ruby"],
    program: {
      file: "main.rb",
      source:
        'require "net/http"\nSTDIN.set_encoding("UTF-8")\nSTDIN.read.split("\\n").each { |url| begin; Net::HTTP.get_response(URI(url)); rescue => e; warn e; end }\n',
    },
    run: (file) => ["ruby", file],
  },
  {
    name: "Go",
    needs: ["go"],
    program: { file: "main.go", source: GO },
    build: (file, folder) => ["go", "build", "-o", join(folder, "main"), file],
    run: (_, folder) => [join(folder, "main")],
  },
  {
    name: "Java’s HttpClient",
    needs: ["java", "javac"],
    program: { file: "Main.java", source: JAVA },
    build: (file, folder) => ["javac", "-d", folder, file],
    run: (_, folder) => ["java", "-cp", folder, "Main"],
  },
  {
    name: "Mono",
    needs: ["mono", "mcs"],
    program: { file: "main.cs", source: MONO },
    build: (file, folder) => ["mcs", `-out:${join(folder, "main.exe")}`, file],
    run: (_, folder) => ["mono", join(folder, "main.exe")],
  },
  {
    name: "Perl’s LWP",
    needs: ["perl"],
    has: () => spawnSync("perl", ["-MLWP::UserAgent", "-e", "1"]).status === 0,
    program: {
      file: "main.pl",
      source:
        "use LWP::UserAgent; binmode(STDIN, ':utf8'); my $c = LWP::UserAgent->new; while (<STDIN>) { chomp; eval { $c->get($_) }; }",
    },
    run: (file) => ["perl", file],
  },
];

/** True where all that the client needs is on this machine. */
export function isThere({ needs, has }: Real): boolean {
  const found = needs.every((tool) => spawnSync("sh", ["-c", 'command -v "$0"', tool]).status === 0);
  return found && (has?.() ?? true);
}

/** Fetches all the URLs, one after the other. */
export async function fetchAll(client: Real, urls: readonly string[]): Promise<void> {
  for (const command of client.runs?.(urls) ?? []) await run(command, "");
  const { program } = client;
  if (!program || !client.run) return;
  const folder = temporaryFolder("client");
  const file = join(folder, program.file);
  writeFileSync(file, program.source);
  const [tool = "", ...args] = client.build?.(file, folder) ?? [];
  if (tool) execFileSync(tool, args);
  await run(client.run(file, folder), urls.join("\n"));
}

function run([tool = "", ...args]: readonly string[], input: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, { stdio: ["pipe", "ignore", "ignore"] });
    child.on("error", reject);
    child.on("close", () => resolve());
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** A server that keeps the raw target of each request, by the number that its path begins with. */
export interface RawServer {
  readonly port: number;
  /** What followed the number, as bytes read as UTF-8; the first request of each number counts. */
  readonly targets: Map<number, string>;
  close(): void;
}

export async function startRawServer(): Promise<RawServer> {
  const targets = new Map<number, string>();
  const server: Server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on("error", () => {});
    socket.on("data", (data) => {
      received = Buffer.concat([received, data]);
      if (!received.includes("\r\n\r\n")) return;
      const line = received.subarray(0, received.indexOf("\r\n")).toString("utf8");
      const target = line.replace(/^\S+ /, "").replace(/ HTTP\/[\d.]+$/, "");
      const [number = ""] = /(?<=^\/)\d+/.exec(target) ?? [];
      if (number && !targets.has(Number(number)))
        targets.set(Number(number), target.slice(number.length + 1));
      socket.end(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok",
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    targets,
    close: () => server.close(),
  };
}
