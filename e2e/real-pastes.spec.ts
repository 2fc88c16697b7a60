import { spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { expect, testInOpenTab as test } from "./fixtures";
import type { Playground } from "./playground";
import {
  hasModule,
  isInstalled,
  mailed,
  newFolder,
  nginxLine,
  printed,
  programPrinted,
  type Refusing,
  startRefusing,
} from "./real-pastes";

test.describe.configure({ mode: "parallel", timeout: 120_000 });

const SECRET = "Wq7-fN2x.Lp4";
const hmac = (text: string, key = SECRET) => createHmac("sha1", key).update(text).digest("hex");
const signed = (target: string, signature = hmac(target)) => `${target}&signature=${signature}`;

const configMap = (url: string, form: "json" | "yaml") =>
  printed([
    "kubectl",
    "create",
    "configmap",
    "shop",
    `--from-literal=IMG=${url}`,
    "--dry-run=client",
    "-o",
    form,
  ]);

interface Real {
  readonly name: string;
  readonly needs: readonly string[];
  readonly has?: () => boolean;
  /** The target as it was made, with its signature. */
  readonly made: string;
  readonly paste: (url: string, server: Refusing, browser: Browser) => Promise<string>;
  /** The target that the paste has; the one that was made unless a client changed it. */
  readonly sent?: string;
  /** What is signed of it, where that is another spelling. */
  readonly string?: string;
  readonly from?: RegExp;
  readonly mistakes?: readonly string[];
  /** Who is named. */
  readonly client?: string;
  /** True where the client refuses to send it at all. */
  readonly refuses?: boolean;
  /** False where the paste was written without a request. */
  readonly requests?: boolean;
}

const IMAGE = "/shop/(new)/boot.jpg?width=640&quality=82&text=a%20b";
const python = (program: string) => (url: string) => mailed(program, url);
const code =
  (file: string, source: (url: string) => string, run: (file: string) => readonly string[]) =>
  (url: string) =>
    programPrinted(file, source(url), run);
const quoted = (url: string) => JSON.stringify(url);

const PASTES: readonly Real[] = [
  {
    name: "a mail in quoted-printable, sent by Python",
    needs: ["/usr/bin/python3"],
    made: signed(IMAGE, hmac(IMAGE.slice(1))),
    paste: python(`
m = mail("Refused")
m.set_content(f"Grüße,\\nsince Monday this one is refused: {url}\\nIt worked before.\\n", cte="quoted-printable")
send(m)`),
    from: /quoted-printable/,
    mistakes: ["signed-without-leading-slash"],
    requests: false,
  },
  {
    name: "a mail in base64 with an HTML part behind Safe Links, sent by Python",
    needs: ["/usr/bin/python3"],
    made: signed(IMAGE, hmac(IMAGE, `${SECRET}\n`)),
    paste: python(`
from urllib.parse import quote
m = mail("Refused")
m.set_content("Grüße, see the picture below.", cte="base64")
link = "https://eur02.safelinks.protection.outlook.com/?url=" + quote(url, safe="") + "&amp;data=05%7C01&amp;reserved=0"
m.add_alternative(f"<p>Hi,</p><p><a href='{link}'>the boot</a> is refused</p>", subtype="html", cte="base64")
send(m)`),
    from: /Outlook Safe Links inside HTML inside base64/,
    mistakes: ["secret-with-newline"],
    requests: false,
  },
  {
    name: "a mail whose text part is sent as it is, beside quoted-printable HTML",
    needs: ["/usr/bin/python3"],
    made: signed(IMAGE),
    paste: python(`
m = mail("Refused")
m.set_content(f"It is {url} there.", cte="7bit")
m.add_alternative("<p style='color:red'>Grüße</p>", subtype="html", cte="quoted-printable")
send(m)`),
    requests: false,
  },
  {
    name: "a mail in format=flowed, written by mutt",
    needs: ["mutt"],
    made: signed(IMAGE),
    paste: async (url) => {
      const sent = join(newFolder(), "sent");
      const set = ["text_flowed=yes", "copy=no", `sendmail="tee ${sent}"`, "from=ada@fjord.test"];
      await printed(
        [
          "mutt",
          "-n",
          "-F",
          "/dev/null",
          ...set.flatMap((one) => ["-e", `set ${one}`]),
          "-s",
          "x",
          "help@vendor.test",
        ],
        `Hello,\nthe picture ${url} \nis refused.\n`,
      );
      return readFileSync(sent, "utf8");
    },
    requests: false,
  },
  {
    name: "curl -v",
    needs: ["curl"],
    made: signed(IMAGE, hmac(IMAGE, SECRET.toUpperCase())),
    paste: (url) => printed(["curl", "-sv", url]),
    from: /an HTTP request|a line of a log/,
    mistakes: ["secret-wrong-case"],
  },
  {
    name: "curl’s error, which refuses the URL",
    needs: ["curl"],
    made: signed("/boot.jpg?text=[b]&w=1"),
    paste: (url) => printed(["curl", "-sS", url]),
    client: "curl",
    refuses: true,
    requests: false,
  },
  {
    name: "wget’s log, with a bar that it escaped",
    needs: ["wget"],
    made: signed("/boot.jpg?text=a|b&w=1"),
    paste: (url) => printed(["wget", "-O", "/dev/null", url]),
    sent: "/boot.jpg?text=a%7Cb&w=1",
    client: "wget",
  },
  {
    name: "the error of requests, which wrote escapes anew",
    needs: ["/usr/bin/python3"],
    has: () => hasModule("requests"),
    made: signed("/boot.jpg?text=%28a%29%7E&w=1"),
    paste: (url) =>
      printed([
        "/usr/bin/python3",
        "-c",
        "import requests, sys; requests.get(sys.argv[1]).raise_for_status()",
        url,
      ]),
    sent: "/boot.jpg?text=%28a%29~&w=1",
    client: "requests",
  },
  {
    name: "the error of httpx",
    needs: ["/usr/bin/python3"],
    has: () => hasModule("httpx"),
    made: signed(IMAGE, hmac(`${IMAGE}\n`)),
    paste: (url) =>
      printed([
        "/usr/bin/python3",
        "-c",
        "import httpx, sys; httpx.get(sys.argv[1], trust_env=False).raise_for_status()",
        url,
      ]),
    mistakes: ["signed-with-newline"],
  },
  {
    name: "Go’s error",
    needs: ["go"],
    made: signed(IMAGE, hmac(`GET${IMAGE}`)),
    paste: code(
      "main.go",
      (url) => `package main
import ("log"; "net/http"; "time")
func main() {
  client := http.Client{Timeout: time.Nanosecond}
  if _, err := client.Get(${quoted(url)}); err != nil { log.Fatal(err) }
}`,
      (file) => ["go", "run", file],
    ),
    mistakes: ["signed-with-method"],
    requests: false,
  },
  {
    name: "Java’s error",
    needs: ["java"],
    made: signed(IMAGE, hmac(IMAGE, ` ${SECRET}`)),
    paste: code(
      "Main.java",
      (url) => `import java.net.*;
class Main { public static void main(String[] a) throws Exception { new URL(${quoted(url)}).openStream(); } }`,
      (file) => ["java", file],
    ),
    mistakes: ["secret-with-space"],
  },
  {
    name: "PHP’s warning",
    needs: ["php"],
    made: signed(IMAGE, hmac(IMAGE.slice(IMAGE.indexOf("?") + 1))),
    paste: code(
      "main.php",
      (url) => `<?php ini_set("display_errors", "1"); file_get_contents('${url}');`,
      (file) => ["php", file],
    ),
    mistakes: ["signed-query-only"],
  },
  {
    name: "Ruby’s error, which is escaped twice",
    needs: ["ruby"],
    made: signed("/boot.jpg?text=café&w=1", hmac("/boot.jpg?text=caf%C3%A9&w=1")),
    string: "/boot.jpg?text=caf%C3%A9&w=1",
    paste: code(
      "main.rb",
      (url) => `require "open-uri"\nURI.open("${url}")\n`,
      (file) => ["ruby", file],
    ),
    requests: false,
  },
  {
    name: "Perl’s log",
    needs: ["perl"],
    has: () => spawnSync("perl", ["-MLWP::UserAgent", "-e", "1"]).status === 0,
    made: signed(IMAGE),
    paste: code(
      "main.pl",
      (url) =>
        `use LWP::UserAgent; my $r = LWP::UserAgent->new->get('${url}'); print $r->request->as_string, $r->status_line;`,
      (file) => ["perl", file],
    ),
  },
  {
    name: "nginx’s access log",
    needs: ["nginx", "curl"],
    made: signed(`${IMAGE}&q="it's"`, hmac(`${IMAGE}&q="it's"`, `"${SECRET}"`)),
    paste: nginxLine,
    from: /a line of a log/,
    mistakes: ["secret-with-quotes"],
  },
  {
    name: "a log as grep colours it",
    needs: ["bash", "grep"],
    made: signed(IMAGE),
    paste: (url) =>
      printed([
        "bash",
        "-c",
        'printf "WARN refused %s 401\\n" "$1" | grep --color=always -o "http.* "',
        "x",
        url,
      ]),
    from: /coloured terminal output/,
    requests: false,
  },
  {
    name: "a shell’s history with its quoting",
    needs: ["bash", "curl"],
    made: signed(IMAGE, hmac(IMAGE, `${SECRET}\r`)),
    paste: (url) =>
      printed(
        ["bash", "--norc", "-i"],
        `HISTTIMEFORMAT="%F %T "; set -o history\ncurl -sS -o /dev/null -w '%{http_code}\\n' '${url}' -H "accept: */*"\nhistory | grep curl\n`,
      ),
    mistakes: ["secret-with-newline"],
  },
  {
    name: "set -x",
    needs: ["bash", "curl"],
    made: signed(IMAGE),
    paste: (url) => printed(["bash", "-xc", 'curl -fsS "$1"', "x", url]),
  },
  {
    name: "kubectl’s JSON",
    needs: ["kubectl"],
    made: signed(IMAGE, hmac(IMAGE.slice(1))),
    paste: (url) => configMap(url, "json"),
    from: /JSON/,
    mistakes: ["signed-without-leading-slash"],
    requests: false,
  },
  {
    name: "kubectl’s YAML",
    needs: ["kubectl"],
    made: signed(IMAGE),
    paste: (url) => configMap(url, "yaml"),
    requests: false,
  },
  {
    name: "CSV with commas and HTML, as Python writes it for a spreadsheet",
    needs: ["/usr/bin/python3"],
    made: signed(IMAGE, hmac(IMAGE.toLowerCase().replaceAll("&", "&amp;"))),
    paste: (url) =>
      printed([
        "/usr/bin/python3",
        "-c",
        'import csv, html, sys; csv.writer(sys.stdout).writerows([["id", "html", "status"], [7, f"<img src=\\"{html.escape(sys.argv[1])}\\" alt=\\"a, b\\">", 401]])',
        url,
      ]),
    mistakes: ["signed-html-escaped"],
    requests: false,
  },
  {
    name: "a table of SQLite",
    needs: ["sqlite3"],
    made: signed(IMAGE),
    paste: (url) =>
      printed(["sqlite3", "-box", ":memory:", `select 7 as id, '${url}' as url, 401 as status`]),
    requests: false,
  },
  {
    name: "a HAR of Chromium, which escaped an apostrophe",
    needs: [],
    made: signed("/boot.jpg?text=it's&w=1"),
    paste: async (url, server, browser) => {
      const har = join(newFolder(), "page.har");
      const context = await browser.newContext({ recordHar: { path: har } });
      const tab = await context.newPage();
      await tab.goto(`${server.origin}/`);
      await tab.evaluate((url) => fetch(url).then((answer) => answer.text()), url);
      await context.close();
      return readFileSync(har, "utf8");
    },
    sent: "/boot.jpg?text=it%27s&w=1",
    client: "browsers",
  },
  {
    name: "Chromium’s console",
    needs: [],
    made: signed(IMAGE, hmac(IMAGE, `secret=${SECRET}`)),
    paste: async (url, server, browser) => {
      const page = await browser.newPage();
      await page.goto(`${server.origin}/`);
      const said = page.waitForEvent(
        "console",
        (message) => message.text().includes("401") && message.location().url.includes("boot"),
      );
      await page.evaluate((url) => fetch(url).then(() => {}), url);
      const message = await said;
      await page.close();
      return `${message.text()}\n${message.location().url}:${message.location().lineNumber}`;
    },
    mistakes: ["secret-in-its-wrapping"],
  },
];

for (const real of PASTES) {
  const { name, needs, has, made, paste, sent, from, mistakes, client, refuses, requests = true } = real;
  test(name, async ({ playground, browser }) => {
    const missing = needs.filter((tool) => !isInstalled(tool));
    const isThere = missing.length === 0 && has?.() !== false;
    test.skip(!isThere, `${missing.join(", ") || "A library"} is not on this machine.`);
    const server = await startRefusing();
    const pasted = await paste(server.origin + made, server, browser);
    server.close();
    const [target = "", signature = ""] = (sent === undefined ? made : sent).split("&signature=");
    const arrived = `${target}&signature=${signature || made.split("&signature=")[1]}`;
    if (requests) expect(server.targets, pasted).toContain(arrived);

    await playground.setSecret(SECRET);
    await playground.setUrl(pasted);
    const { verdict, signingString } = await playground.outputs();
    expect(signingString, pasted).toBe(real.string ?? target);
    expect(verdict).toBe(mistakes || sent !== undefined ? "mismatch" : "valid");
    if (from) await expect(playground.note("found")).toContainText(from);
    if (verdict === "mismatch") await expectCulprit(playground, mistakes, client);
    else if (client)
      await expect(playground.page.locator(`[data-client="${client}"]`)).toHaveAttribute(
        "data-sends",
        refuses ? "refused" : "changed",
      );
  });
}

async function expectCulprit({ page }: Playground, mistakes: Real["mistakes"], client: Real["client"]) {
  const diagnosis = page.getByTestId("diagnosis");
  await expect(diagnosis).toHaveAttribute("data-state", "explained", { timeout: 30_000 });
  const named = page.getByTestId("mistake");
  const ids = await named.evaluateAll((list) => list.map((one) => one.getAttribute("data-mistake")));
  if (mistakes) expect(ids).toEqual(mistakes);
  if (client) await expect(diagnosis).toContainText(client);
}
