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
];

const target = (url: string) => url.replace(/^https:\/\/[^/]+/, "");
const host = (url: string) => new URL(url).host;
const stem = (url: string) => target(url).split("?")[0] ?? "";
const query = (url: string) => url.split("?")[1] ?? "";
const html = (url: string) => url.replaceAll("&", "&amp;");
const printable = (text: string) =>
  text
    .replaceAll("=", "=3D")
    .replace(/(.{70})(?!$)/g, (line) => `${line.replace(/=$/, "")}${line.endsWith("=") ? "=" : ""}=\n`);

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

  curl: (url) => `curl -v '${url}'`,
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
  "a Python dict": (url) => `{'url': '${url}', 'n': 1}`,
  "a Ruby hash": (url) => `{:url=>"${url}"}`,
  "PHP's print_r": (url) => `[url] => ${url}\n[n] => 1`,

  JavaScript: (url) => `const url = '${cut(url).join("' +\n  '")}';`,
  Python: (url) => `url = ("${cut(url).join('"\n       "')}")`,
  "Python's f-strings": (url) => `url = (f"${cut(url).join('"\n       f"')}")`,
  PHP: (url) => `$url = '${cut(url).join("' . '")}';`,
  Lua: (url) => `url = "${cut(url).join('" .. "')}"`,
  "Visual Basic": (url) => `url = "${cut(url).join('" & _\n  "')}"`,
  SQL: (url) => `select '${cut(url).join("' || '")}'`,
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
  "percent-encoding": (url) => encodeURIComponent(url),
  "percent-encoding twice": (url) => `u=${encodeURIComponent(encodeURIComponent(url))}`,
};

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
  test.each(Object.entries(WHOLE))("%s", (_, write) => {
    const pasted = write(url);
    expect(findUrl(pasted, vendor)?.url ?? pasted.trim()).toBe(url);
  });

  test.each(Object.entries(PATHS))("%s", (_, write) => {
    expect(target(findUrl(write(url), vendor)?.url ?? "")).toBe(target(url));
  });
});
