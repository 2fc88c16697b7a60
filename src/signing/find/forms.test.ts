import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { libpixel } from "../../schemes/libpixel";
import { urlbox } from "../../schemes/urlbox";
import { findUrl } from "./find-url";

/** Signed URLs as they are sent, one of each vendor and one on a host of its own. */
const SIGNED = [
  {
    vendor: libpixel,
    url: "https://fjord.libpx.com/teas/oolong.jpg?width=300&height=200&mode=fit&signature=5d41402abc4b2a76b9719d911017c592aa11bb22",
  },
  {
    vendor: urlbox,
    url: "https://api.urlbox.com/v1/pk_9sLmQ2/7b52009b64fd0a2a49e6d8a939753077792b0554/png?url=https%3A%2F%2Fmeadow.test%2Fplans%3Fseats%3D5&width=1024&full_page=true",
  },
  {
    vendor: urlbox,
    url: "https://shots.meadow.test/v1/pk_9sLmQ2/2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae/webp?url=https%3A%2F%2Fmeadow.test&quality=80&retina=true",
  },
  {
    vendor: libpixel,
    url: "https://fjord.libpx.com/marks/(new)/leaf.svg?width=64&quality=82&text=a(b)c&signature=6c1a2f3e5d41402abc4b2a76b9719d911017c592",
  },
  {
    vendor: libpixel,
    url: "https://fjord.libpx.com/teas/l'earl's.jpg?width=64&text=L'Or%C3%A9al&signature=5d41402abc4b2a76b9719d911017c592aa11bb22",
  },
  {
    vendor: libpixel,
    url: "https://fjord.libpx.com/a!b/c*d,e;f.jpg?crop=1,2,30,40&text=wow!&colors=a;b&at=1:2@3$+&signature=5d41402abc4b2a76b9719d911017c592aa11bb22",
  },
  {
    vendor: urlbox,
    url: "https://api.urlbox.com/v1/pk_9sLmQ2/7b52009b64fd0a2a49e6d8a939753077792b0554/png?url=https%3A%2F%2Fmeadow.test%2Fit's&hide_selector=.a,*!;(b)&js=f('x',(1))&width=1024&full_page=true",
  },
];

const target = (url: string) => url.replace(/^https:\/\/[^/]+/, "");
const host = (url: string) => new URL(url).host;
const stem = (url: string) => target(url).split("?")[0] ?? "";
const query = (url: string) => url.split("?")[1] ?? "";
const html = (url: string) => url.replaceAll("&", "&amp;");
const printable = (text: string) => text.replaceAll("=", "=3D").replace(/(?:=3D|.){66}(?!$)/g, "$&=\n");

const inBase64 = (text: string) => Buffer.from(text).toString("base64").replace(/.{76}/g, "$&\n");

/** Between single quotes, as a shell, most code, and SQL want it. */
const shell = (text: string) => text.replaceAll("'", "'\\''");
const code = (text: string) => text.replaceAll("'", "\\'");
const sql = (text: string) => text.replaceAll("'", "''");

/** A URL cut in three at parameters, or within the path. */
function cut(url: string): [string, string, string] {
  const first = url.indexOf("?") + 1;
  const second = url.indexOf("&", first);
  return [url.slice(0, first), url.slice(first, second), url.slice(second)];
}

/** Each keeps host and scheme, so that the very URL comes out. */
const WHOLE: Readonly<Record<string, (url: string) => string>> = {
  "a full stop": (url) => `It is ${url}. Why?`,
  "a full stop behind it": (url) => `${url}.`,
  "a comma and words": (url) => `Look at ${url}, it fails.`,
  "in brackets": (url) => `It fails (${url}).`,
  "in square brackets": (url) => `It fails [${url}]`,
  "in braces": (url) => `{${url}}`,
  "a status": (url) => `${url} 401`,
  "a status and its name": (url) => `${url}\n401 Unauthorized`,
  "an arrow and a status": (url) => `${url} -> 401`,
  "a status in brackets": (url) => `${url} (401)`,
  "a tab and a status": (url) => `${url}\t401\t12`,
  "words behind it": (url) => `${url} is what we send`,
  "a zero-width space": (url) => `${url}\u200b`,
  "invisible characters": (url) => `\u2068${url}\u2069\u00ad`,
  "a BOM": (url) => `\ufeff${url}`,
  "a soft hyphen and a word": (url) => `\u200b${url}\u200b see there`,
  "typographic quotes": (url) => `“${url}”`,
  "typographic quotes and a status": (url) => `„${url}“ 401`,
  "a label": (url) => `URL: ${url}`,
  "a log label": (url) => `url=${url} status=401`,

  curl: (url) => `curl -v '${shell(url)}'`,
  "curl with a header": (url) => `curl "${url}" -H "accept: */*"`,
  "curl for cmd": (url) => `curl ^"${url.replace(/[&%]/g, "^$&")}^"`,
  wget: (url) => `wget -O a.png "${url}"`,
  "wget's log": (url) => `--2026-11-25 21:40:11--  ${url}\nResolving ${host(url)}... 203.0.113.7`,
  PowerShell: (url) => `Invoke-WebRequest -Uri "${url}" -OutFile a.png`,
  fetch: (url) => `await fetch("${url}", { "mode": "cors" });`,
  "Go's error": (url) => `Get "${url}": dial tcp: lookup`,
  "a network panel": (url) => `GET ${url} 401 (Unauthorized)`,
  "request headers": (url) =>
    `:authority: ${host(url)}\n:method: GET\n:path: ${target(url)}\n:scheme: https\naccept: */*`,
  "request headers in lines": (url) =>
    `:authority\n${host(url)}\n:method\nGET\n:path\n${target(url)}\n:scheme\nhttps`,
  "a request": (url) => `GET ${target(url)} HTTP/1.1\r\nHost: ${host(url)}\r\nAccept: */*\r\n\r\n`,
  "a request whose host is not first": (url) =>
    `GET ${target(url)} HTTP/1.1\nUser-Agent: x\nAccept: */*\nhost: ${host(url)}\n`,
  "curl -v": (url) =>
    `* Connected\n> GET ${target(url)} HTTP/2\n> Host: ${host(url)}\n> User-Agent: curl/7.88.1\n>\n< HTTP/2 401`,

  HTML: (url) => `<img src="${html(url)}" alt="x">`,
  "HTML without quotes": (url) => `<img src=${html(url)} alt=x>`,
  "a second srcset": (url) => `<img srcset="https://a.test/1.png 1x, ${html(url)} 2x">`,
  "a style": (url) => `<div style="background:url(&quot;${html(url)}&quot;)">`,
  "a style in brackets": (url) => `<div style="background:url(${html(url)})">`,
  "escaped HTML": (url) => `&lt;img src=&quot;${html(html(url))}&quot;&gt;`,
  "escaped HTML, once": (url) => `&lt;img src=&quot;${html(url)}&quot;&gt;`,
  "a sitemap": (url) => `<url><loc>${html(url)}</loc></url>`,
  CSS: (url) => `.a { background: url(${url}) no-repeat; }`,
  "CSS in quotes": (url) => `.a { background: url("${url}"); }`,
  "image-set": (url) => `image-set("https://a.test/1.png" 1x, "${url}" 2x)`,
  Markdown: (url) => `![boot](${url})`,
  "Markdown with a title": (url) => `![boot](${url} "A boot")`,
  "Markdown in angles": (url) => `[boot](<${url}>)`,
  "a Markdown reference": (url) => `[1]: ${url}`,
  "a Markdown table": (url) => `| ${url} | 401 |`,
  "a tight table": (url) => `|${url}|401|`,
  bold: (url) => `**${url}**`,
  struck: (url) => `~~${url}~~`,
  italic: (url) => `_${url}_ fails`,
  code: (url) => `\`${url}\` fails`,
  "a spoiler": (url) => `||${url}||`,
  reST: (url) => `.. image:: ${url}\n   :width: 40`,
  "a reST link": (url) => `\`boot <${url}>\`_`,
  Textile: (url) => `"boot":${url}`,
  "a Textile image": (url) => `!${url}!`,
  Jira: (url) => `[boot|${url}]`,
  "a Jira image": (url) => `!${url}|width=300!`,
  MediaWiki: (url) => `[${url} the boot]`,
  DokuWiki: (url) => `[[${url}|the boot]]`,
  "a DokuWiki image": (url) => `{{${url}|boot}}`,
  Org: (url) => `[[${url}][boot]]`,
  BBCode: (url) => `[img]${url}[/img]`,
  "BBCode with a size": (url) => `[img=40x40]${url}[/img]`,
  "BBCode url": (url) => `[url=${url}]boot[/url]`,
  "BBCode url in quotes": (url) => `[url="${url}"]boot[/url]`,
  AsciiDoc: (url) => `See ${url}[the boot].`,
  "an AsciiDoc link": (url) => `link:${url}[boot]`,
  "an AsciiDoc image": (url) => `image::${url}[Boot,640]`,
  Slack: (url) => `it fails: <${html(url)}|${host(url)}/…>`,
  "Slack without a text": (url) => `<${html(url)}>`,
  "mail's angles": (url) => `See <${url}>.`,
  LaTeX: (url) => `\\url{${url}}`,
  "LaTeX href": (url) => `\\href{${url}}{boot}`,

  JSON: (url) => JSON.stringify({ url }),
  "JSON with escapes": (url) => JSON.stringify({ url }).replaceAll("/", "\\/").replaceAll("&", "\\u0026"),
  "JSON in JSON": (url) => JSON.stringify(JSON.stringify({ url })),
  HAR: (url) =>
    `{"log":{"entries":[{"request":{"method":"GET","url":"https://a.test/x"}},{"request":{"method":"GET","url":"${url}","headers":[]}}]}}`,
  CSV: (url) => `id,url,status\n1,${url},401\n`,
  "CSV with quotes": (url) => `id,url,status\n1,"${url}",401\n`,
  "CSV with semicolons": (url) => `1;${url};401`,
  "the first field of CSV": (url) => `${url},401,12`,
  TSV: (url) => `1\t${url}\t401`,
  YAML: (url) => `url: ${url}\nwidth: 3`,
  "YAML folded": (url) => `url: >-\n  ${cut(url).join("\n  ")}`,
  "a Python dict": (url) => `{'url': '${code(url)}', 'n': 1}`,
  "a Ruby hash": (url) => `{:url=>"${url}"}`,
  "PHP's print_r": (url) => `[url] => ${url}\n[n] => 1`,

  JavaScript: (url) => `const url = '${cut(code(url)).join("' +\n  '")}';`,
  Python: (url) => `url = ("${cut(url).join('"\n       "')}")`,
  "Python's f-strings": (url) => `url = (f"${cut(url).join('"\n       f"')}")`,
  PHP: (url) => `$url = '${cut(code(url)).join("' . '")}';`,
  Lua: (url) => `url = "${cut(url).join('" .. "')}"`,
  "Visual Basic": (url) => `url = "${cut(url).join('" & _\n  "')}"`,
  SQL: (url) => `select '${cut(sql(url)).join("' || '")}'`,
  "SQL in one": (url) => `update t set url='${sql(url)}' where id=1`,
  Ruby: (url) => `url = "${cut(url).join('" \\\n  "')}"`,
  "a joined list": (url) => `["${cut(url).join('", "')}"].join("")`,
  "a StringBuilder": (url) => `b.append("${cut(url).join('").append("')}");`,
  "a list in lines": (url) => `[\n  "${cut(url).join('",\n  "')}"\n].join('')`,

  "quoted lines": (url) => `> ${cut(url).join("\n> ")}\n> and it fails`,
  "a broken line in a sentence": (url) => `The link is ${url.slice(0, 76)}\n${url.slice(76)} and fails.`,
  "a broken quoted line": (url) => `> The link is ${url.slice(0, 70)}\n> ${url.slice(70)}\n> and fails.`,
  "indented lines": (url) => `${cut(url).join("\n    ")}`,
  "backslashes at the ends": (url) => `url=${cut(url).join("\\\n")}`,

  "quoted-printable": (url) => printable(`The link is ${url} and it fails, sadly.`),
  "quoted-printable HTML": (url) => printable(`<p><img src="${html(url)}" width="40"></p>`),
  "quoted-printable with headers": (url) =>
    `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n${printable(`See ${url} there`)}`,
  "quoted-printable beside a part as it is": (url) =>
    `--0000000000ab12\nContent-Type: text/plain\nContent-Transfer-Encoding: 7bit\n\nSee ${url} there\n--0000000000ab12\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n${printable("<p>See <a href='https://a.test/?x=1'>there</a></p>")}`,
  base64: (url) =>
    `Subject: x\nContent-Transfer-Encoding: base64\n\n${inBase64(`Grüße, it is ${url} that fails.\r\n`)}\n`,
  "base64 HTML, then quoted-printable": (url) =>
    `--===============12==\nContent-Transfer-Encoding: base64\n\n${inBase64(`<p><img src="${html(url)}"></p>`)}\n--===============12==\nContent-Transfer-Encoding: quoted-printable\n\n=C3=BC`,
  "base64 in Latin-1": (url) =>
    `Content-Transfer-Encoding: base64\n\n${Buffer.from(`Grüße: ${url}`, "latin1").toString("base64")}`,
  "base64 alone": (url) => inBase64(`Hello, it is ${url} that fails.\r\n`),
  "flowed lines with their spaces": (url) =>
    `Content-Type: text/plain; format=flowed; delsp=yes\n\nThe image is\n${url.replace(/.{66}(?!$)/g, "$& \n")}\nand fails.`,
  "a message of a queue": (url) =>
    JSON.stringify({
      MessageId: "5fea7756-0ea4",
      Body: Buffer.from(JSON.stringify({ job: 7, url })).toString("base64"),
    }),
  "Pub/Sub’s push": (url) =>
    JSON.stringify({
      message: { data: Buffer.from(url).toString("base64"), messageId: "136969346945" },
      subscription: "projects/fjord/s",
    }),
  "a payload alone": (url) => Buffer.from(JSON.stringify({ url, note: "café" })).toString("base64"),
  "a JWT": (url) =>
    `Authorization: Bearer ${['{"alg":"HS256"}', JSON.stringify({ sub: "7", img: url })].map((part) => Buffer.from(part).toString("base64url")).join(".")}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`,
  "a data: URI": (url) =>
    `<iframe src="data:text/html;base64,${Buffer.from(`<p><img src="${html(url)}"></p>`).toString("base64")}">`,
  "a secret of Kubernetes": (url) =>
    `apiVersion: v1\ndata:\n  IMAGE_URL: ${Buffer.from(url).toString("base64")}\nkind: Secret`,
  "base64 in lines of 76": (url) =>
    `data: |\n  ${inBase64(JSON.stringify({ url })).trim().replaceAll("\n", "\n  ")}\nkind: x`,
  "base64 behind a name": (url) =>
    `queue/fjord/${Buffer.from(JSON.stringify({ url })).toString("base64url")} failed`,
  "lines of one width": (url) => `> ${`${url}0`.slice(0, -1).replace(/.{60}(?=.{60}|.)/g, "$&\n> ")}`,
  "percent-encoding": (url) => encodeURIComponent(url),
  "percent-encoding twice": (url) => `u=${encodeURIComponent(encodeURIComponent(url))}`,
};

/** More of them, by what people copy from. */
const COPIED: Readonly<Record<string, (url: string) => string>> = {
  "a shell's history": (url) =>
    ` 1042  2026-11-25 21:40:11 curl -sS -o x.png -w '%{http_code}\\n' '${shell(url)}'`,
  "zsh's history": (url) => `: 1795643211:0;curl -I "${url}"`,
  "set -x": (url) => `+ curl -fsSL '${shell(url)}'\ncurl: (22) The requested URL returned error: 401`,
  ".env": (url) => `IMG_URL=${url}\nNODE_ENV=production`,
  ".properties": (url) => `img.url=${url.replace(/[:=]/g, "\\$&")}`,
  "colours of a terminal": (url) => `\u001b[36m${url}\u001b[39m 401`,
  "what grep colours": (url) => `\u001b[01;31m\u001b[K${url} \u001b[m\u001b[K`,
  "colours without their escape": (url) => `[36m${url}[39m 401`,
  "a terminal's link": (url) => `\u001b]8;;${url}\u001b\\link\u001b]8;;\u001b\\`,
  "a terminal's link that ends in BEL": (url) => `\u001b]8;id=1;${url}\u0007link\u001b]8;;\u0007`,
  "a terminal's link without its controls": (url) => `]8;;${url}\\link]8;;\\`,
  "colours in JSON": (url) => JSON.stringify({ msg: `\u001b[36m${url}\u001b[39m` }),
  "mailto:": (url) => `mailto:help@fjord.test?subject=x&body=${encodeURIComponent(`It is ${url} here`)}`,
  "CSV with HTML": (url) => `1,"<img src=""${html(url)}"">",401`,
  "a formula": (url) => `=HYPERLINK("${url}","boot")`,
  "WhatsApp's export": (url) => `[25.11.26, 21:40:11] Ada: \u200e${url}\n[25.11.26, 21:41:00] Ben: hm`,
  "Jira's smart link": (url) => `[${url}|${url}|smart-link] is refused`,
  "Jira's noformat": (url) => `{noformat}${url}{noformat}`,
  "a wiki's template": (url) => `{{Image|url=${url}|w=3}}`,
  "Outlook's plain text": (url) => `The boot<${url}> is refused`,
  "a Java record": (url) => `Image[url=${url}, width=3]`,
  "Go's %+v": (url) => `{ID:7 URL:${url} Status:401}`,
  "a Chinese sentence": (url) => `请看${url}。谢谢`,
  "Chinese brackets": (url) => `图片（${url}）打不开`,
  "Japanese quotes": (url) => `「${url}」`,
  dashes: (url) => `the boot—${url}—fails`,
  "a mail's signature": (url) => `${url}\n\n-- \nAda Lovelace\nFjord Ltd`,
  "a string of code": (url) => `"see\\n${url}\\nthere"`,
  "a line feed of code": (url) => `${url}\\n`,
  pointing: (url) => `👉${url}👈`,
  "an ellipsis": (url) => `${url}…`,
};

/** A table of the widths that sqlite3 gives it: each cell is broken at 60 characters. */
function table(url: string, bar: string): string {
  const cells = url.match(/.{1,60}/g) ?? [];
  const row = (id: string, cell: string, status: string) =>
    `${bar} ${id.padEnd(2)} ${bar} ${cell.padEnd(60)} ${bar} ${status.padEnd(3)} ${bar}\n`;
  const rows = cells.map((cell, at) => row(at === 0 ? "17" : "", cell, at === 0 ? "401" : ""));
  return `${rows.join("")}${row("18", "https://www.fjord.test/about", "200")}`;
}

/** And of them, what escapes or breaks a URL in a way of its own. */
const SPELLED: Readonly<Record<string, (url: string) => string>> = {
  "a table of sqlite3": (url) => table(url, "│"),
  "a Markdown table of sqlite3": (url) => table(url, "|"),
  "columns of sqlite3": (url) => table(url, " "),
  "printf %q": (url) => `wget ${url.replace(/[?&;'()*!,$]/g, "\\$&")}\n`,
  "a word that a shell would read": (url) => `+ fetch --url '${url.replaceAll("'", `'"'"'`)}' --out x.png`,
  "escaped Markdown": (url) => `It is ${url.replace(/[_*~]/g, "\\$&")} there`,
  "LaTeX, escaped": (url) => `See \\href{${url.replace(/[%&#_]/g, "\\$&")}}{the boot}.`,
  "CSS, escaped": (url) => `background: url(${url.replace(/['()]/g, "\\$&")});`,
  "a PDF’s link": (url) => `/A << /S /URI /URI (${url.replace(/[()]/g, "\\$&")}) >>`,
  "a crontab": (url) => `*/5 * * * * curl -fsS '${shell(url).replaceAll("%", "\\%")}' > /dev/null`,
  systemd: (url) => `[Service]\nEnvironment="IMG=${url.replaceAll("%", "%%")}"`,
  "a batch file": (url) => `set "IMG=${url.replaceAll("%", "%%")}"\ncurl -o a.png "%IMG%"`,
  "a list of Tcl": (url) => `"17" "${url}" "401"\n"18" "https://www.fjord.test/about" "200"`,
  "a referrer and an agent": (url) => `"GET /favicon.ico HTTP/1.1" 404 12 "${url}" "Mozilla/5.0"`,
  "fields of ASCII": (url) => `17\u001f${url}\u001f401\u001e18`,
  "a manual’s brackets": (url) => `the boot\n       ⟨${url}⟩\n       and more`,
  "GNU’s quotes": (url) => `unable to open image \`${url}': No such file @ error/blob.c/2924.`,
  defanged: (url) => url.replace("https", "hxxps").replaceAll(".", (dot, at) => (at < 25 ? "[.]" : dot)),
  "defanged, every dot": (url) => url.replace("https", "hxxps").replaceAll(".", "[.]"),
  "defanged, every dot in words": (url) =>
    `Seen: hxxp://other[.]test/a[.]js and ${url.replace("https://", "hxxps[://]").replaceAll(".", "[dot]")} today [.]`,
  "defanged by its dots alone": (url) => `Seen: ${url.replaceAll(".", "[.]")}`,
  "defanged in a sentence": (url) => `Blocked: ${url.replace("https://", "hxxps[://]")} by policy`,
  "curl’s trace": (url) =>
    `=> Send header, 183 bytes (0xb7)\n${`GET ${target(url)} HTTP/1.1`
      .match(/.{1,64}/g)
      ?.map((line, at) => `${(at * 64).toString(16).padStart(4, "0")}: ${line}`)
      .join("\n")}\n00d8: Host: ${host(url)}\n`,
  "a message in JSON of Go": (url) => inGo({ msg: `fetching ${url} failed`, level: "info" }),
  "a message in JSON of .NET": (url) => inNet({ Message: `End processing HTTP request GET ${url} - 403` }),
  "a message in JSON of Gson": (url) => inGson({ message: `fetching ${url}, and again` }),
  "a message in JSON of PHP": (url) => inPhp({ message: `fetching ${url} failed` }),
  "a message in JSON of two lines": (url) => inGo({ msg: `broken:\n${url}\nat main.go:7` }),
  "a report of Sentry": (url) =>
    JSON.stringify({
      request: { method: "GET", url: url.split("?")[0], query_string: query(url), headers: [] },
    }),
  "fields of telemetry": (url) =>
    `{"http.url": "${url.split("?")[0]}", "n": 1, "http.query": "${query(url)}"}`,
  "a calendar’s folded lines": (url) =>
    `URL:${url.slice(0, 71)}${url.slice(71).replace(/.{1,74}/g, "\r\n $&")}\r\nEND:VEVENT`,
  "Outlook’s text of a link": (url) => `${url}<https://www.fjord.test/?x=${encodeURIComponent(url)}>`,
  "a page, then the URL": (url) => `https://www.fjord.test/boots shows ${url} broken`,
  "a telephone’s signature": (url) => `${url}\n\nSent from my iPhone`,
  "a network panel’s lines": (url) => `${url}\nGET\n\nStatus\n401`,
  "an attribute’s style": (url) =>
    `<a style="background: url(&quot;${html(url).replaceAll("'", "&#x27;")}&quot;)">`,
  "Python’s quote": (url) => `next=${encodeURIComponent(url).replaceAll("%2F", "/")}`,
  "a data: URI of HTML": (url) => `data:text/html,${encodeURIComponent(`<img src="${html(url)}">`)}`,
};

const escaped = (value: object, chars: RegExp) =>
  JSON.stringify(value).replace(chars, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
const inGo = (value: object) => escaped(value, /[<>&]/g);
const inGson = (value: object) => escaped(value, /[<>&=']/g);
const inNet = (value: object) =>
  escaped(value, /[<>&+'`]/g).replace(/u00\w\w/g, (code) => code.toUpperCase().replace("U", "u"));
const inPhp = (value: object) => JSON.stringify(value).replaceAll("/", "\\/");

/** Each names the path, and perhaps the host. */
const PATHS: Readonly<Record<string, (url: string) => string>> = {
  "a path alone": target,
  "a path in quotes": (url) => `'${target(url)}'`,
  nginx: (url) =>
    `203.0.113.7 - - [25/Nov/2026:21:40:11 +0000] "GET ${target(url)} HTTP/1.1" 401 12 "-" "Mozilla/5.0"`,
  "Apache with a referrer": (url) =>
    `203.0.113.7 - - [25/Nov/2026:21:40:11 +0000] "GET ${target(url)} HTTP/1.1" 401 12 "https://www.fjord.test/page?x=1" "Mozilla/5.0"`,
  "nginx's error log": (url) =>
    `2026/11/25 21:40:11 [error] 7#7: *1 upstream, client: 203.0.113.7, server: _, request: "GET ${target(url)} HTTP/1.1", host: "${host(url)}"`,
  Heroku: (url) => `at=info method=GET path="${target(url)}" host=${host(url)} request_id=1 status=401`,
  Rails: (url) => `Started GET "${target(url)}" for 203.0.113.7 at 2026-11-25`,
  Django: (url) => `[25/Nov/2026 21:40:11] "GET ${target(url)} HTTP/1.1" 401 12`,
  Express: (url) => `GET ${target(url)} 401 3.2 ms - 12`,
  urllib3: (url) =>
    `HTTPSConnectionPool(host='${host(url)}', port=443): Max retries exceeded with url: ${target(url)} (Caused by SSLError(1))`,
  Cloudflare: (url) =>
    JSON.stringify({ ClientRequestHost: host(url), ClientRequestURI: target(url), EdgeResponseStatus: 401 }),
  CloudFront: (url) =>
    `2026-11-25\t21:40:11\tFRA56-P1\t512\t203.0.113.7\tGET\td1.cloudfront.net\t${stem(url)}\t401\t-\tMozilla/5.0\t${query(url)}\t-\tMiss`,
  "CloudFront's JSON": (url) =>
    JSON.stringify({
      "cs-method": "GET",
      "cs-host": host(url),
      "cs-uri-stem": stem(url),
      "sc-status": 401,
      "cs-uri-query": query(url),
    }),
  IIS: (url) =>
    `2026-11-25 21:40:11 10.0.0.1 GET ${stem(url)} ${query(url)} 443 - 203.0.113.7 Mozilla/5.0 401 0`,
  Caddy: (url) =>
    `{"request":{"method":"GET","host":"${host(url)}","uri":"${target(url).replaceAll("&", "\\u0026")}"},"status":401}`,
  "a request line in JSON of Go": (url) => inGo({ request: `GET ${target(url)} HTTP/1.1`, status: 403 }),
  "a request line in JSON of .NET": (url) =>
    inNet({ Message: `Request starting GET ${target(url)} HTTP/2 - -` }),
  "a request line in JSON of Gson": (url) => inGson({ request: `GET ${target(url)} HTTP/1.1`, status: 403 }),
  "a request line in JSON of PHP": (url) => inPhp({ request: `GET ${target(url)} HTTP/1.1`, status: 403 }),
  "a request line in a log in a log": (url) =>
    inGo({ log: inGo({ request: `GET ${target(url)} HTTP/1.1` }) }),
  "a message in JSON of Go": (url) => inGo({ msg: `GET ${target(url)} 403 3.2 ms`, level: "info" }),
  "a message in JSON of PHP": (url) => inPhp({ message: `GET ${target(url)} 403`, context: [] }),
  "a message in JSON of Gson": (url) => inGson({ message: `GET ${target(url)} answered 403` }),
  "a message of two lines in JSON": (url) => inGo({ msg: `no such picture: ${target(url)}\nat main.go:7` }),
  "logfmt's message": (url) => `level=warn msg="GET ${target(url).replaceAll("&", "\\u0026")}" status=403`,
  HAProxy: (url) =>
    `http-in static/srv1 10/0/30/69/109 401 2750 - - ---- 1/1/1/1/0 0/0 {${host(url)}} {} "GET ${target(url)} HTTP/1.1"`,
  "a log with bars": (url) => `2026-11-25T21:40:11Z|GET|${host(url)}|${target(url)}|401|MISS`,
  "logfmt's path": (url) => `level=warn method=GET path=${target(url)} host=${host(url)} status=401`,
  uvicorn: (url) => `INFO:     203.0.113.7:51514 - "GET ${target(url)} HTTP/1.1" 401 Unauthorized`,
  "Morgan's colours": (url) => `\u001b[0mGET ${target(url)} \u001b[33m401\u001b[0m 3.2 ms - 12`,
  Lambda: (url) => JSON.stringify({ version: "2.0", rawPath: stem(url), rawQueryString: query(url) }),
  Varnish: (url) => `-   BereqURL       ${target(url)}\n-   BereqHeader    Host: ${host(url)}`,
  "PHP's server": (url) => `[REQUEST_URI] => ${target(url)}\n[HTTP_HOST] => ${host(url)}`,
  reqwest: (url) =>
    `Url { scheme: "https", host: Some(Domain("${host(url)}")), port: None, path: "${stem(url)}", query: Some("${query(url)}"), fragment: None }`,
  "no scheme": (url) => url.replace("https:", ""),
  "no scheme and no slashes": (url) => url.replace("https://", ""),
  "no scheme in a sentence": (url) => `See ${url.replace("https://", "")}.`,
};

describe.each(SIGNED)("$url", ({ vendor, url }) => {
  test.each(Object.entries({ ...WHOLE, ...COPIED, ...SPELLED }))("%s", (_, write) => {
    const pasted = write(url);
    expect(findUrl(pasted, vendor)?.url ?? pasted.trim()).toBe(url);
  });

  test.each(Object.entries(PATHS))("%s", (_, write) => {
    expect(target(findUrl(write(url), vendor)?.url ?? "")).toBe(target(url));
  });
});

test.each([
  [
    "a backslash of its own",
    "GET /a\\u0026b.jpg?width=3&signature=5d41402abc4b2a76b9719d911017c592aa11bb22 403",
  ],
  [
    "letters alone in escapes",
    "GET /caf\\u00e9.jpg?width=3&signature=5d41402abc4b2a76b9719d911017c592aa11bb22 403",
  ],
])("a request that only looks as if it stood in JSON stays as it is: %s", (_, pasted) => {
  expect(findUrl(pasted, libpixel)?.url).toBe(pasted.split(" ")[1]);
});

test("dots in brackets are the URL’s own where its host is as it stands", () => {
  const url = "https://fjord.libpx.com/a[.]jpg?width=3&signature=5d41402abc4b2a76b9719d911017c592aa11bb22";
  expect(findUrl(`Seen: ${url} and hxxps://other[.]test`, libpixel)?.url).toBe(url);
});

/** Pieces of paths and values with the characters that RFC 3986 calls delimiters, and that texts use as well. */
const piece = fc
  .array(
    fc.constantFrom(
      ..."abc019",
      "it's",
      "l'a",
      "('x')",
      "(1)",
      "a!b",
      "c*d",
      "e,f",
      "g;h",
      "1:2",
      "i@j",
      "k$l",
      "%C3%A9",
      "-",
      "~",
      "+",
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => `a${parts.join("")}z`);
const digits = "5d41402abc4b2a76b9719d911017c592aa11bb22";
const withDelimiters = fc
  .tuple(piece, piece)
  .chain(([one, other]) =>
    fc.constantFrom(
      [
        `https://fjord.libpx.com/teas/${one}.jpg?width=300&text=${other}&signature=${digits}`,
        libpixel,
      ] as const,
      [
        `https://api.urlbox.com/v1/pk_9sLmQ2/${digits}/png?url=https%3A%2F%2Fmeadow.test%2F${one}&js=${other}&full_page=true`,
        urlbox,
      ] as const,
    ),
  );

/** Where a line breaks decides, too, whether the next one goes on with the URL. */
const BREAKING = ["flowed lines with their spaces", "lines of one width", "a calendar’s folded lines"];
const UNBROKEN = Object.entries({ ...WHOLE, ...COPIED, ...SPELLED }).filter(
  ([name]) => !BREAKING.includes(name),
);

describe("whatever delimiters it holds, a URL comes out whole", () => {
  test.each(UNBROKEN)("%s", (_, write) => {
    fc.assert(
      fc.property(withDelimiters, ([url, vendor]) => {
        const pasted = write(url);
        expect(findUrl(pasted, vendor)?.url ?? pasted.trim()).toBe(url);
      }),
      { numRuns: 60 },
    );
  });

  test.each(Object.entries(PATHS))("%s", (_, write) => {
    fc.assert(
      fc.property(withDelimiters, ([url, vendor]) => {
        expect(target(findUrl(write(url), vendor)?.url ?? "")).toBe(target(url));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a quotation that began before the URL ends it", () => {
  const url = "https://api.urlbox.com/v1/pk_9sLmQ2/7b52009b64fd0a2a49e6d8a939753077792b0554/png?url=it's";
  test.each([
    ["a request in a message", `'GET ${url}' failed`],
    ["a message with an apostrophe of its own", `it said 'can't load ${url}', sadly`],
    ["Python's bytes", `b'${url}'`],
    ["a list without spaces", `['${url}','https://www.fjord.test/?a=1&b=2']`],
    ["a literal, then a variable", `'${url}'+x+'&width=3'`],
    ["an owner's URL", `the users' ${url} fails`],
    ["a pair around more", `'see ${url}' and 'that'`],
  ])("%s", (_, pasted) => {
    expect(findUrl(pasted, urlbox)?.url).toBe(url);
  });
});

describe("a request line holds whatever was sent, as the server's log writes it", () => {
  const signature = "5d41402abc4b2a76b9719d911017c592aa11bb22";
  const line = (target: string) => `203.0.113.7 - - [25/Nov/2026] "GET ${target} HTTP/1.1" 401 12 "-" "x"`;
  test.each([
    ["an apostrophe", "/it's.jpg?text=it's", "/it's.jpg?text=it's"],
    ["angle brackets", "/a.jpg?text=<b>", "/a.jpg?text=<b>"],
    ["nginx's bytes", "/a.jpg?text=\\x22caf\\xC3\\xA9\\x22", '/a.jpg?text="café"'],
    ["Apache's quotes", '/a.jpg?text=\\"caf\\xc3\\xa9\\"', '/a.jpg?text="café"'],
  ])("%s", (_, written, sent) => {
    expect(findUrl(line(`${written}&signature=${signature}`), libpixel)?.url).toBe(
      `${sent}&signature=${signature}`,
    );
  });
});

describe("what only looks like a carrier's writing stays as it is", () => {
  const url = SIGNED[0]?.url ?? "";
  test.each([
    ["an escaped URL that is the whole paste", url.replace(/[_&]/g, "\\$&"), undefined],
    ["a backslash before a letter", `${url.replace("mode", "\\mode")}`, undefined],
    [
      "backslashes of what is still to be signed",
      "https://fjord.libpx.com/a.jpg?text=a\\(b\\)&width=3",
      undefined,
    ],
    ["“%%” of what is still to be signed", "https://fjord.libpx.com/a.jpg?text=100%%&width=3", undefined],
    ["one “%” beside “%%”", url.replace("mode", "text=100%%25%20&mode"), undefined],
    ["a list and a word below", `- ${url}\n  &mode=crop`.replace("&mode=crop", "boots"), url],
    ["a table’s next row", `| 17 | ${url} |\n| 18 | width=3 |`, url],
    ["a page with a parameter", `https://www.fjord.test/?text=see ${url}`, undefined],
    ["lines of .env", `A=${url}\nB_URL=x`, url],
    ["a raw parameter with a sentence's end", "https://fjord.libpx.com/a.jpg?text=好。坏&width=3", undefined],
    ["base64 without a URL", "QUJD".repeat(30), undefined],
    [
      "base64 in the address of something",
      `https://hooks.fjord.test/?data=${Buffer.from(url).toString("base64url")}`,
      undefined,
    ],
    [
      "base64 in the vendor’s own address, in a sentence",
      `See https://fjord.libpx.com/a.jpg?data=${Buffer.from(url).toString("base64url")}&width=3 there`,
      `https://fjord.libpx.com/a.jpg?data=${Buffer.from(url).toString("base64url")}&width=3`,
    ],
    [
      "base64 in a signed path",
      `GET /a.jpg?data=${Buffer.from(url).toString("base64url")}&signature=${"5d".repeat(20)} 401`,
      `/a.jpg?data=${Buffer.from(url).toString("base64url")}&signature=${"5d".repeat(20)}`,
    ],
    [
      "base64 of another page",
      `data=${Buffer.from('{"url":"https://www.fjord.test/page"}').toString("base64")}`,
      undefined,
    ],
    [
      "base64 of a sentence",
      Buffer.from("There is nothing about http in here.").toString("base64"),
      undefined,
    ],
    ["a value in base64", `https://fjord.libpx.com/a.jpg?data=${"QUJD".repeat(30)}`, undefined],
    ["a value that is mail's =3D", "https://fjord.libpx.com/a.jpg?view=3D&quality=82", undefined],
  ])("%s", (_, pasted, found) => {
    expect(findUrl(pasted, libpixel)?.url).toBe(found);
  });
});

describe("XML is read as HTML is, also with a prefix and without a host", () => {
  const signed = SIGNED[0]?.url ?? "";
  test.each([
    ["a sitemap of images", `<image:loc>${html(signed)}</image:loc>`, signed],
    ["SOAP", `<ns2:url xsi:type="x">\n  ${html(signed)}\n</ns2:url>`, signed],
    ["an error of a store", `<Error><Resource>${html(target(signed))}</Resource></Error>`, target(signed)],
    ["a host without a scheme", `<s:url>${html(signed.slice(8))}</s:url>`, signed],
    ["a frame of a stack", `at a.Foo.<init>(${signed})`, signed],
    ["names of C++", `std::vector<std::string> at ${signed}`, signed],
    ["a path alone", `GET ${html(target(signed))} HTTP/1.1`, html(target(signed))],
  ])("%s", (_, pasted, found) => {
    expect(findUrl(pasted, libpixel)?.url).toBe(found);
  });
});
