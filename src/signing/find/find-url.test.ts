import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { libpixel } from "../../schemes/libpixel";
import { urlbox } from "../../schemes/urlbox";
import type { UrlText } from "../types";
import { findUrl as find, findUrls } from "./find-url";
import { decodeEntities } from "./html";

const vendor = { recognises: (text: UrlText) => libpixel.recognises(text) || urlbox.recognises(text) };
const findUrl = (pasted: string) => find(pasted, vendor);

const plain = "https://acme.libpx.com/images/1.jpg?width=400&height=300";

describe("findUrl", () => {
  const rows = [
    { input: `"${plain}"`, out: plain, where: "quotes" },
    { input: `'${plain}'`, out: plain, where: "quotes" },
    { input: `\`${plain}\``, out: plain, where: "quotes" },
    { input: `“${plain}”`, out: plain, where: "quotes" },
    { input: `const url = "${plain}";`, out: plain, where: "quotes" },
    { input: `<${plain}>`, out: plain, where: "angle brackets" },
    { input: `see <${plain}>, please`, out: plain, where: "angle brackets" },

    { input: `curl ${plain}`, out: plain, where: "a curl command" },
    { input: `$ curl -sS '${plain}' -o out.png`, out: plain, where: "a curl command" },
    { input: `curl "${plain}" \\\n  -H "accept: */*"`, out: plain, where: "a curl command" },
    {
      input: "curl 'https://a.b/?q=it'\\''s&x=\"1\"' -H 'x: y'",
      out: 'https://a.b/?q=it\'s&x="1"',
      where: "a curl command",
    },
    {
      input: 'curl "https://a.b/?q=\\"a\\"&d=\\$5" -v',
      out: 'https://a.b/?q="a"&d=$5',
      where: "a curl command",
    },
    { input: "curl https://a.b/?x=1\\&y=2 -I", out: "https://a.b/?x=1&y=2", where: "a curl command" },
    {
      input: 'curl ^"https://a.b/?x=1^&y=^%^20z^" ^\n  -H ^"a: b^"',
      out: "https://a.b/?x=1&y=%20z",
      where: "a curl command",
    },
    {
      input: 'curl.exe ^"https://a.b/?x=1^&y=2^"',
      out: "https://a.b/?x=1&y=2",
      where: "a curl command",
    },

    {
      input: '<img alt="x" src="https://a.b/?x=1&amp;y=2&#38;z=3" width="9">',
      out: "https://a.b/?x=1&y=2&z=3",
      where: "HTML",
    },
    { input: "<img src='https://a.b/?x=\"1\"'>", out: 'https://a.b/?x="1"', where: "HTML" },
    { input: "<img src=https://a.b/x.png>", out: "https://a.b/x.png", where: "HTML" },
    {
      input: '<img srcset="https://a.b/1.png 1x, https://a.b/2.png 2x">',
      out: "https://a.b/1.png",
      where: "HTML",
    },

    {
      input: '{"url":"https:\\/\\/a.b\\/c?x=1\\u0026y=2","n":1}',
      out: "https://a.b/c?x=1&y=2",
      where: "JSON",
    },
    { input: "https://a.b/c?x=1\\u0026y=2", out: "https://a.b/c?x=1&y=2", where: "JSON" },
    { input: '{"url": "https://a.b/c?x=1\\u0026y=\\u0027"}', out: "https://a.b/c?x=1&y='", where: "JSON" },
    { input: `{"url": "${plain}"}`, out: plain, where: "quotes" },
    { input: 'bad URI: "https://a.b/c?x=caf\\\\u00E9"', out: "https://a.b/c?x=café", where: "JSON" },

    { input: `Signed URL: ${plain}`, out: plain, where: "the pasted text" },
    {
      input: `2024-05-01 12:00:00 GET ${plain} 401 (12 ms)`,
      out: plain,
      where: "the pasted text",
    },
    { input: `It fails at ${plain}.`, out: plain, where: "the pasted text" },
    { input: `Is it ${plain}?`, out: plain, where: "the pasted text" },
    { input: `See (${plain}), or ask.`, out: plain, where: "the pasted text" },
    { input: `[image](${plain})`, out: plain, where: "the pasted text" },
    { input: `URL=${plain}`, out: plain, where: "the pasted text" },
    { input: `url:${plain}`, out: plain, where: "the pasted text" },
  ];
  test.each(rows)("$input", ({ input, out, where }) => {
    const found = findUrl(input);
    expect(found).toMatchObject({ url: out, layers: where === "the pasted text" ? [] : [where] });
    if (found?.start != null) expect(input.slice(found.start, found.start + out.length)).toBe(out);
  });

  const none = [
    "",
    "no address here",
    plain,
    "https://a.b/?src=https://c.d/e.png",
    "https://a.b/?q='https://c.d'",
    "example.com/?u=https://c.d/",
    "/proxy?src=https://c.d/",
    "ftp://a.b/https://c.d",
  ];
  test.each(none)("nothing to find in %j", (input) => {
    expect(findUrl(input)).toBeNull();
  });

  test("a prefix of white space is left to trimming", () => {
    expect(findUrl(`  \n${plain}\n`)).toBeNull();
  });

  const address = fc
    .string({ unit: fc.constantFrom(..."abcXYZ019-._~/?&=%+:@!$*,;[]|^{}") })
    .map((rest) => `https://a.b/${rest}z`);

  test("whatever the URL, quoting it for a shell gives it back", () => {
    const quoted = fc.tuple(address, fc.constantFrom("", "'", '"', "'x'", '$"')).map((pair) => pair.join(""));
    fc.assert(
      fc.property(quoted, (url) => {
        expect(findUrl(`curl '${url.replaceAll("'", "'\\''")}' -i`)?.url).toBe(url);
        expect(findUrl(`curl "${url.replace(/["\\$`]/g, "\\$&")}" -i`)?.url).toBe(url);
      }),
    );
  });

  test("whatever the URL, HTML and JSON give it back", () => {
    fc.assert(
      fc.property(address, (url) => {
        expect(findUrl(`<img src="${url.replaceAll("&", "&amp;")}">`)?.url).toBe(url);
        const json = JSON.stringify({ url }).replaceAll("/", "\\/").replaceAll("&", "\\u0026");
        expect(findUrl(json)?.url).toBe(url);
      }),
    );
  });
});

describe("the URL that is meant, among others", () => {
  const signed = `${plain}&signature=0123456789abcdef0123456789abcdef01234567`;
  const html = signed.replaceAll("&", "&amp;");
  const link = "https://api.urlbox.com/v1/K/png?url=x";
  const encoded = `https://api.urlbox.com/v1/K/${"5e".repeat(20)}/png?url=https%3A%2F%2Fa.example`;
  const rows = [
    { input: `Does ${signed}? say yes?`, out: signed },
    { input: `It is ${signed}?1592550871 now`, out: `${signed}?1592550871` },
    { input: `${encoded}&delay 00&width\x1280`, out: undefined },
    { input: `${encoded}&width=1280 was refused by R&D`, out: `${encoded}&width=1280` },
    { input: `curl -H 'Referer: https://example.com/page' '${signed}'`, out: signed },
    { input: `curl -x http://proxy:8080 ${plain}`, out: plain },
    { input: `curl -sSLe https://example.com/ -A "x https://y" '${plain}'`, out: plain },
    { input: `curl -Hx:https://example.com -ohttps.png ${plain}`, out: plain },
    { input: `curl --referer https://example.com --url '${plain}' -o x`, out: plain },
    { input: `curl --data https://example.com --url=${plain}`, out: plain },
    { input: `me@host:~$ curl -u a:b -b 'u=https://example.com' "${plain}"`, out: plain },
    { input: `curl \\\n  -e https://example.com \\\n  $'${plain}\\u0021'`, out: `${plain}!` },
    {
      input: 'curl ^"https://a.b/?x=^\\^"1^\\^"^&y=2^" ^\n -H ^"referer: https://c.d^"',
      out: 'https://a.b/?x="1"&y=2',
    },
    {
      input: 'curl ^\n -H ^"referer: https://c.d^" ^\n ^"https://a.b/?x=1^&y=2^"',
      out: "https://a.b/?x=1&y=2",
    },
    { input: "curl -e https://example.com images.example.com/x", out: undefined },

    { input: `[![b](https://badge.example/x.svg)](${signed})`, out: signed },
    { input: "[![b](https://badge.example/x.svg)](https://a.b/(1).png)", out: "https://badge.example/x.svg" },
    { input: "([x](https://a.b/(1).png))", out: "https://a.b/(1).png" },
    { input: `<a href="https://example.com"><img src="${html}"></a>`, out: signed },
    { input: `See https://docs.example/v1/ and ${link} or ${signed}, please`, out: signed },
    { input: `From "https://example.com/" to '${link}'`, out: link },
    { input: `1.2.3.4 "GET ${signed} HTTP/1.1" 200 12 "https://referrer.example/"`, out: signed },
    { input: '1.2.3.4 "GET /a.jpg?w=1 HTTP/1.1" 200 12 "https://referrer.example/"', out: undefined },

    { input: `{\\"url\\":\\"${signed}\\"}`, out: signed },
    { input: JSON.stringify(JSON.stringify({ url: signed })).replaceAll("&", "\\\\u0026"), out: signed },
    { input: JSON.stringify(JSON.stringify({ u: plain }).replaceAll("/", "\\/")), out: plain },

    { input: `src="${html}"`, out: signed },
    { input: `data-src='${html}'`, out: signed },
    { input: `<p>See ${html}</p>`, out: signed },
    { input: `<p>See ${html}.</p>`, out: signed },
    { input: `const url = "${html}"`, out: html },
    { input: `a < b, see ${html}`, out: html },
    { input: `«${plain}»`, out: plain },
    { input: `Das ist „${plain}“.`, out: plain },
    { input: `»${plain}«`, out: plain },
    { input: `‹${plain}›`, out: plain },

    { input: "See (https://a.b/A_(b)), or https://a.b/c", out: "https://a.b/A_(b)" },
    { input: "See https://a.b/A_(b).", out: "https://a.b/A_(b)" },
    { input: `${signed} 200 OK`, out: signed },
    { input: `${signed} 200`, out: signed },
    { input: `${html} 200`, out: html },
    { input: `  ${signed}\nTokenNotMatchedError`, out: signed },
    { input: `${signed}.`, out: signed },
    { input: `${signed}). Why?`, out: signed },
    { input: `${signed} `, out: undefined },
    { input: `${signed}  -`, out: undefined },
    { input: `${signed}\n&w=1`, out: undefined },
    { input: `${signed}\nabcdef`, out: undefined },
    { input: `${signed}#top`, out: undefined },
    { input: `${plain}\n${signed}\n`, out: plain },
    { input: `https://a.b/?src=\nhttps://c.d/1.jpg`, out: undefined },
    { input: `${signed}. &w=1`, out: undefined },
    { input: `${plain}&token=${"d4".repeat(20)} more`, out: undefined },
    { input: "https://a.b/?html=<p>see https://c.d/?token=d41d8cd98f00b204 x</p>&w=3", out: undefined },
    { input: "example.com/login?next=<https://e.com/a>", out: undefined },
    { input: "example.com/a?q=(https://e.com)", out: undefined },
    { input: `${plain} 200 OK`, out: undefined },
    { input: `${plain}&signature=intro words`, out: undefined },
  ];
  test.each(rows)("$input", ({ input, out }) => {
    const found = findUrl(input);
    expect(found?.url).toBe(out);
    if (found?.start != null) expect(input.slice(found.start).startsWith(found.url)).toBe(true);
  });
});

test("a stack trace is not called HTML for the names in angle brackets", () => {
  const pasted = `  File "<string>", line 3, in <module>\nHTTPError: 401 Client Error: for url: ${plain}\n`;
  expect(findUrl(pasted)).toMatchObject({ url: plain, layers: [] });
});

describe("decodeEntities", () => {
  const rows = [
    { input: "a&amp;b", out: "a&b" },
    { input: "&AMP;&lt;&gt;&quot;&apos;", out: "&<>\"'" },
    { input: "&#38;&#x26;&#x1F600;", out: "&&😀" },
    { input: "&amp;amp;", out: "&amp;" },
    { input: "x&copy=1&ampx", out: "x&copy=1&ampx" },
    { input: "&#0;&#x110000;", out: "&#0;&#x110000;" },
  ];
  test.each(rows)("$input", ({ input, out }) => {
    expect(decodeEntities(input)).toBe(out);
  });
});

describe("a placeholder in the place of the signature is a part of the URL, and markup there is none", () => {
  const own = "https://images.example.net/a.jpg?width=2&signature=";
  const link = "https://api.urlbox.com/v1/key/<token>/png?url=b.example";
  test.each([
    [`See ${own}<signature> here`, `${own}<signature>`],
    [`7\t${own}<your signature>\t403`, `${own}<your signature>`],
    [`Opened ${link}, got 401`, link],
    [`<p>${own}<b>500ad73bdf2d9e77d6bb94f0ca1c72f9c1f495f8</b></p>`, own],
    [`<p>${own}<span>500ad73bdf2d9e77d6bb94f0ca1c72f9c1f495f8</span></p>`, own],
  ])("%s", (pasted, url) => {
    expect(findUrls(pasted, vendor).map((found) => found.url)).toEqual([url]);
  });
});

describe("a URL that a service on the page’s own host carries, without that host", () => {
  const token = "f991d5428742fec886644aca09e16c07f390b7c1";
  const inner = `https://acme-prod.libpx.com/shop/a.jpg?width=640&height=480&signature=${token}`;
  const link = `https://api.urlbox.com/v1/KEY/${token}/png?url=https%3A%2F%2Fexample.org%2F&width=3`;
  const escaped = encodeURIComponent(inner);

  test.each([
    [`/_next/image?url=${escaped}&w=828&q=75`, inner],
    [`/shop/_next/image/?url=${escaped}&w=828`, inner],
    [`/_vercel/image?url=${escaped}&w=828`, inner],
    [`/.netlify/images?url=${escaped}&w=828`, inner],
    [`/_image?href=${escaped}&w=828`, inner],
    [`/_ipx/w_200/${escaped}`, inner],
    [`/cdn-cgi/image/width=80/${inner}`, inner],
    [`/_next/image?url=${encodeURIComponent(link)}&w=828`, link],
    [
      `10.0.0.7 - - [26/Nov/2026:10:00:00 +0000] "GET /_next/image?url=${escaped}&w=828 HTTP/1.1" 400 9`,
      inner,
    ],
    [
      `<img srcset="/_next/image?url=${escaped}&amp;w=640 1x, /_next/image?url=${escaped}&amp;w=828 2x">`,
      inner,
    ],
  ])("is found in %s", (pasted, url) => {
    expect(findUrl(pasted)?.url).toBe(url);
    expect(findUrl(pasted)?.layers.length).toBeGreaterThan(0);
  });

  test.each([
    "/_next/image?url=%2Flocal.jpg&w=828",
    "/_next/image?url=https%3A%2F%2Fcdn.example%2Fa.jpg&w=828",
    `/proxy?url=${encodeURIComponent("https://cdn.example/a.jpg?width=3")}`,
    `/?src=https%3A%2F%2Fcdn.example%2Fa.jpg&signature=${token}`,
  ])("is none in %s", (pasted) => {
    expect(findUrl(pasted)?.url ?? pasted).toBe(pasted);
  });
});

describe("of two URLs in one line the first is meant", () => {
  const own = "https://img.fjord.test/a.jpg?width=1";
  const next = "https://img.fjord.test/b.jpg?width=2";
  const signed = `https://img.fjord.test/c.jpg?signature=${"5d41402a".repeat(5)}`;
  test.each([" ", "\t", ", ", "; ", " | ", "| ", " -> ", " and "])("with %j between", (between) => {
    expect(findUrl(own + between + next)?.url).toBe(own);
    expect(findUrl(signed + between + next)?.url).toBe(signed);
    expect(findUrl(`${plain}${between}https://other.libpx.com/2.jpg`)?.url).toBe(plain);
  });

  test.each([
    ["a URL with white space of its own", "https://img.fjord.test/my pics/a.jpg?text=b c", next],
    ["a URL whose parameter tells of another", `${own}&text=see https://www.fjord.test/x`, next],
  ])("%s", (_, first, second) => {
    expect(findUrl(`${first} ${second}`)?.url).toBe(first);
  });

  test.each([
    ["a parameter that tells of another site", `${own}&text=see https://www.fjord.test/x`],
    ["a site that only begins alike", `${own}&text=see https://img.fjord.test.evil.test/x`],
    ["a list without white space", `${own}&list=${next},${next}`],
    ["words behind it", `${own}&text=b c d`],
  ])("near miss: %s", (_, pasted) => {
    expect(findUrl(pasted)).toBeNull();
  });
});

describe("cells and items in quotes are no pieces of one URL", () => {
  const digits = "5d41402a".repeat(5);
  const signed = `https://img.fjord.test/b.jpg?width=2&signature=${digits}`;
  const link = `https://api.urlbox.com/v1/KEY/${digits}/png?url=b.test&width=3`;
  const pages = ["https://shop.fjord.test/tea?id=0", "https://shop.fjord.test/tea"];
  const rows: Readonly<Record<string, (page: string, url: string) => string>> = {
    CSV: (page, url) => `"${page}","${url}","200"`,
    "CSV without a status": (page, url) => `"${page}","${url}"`,
    "CSV with a number before": (page, url) => `"17","${page}","${url}","200"`,
    "CSV with a bare number before": (page, url) => `17,"${page}","${url}",200`,
    "CSV, the URL first": (page, url) => `"${url}","${page}","200"`,
    "CSV with its head": (page, url) => `page,image,status\n"${page}","${url}","200"\n"${page}","/x","200"`,
    "spaces behind the commas": (page, url) => `"${page}", "${url}", "200"`,
    semicolons: (page, url) => `"${page}";"${url}";"200"`,
    tabs: (page, url) => `"${page}"\t"${url}"\t"200"`,
    "a list of Tcl": (page, url) => `"${page}" "${url}" "200"`,
    JSON: (page, url) => JSON.stringify([page, url]),
    "JSON in lines": (page, url) => JSON.stringify([page, url, "200"], null, 2),
    "JSON with escapes": (page, url) =>
      JSON.stringify([page, url]).replaceAll("/", "\\/").replaceAll("&", "\\u0026"),
    "a tuple": (page, url) => `('${page}', '${url}', '200')`,
    "a tuple with a comma at its end": (_, url) => `('${url}', '200',)`,
    "single quotes": (page, url) => `'${page}','${url}','200'`,
    "a call": (page, url) => `compare("${page}", "${url}", "200")`,
    "a test's chain": (_, url) => `expect("${url}").toBe("200")`,
    "a list that is joined by commas": (page, url) => `["${page}", "${url}"].join(",")`,
    "a list that is joined by a default": (page, url) => `["${page}", "${url}"].join()`,
    "a list joined by nothing": (page, url) => `["${page}", "${url}"].join("")`,
    "literals in lines": (page, url) => `"${page}"\n"${url}"\n"200"`,
  };
  describe.each(pages)("%s", (page) => {
    test.each(Object.entries(rows))("%s", (_, write) => {
      for (const url of [signed, link]) {
        expect(findUrl(write(page, url))?.url).toBe(url);
        expect(findUrls(write(page, url), vendor).map((found) => found.url)).toEqual([url]);
      }
    });
  });

  test("a status in the next cell is no part of a URL that is still to be signed", () => {
    for (const between of ['","', '", "', '" "', '"\t"', '";"'])
      expect(findUrl(`"${plain}${between}200${between}9"`)?.url).toBe(plain);
  });

  const inTwo = [signed.slice(0, 29), signed.slice(29)] as const;
  const [first, rest] = inTwo;
  test.each([
    ["an array that is joined", `["${first}", "${rest}"].join("")`],
    ["Ruby's array", `["${first}", "${rest}"].join\n`],
    ["Python's join", `"".join(["${first}", "${rest}"])`],
    ["PHP's implode", `implode('', ['${first}', '${rest}'])`],
    ["Go's Join", `strings.Join([]string{"${first}", "${rest}"}, "")`],
    ["SQL's concat", `select concat('${first}', '${rest}')`],
    ["a spreadsheet's CONCATENATE", `=CONCATENATE("${first}","${rest}")`],
    ["a StringBuilder", `b.Append("${first}").Append("${rest}");`],
    ["a list cut at its parameters", `["${signed.replaceAll("&", '", "&')}"]`],
    ["an address put into a parameter", `"${first}&src=" + "https://a.test/b.jpg" + "${rest}"`],
  ])("near miss: %s", (name, pasted) => {
    const whole = name.startsWith("an address") ? `${first}&src=https://a.test/b.jpg${rest}` : signed;
    expect(findUrl(pasted)?.url).toBe(whole);
  });
});

describe("a page's address before the signed URL, with nothing but a separator between", () => {
  const digits = "5d41402a".repeat(5);
  const signed = `https://img.fjord.test/b.jpg?width=2&signature=${digits}`;
  const link = `https://api.urlbox.com/v1/KEY/${digits}/png?url=b.test&width=3`;
  const own = `https://fjord.libpx.com/b.jpg?width=2&signature=${digits}`;
  const pages = [
    "https://shop.fjord.test/tea?id=4",
    "https://shop.fjord.test/tea",
    "https://shop.fjord.test/?lang=de",
  ];
  const separators = [
    " ",
    "  ",
    "\t",
    ",",
    ", ",
    ";",
    "; ",
    "|",
    " | ",
    " - ",
    " – ",
    " -> ",
    " => ",
    " → ",
    " / ",
    " vs ",
    " and ",
  ];

  describe.each(pages)("%s", (page) => {
    test.each(separators)("with %j between", (between) => {
      for (const url of [signed, link, own]) {
        expect(findUrl(page + between + url)?.url).toBe(url);
        expect(findUrl(`${page}${between}https://a.test/c?x=1${between}${url}`)?.url).toBe(url);
        expect(findUrls(page + between + url, vendor).map((found) => found.url)).toEqual([url]);
      }
      expect(findUrl(`${page}${between}${signed}${between}403`)?.url).toBe(signed);
    });

    test.each(["\t", ",", ", ", ";", "; ", "|", " | "])("with a cell and %j between", (between) => {
      const row = [page, "200", signed, "403"].join(between);
      expect(findUrl(row)?.url).toBe(signed);
      expect(findUrl(`page,status,image,status\n${row}\n${row.replace("b.jpg", "c.jpg")}`)?.url).toBe(signed);
      expect(findUrls(row, vendor).map((found) => found.url)).toEqual([signed]);
    });
  });

  test.each([',"', ', "', '\t"', ' "', " (", " <", " → “"])(
    "and a quote or bracket opened by %j",
    (opened) => {
      const closed = { '"': '"', "(": ")", "<": ">", "“": "”" }[opened.slice(-1)] ?? "";
      for (const page of pages) expect(findUrl(`${page}${opened}${signed}${closed} 403`)?.url).toBe(signed);
    },
  );

  test("the vendor's own URL before it was signed", () => {
    for (const between of separators) expect(findUrl(plain + between + own)?.url).toBe(own);
  });

  test.each([" => ", " / ", " -> ", " | ", "\t"])(
    "of two signed ones the first, with %j between",
    (between) => {
      expect(findUrl(signed + between + own)?.url).toBe(signed);
      expect(findUrl(own + between + signed)?.url).toBe(own);
    },
  );

  const asked = signed.slice("https://".length);
  test.each([
    ["a parameter for words", `https://www.fjord.test/?text=see ${signed}`],
    ["a parameter for words, with a comma", `https://www.fjord.test/?text=see, ${signed}`],
    ["words before it", `https://www.fjord.test/?id=4 shows ${signed}`],
    ["a parameter that is empty", `https://www.fjord.test/?src= ${signed}`],
    ["a list of URLs", `https://www.fjord.test/?list=https://a.test/1.jpg,${signed}`],
    ["a text with a URL, joined by a comma", `https://img.fjord.test/a.jpg?text=see,${signed}`],
    ["a vendor's parameter with another site's URL", `https://fjord.libpx.com/a.jpg?src=a,${signed}`],
    ["a URL in the last value", `https://img.fjord.test/a.jpg?w=4,https://a.test&signature=${digits}`],
    ["a host without its scheme", `https://img.fjord.test/a.jpg?w=4,${asked}`],
  ])("near miss: %s", (_, pasted) => {
    expect(findUrl(pasted)).toBeNull();
  });

  test.each([`https://www.fjord.test/?text=see "${signed}"`, `https://www.fjord.test/?id="${signed}"`])(
    "near miss: what a parameter quotes stays its own in %s",
    (pasted) => expect(findUrl(pasted)?.url).toBe(pasted.slice(0, -1)),
  );
});
