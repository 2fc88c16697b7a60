import { describe, expect, test } from "vitest";
import { logLine } from "../testing";
import { LineReader } from "./line-reader";

const digits = "5d41402abc4b2a76b9719d911017c592aa11bb22";
const target = `/a.jpg?width=3&text=a%20b&signature=${digits}`;
const url = `https://fjord.libpx.com${target}`;
const agent = "Mozilla/5.0 (X11; Linux)";

const urlsOf = (...lines: string[]) => {
  const reader = new LineReader();
  return lines.flatMap((line) => reader.read(line).sightings.map((sighting) => sighting.url));
};
const askerOf = (...lines: string[]) => {
  const reader = new LineReader();
  return lines.map((line) => reader.read(line).asker()).at(-1);
};

const time = Date.UTC(2026, 10, 25, 14, 0, 7);

describe("the forms of logs", () => {
  const cloudflare = {
    ClientIP: "10.0.3.7",
    ClientRequestHost: "fjord.libpx.com",
    ClientRequestReferer: "https://fjord.libpx.com/other.jpg?width=1",
    ClientRequestURI: target,
    ClientRequestPath: "/a.jpg",
    ClientRequestUserAgent: agent,
    EdgeStartTimestamp: time * 1e6,
  };
  const forms: Readonly<Record<string, readonly string[]>> = {
    "nginx and Apache, combined": [logLine(target, { address: "10.0.3.7", agent, second: 7 })],
    CloudFront: [
      "#Version: 1.0",
      "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query",
      `2026-11-25T14:00:07Z\t14:00:07\tFRA2\t9\t10.0.3.7\tGET\td1.cloudfront.net\t/a.jpg\t403\t${url}\t${agent}\t${target.split("?")[1]}`,
    ],
    Cloudflare: [JSON.stringify(cloudflare)],
    "JSON with the request in one field": [
      JSON.stringify({
        time: "2026-11-25T14:00:07Z",
        remote_addr: "10.0.3.7",
        request: `GET ${target} HTTP/1.1`,
        http_user_agent: agent,
      }),
    ],
    "Google Cloud": [
      JSON.stringify({
        httpRequest: { requestUrl: target, remoteIp: "10.0.3.7", userAgent: agent, referer: url },
        timestamp: "2026-11-25T14:00:07Z",
      }),
    ],
  };
  test.each(Object.entries(forms))("%s: the request, who asked and when", (_, lines) => {
    expect(urlsOf(...lines)).toEqual([target]);
    expect(askerOf(...lines)).toEqual({ address: "10.0.3.7", agent, time, isLocal: false });
  });

  test("Heroku's router", () => {
    const line = `2026-11-25T14:00:07.000000+00:00 heroku[router]: at=info method=GET path="${target}" host=x.test fwd="10.0.3.7" status=403`;
    expect(urlsOf(line)).toEqual([target]);
    expect(askerOf(line)).toMatchObject({ address: "10.0.3.7", agent: "", time });
  });

  test("bytes that nginx escapes are what was asked for", () => {
    expect(urlsOf(logLine("/caf\\xC3\\xA9.jpg?a=\\x22"))).toEqual(['/café.jpg?a="']);
  });

  test("the referrer is no request", () => {
    expect(urlsOf(logLine("/page").replace("https://shop.test/page", url))).toEqual(["/page"]);
  });
});

describe("the forms of other files", () => {
  test.each([`"https://fjord.test/p";"${url}";"403"`, `7,"${url}","not found"`])(
    "the last cell of a row is no client: %s",
    (line) => {
      expect(askerOf(line)).toMatchObject({ agent: "" });
    },
  );

  const listed = (line: string) => new LineReader().read(line).sightings;

  test("a list", () => {
    expect(listed(`  ${url} `)).toEqual([{ url, isListed: true, isWhole: false }]);
    expect(listed(target)).toEqual([{ url: target, isListed: true, isWhole: false }]);
  });

  test.each([
    "https://fjord.libpx.com/it's.jpg?text=L'Or",
    "https://fjord.libpx.com/a,b;c.jpg?crop=1,2,3&colors=a;b",
    "/it's,(a)!.jpg?crop=1,2",
  ])("a list of URLs with delimiters of their own: %s", (start) => {
    const own = `${start}&signature=${digits}`;
    expect(listed(own)).toEqual([{ url: own, isListed: true, isWhole: false }]);
    expect(urlsOf(`GET ${own} 403`, `7\t${own}\t403`)).toEqual([own, own]);
  });

  test.each(["\u00a0", "\u202f", "\u3000", "\u2003"])(
    "a list of URLs with a blank that is no ASCII: %j",
    (blank) => {
      const own = `https://fjord.libpx.com/a.jpg?width=640${blank}&height=480&signature=${digits}`;
      expect(listed(own)).toEqual([{ url: own, isListed: true, isWhole: false }]);
      expect(
        urlsOf(`${url}${blank}is broken`, `${url} https://fjord.libpx.com/b?x=1&signature=${digits}`),
      ).toEqual([url, url, `https://fjord.libpx.com/b?x=1&signature=${digits}`]);
    },
  );

  test("URLs with nothing but commas between are a table", () => {
    expect(urlsOf(`${url},${url.replace("a.jpg", "b.jpg")},403`)).toEqual([
      url,
      url.replace("a.jpg", "b.jpg"),
    ]);
  });

  test.each(["https://shop.test/tea?id=4", "https://shop.test/tea"])(
    "a page's address before the URL: %s",
    (page) => {
      for (const between of [",", ";", "|", "\t", " ", ", "]) {
        expect(urlsOf(`${page}${between}${url}`, [page, url, "403"].join(between))).toEqual([url, url]);
        expect(urlsOf(["17", page, url, "403"].join(between))).toEqual([url]);
      }
      for (const between of [",", ", ", ";", "\t"])
        expect(urlsOf(`"${page}"${between}"${url}"${between}"200"`)).toEqual([url]);
      expect(urlsOf(`('${page}', '${url}')`, `compare("${page}", "${url}")`)).toEqual([url, url]);
    },
  );

  test("URLs with nothing between, as a list has them that lost its line breaks", () => {
    const other = url.replace("a.jpg", "b.jpg");
    expect(urlsOf(url + other)).toEqual([url, other]);
  });

  test("an apostrophe at the end of a line is a quote", () => {
    expect(urlsOf(`'${url}'`, `${url}'`)).toEqual([url, url]);
  });

  test("a table with commas, a sitemap, HTML, JSON, an archive of developer tools", () => {
    const html = url.replaceAll("&", "&amp;");
    const escaped = url.replaceAll("/", "\\/").replaceAll("&", "\\u0026");
    expect(urlsOf(`12,"${url}",403`)).toEqual([url]);
    expect(urlsOf(`<url><loc>${html}</loc></url>`)).toEqual([url]);
    expect(urlsOf(`<img src="${html}" srcset="${html}&amp;x=1 1x, ${html}&amp;x=2 2x">`)).toEqual([
      url,
      `${url}&x=1`,
      `${url}&x=2`,
    ]);
    expect(urlsOf(`{"image":"${escaped}","n":1}`)).toEqual([url]);
    const blob = Buffer.from(JSON.stringify({ url })).toString("base64");
    expect(urlsOf(`{"Body":"${blob}"}`, `7 ${blob}`)).toEqual([url, url]);
    expect(urlsOf(`[${JSON.stringify({ image: url })},`)).toEqual([url]);
    const har = [
      "{",
      '"log": {',
      '"creator": {',
      `"url": "${url}",`,
      `"value": "${url}"`,
      `":path": "${target}"`,
    ];
    expect(urlsOf(...har)).toEqual([url]);
  });

  describe("an archive of developer tools names each request once, in whatever lines it is written", () => {
    const header = (name: string, value: string) => ({ name, value });
    const entry = (path: string, referrer: string) => ({
      request: {
        method: "GET",
        url: `https://fjord.libpx.com${path}`,
        httpVersion: "http/2.0",
        headers: [
          header(":authority", "fjord.libpx.com"),
          header(":path", path),
          header("referer", referrer),
          header("user-agent", agent),
        ],
        queryString: [header("width", "3"), header("signature", digits)],
        bodySize: 0,
      },
      response: { status: 403, redirectURL: "", bodySize: -1 },
    });
    const other = target.replace("a.jpg", "b.jpg");
    const entries = [entry(target, url), entry(other, `${url}1`)];
    const har = { log: { version: "1.2", creator: { name: "WebInspector" }, pages: [], entries } };
    const both = [url, `https://fjord.libpx.com${other}`];
    const headersInLines = (text: string) =>
      text.replace(/\{\s+("name": .*)\s+("value": .*)\s+\}/g, "{$1 $2}");
    const forms: Readonly<Record<string, string>> = {
      "on one line": JSON.stringify(har),
      "each field on its line": JSON.stringify(har, null, 2),
      "each header on its line": headersInLines(JSON.stringify(har, null, 2)),
      "with nothing but its requests": JSON.stringify(
        {
          log: {
            entries: entries.map(({ request: { method, url, headers } }) => ({
              request: { method, url, headers },
            })),
          },
        },
        null,
        2,
      ),
      "its entries alone": JSON.stringify(entries, null, 2),
      "its entries alone, each header on its line": headersInLines(JSON.stringify(entries, null, 4)),
      "each entry on its line": `{"log": {"creator": {},\n"entries": [\n${entries.map((one) => JSON.stringify(one)).join(",\n")}\n]}}`,
    };
    test.each(Object.entries(forms))("%s", (_, text) => {
      expect(urlsOf(...text.split("\n"))).toEqual(both);
    });
  });

  test("a log that names a request by its URL and by its path names one; other paths are others", () => {
    const other = target.replace("a.jpg", "b.jpg");
    expect(urlsOf(JSON.stringify({ url, path: target, message: `GET ${target} HTTP/1.1` }))).toEqual([url]);
    expect(urlsOf(JSON.stringify({ path: target, url: url.replace("a.jpg", "b.jpg") }))).toEqual([
      target,
      `https://fjord.libpx.com${other}`,
    ]);
    expect(urlsOf(logLine(target), logLine(target))).toEqual([target, target]);
  });

  test("a list of names with a value each holds URLs, whatever they are called", () => {
    const list = [{ name: "Preferred picture", value: url }];
    expect(urlsOf(JSON.stringify(list))).toEqual([url]);
    expect(urlsOf("[", `${JSON.stringify(list[0])},`, "]")).toEqual([url]);
  });

  test("what holds none", () => {
    expect(
      urlsOf("", "#", "# comment", "{}", "[1,2]", "null", '{"a":', "x".repeat(90_000), "https://"),
    ).toEqual([]);
    expect(urlsOf('<a href="https://www.fjord.test/?width=3">')).toEqual([]);
  });
});
