import { createHash, createHmac, randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { search } from "../search";
import { idsIn, inputOf } from "../testing";

const SECRET = "Wq7-fN2x.Lp4";
const PHOTO = "https://img.example.net/trees/oak.jpg?width=320&height=200&mode=crop";
const SIGNED_PHOTO = "/trees/oak.jpg?width=320&height=200&mode=crop";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";
const PAGE = "url=https%3A%2F%2Fa.example%2Fx%3Fy%3D1&full_page=true&width=800";
const DECODED_PAGE = "url=https://a.example/x?y=1&full_page=true&width=800";

const hmac = (signed: string, hash = "sha1", key = SECRET) =>
  createHmac(hash, key).update(signed).digest("hex");

async function explain(url: string, signature: string) {
  const isLink = url.startsWith(LINK);
  const pasted = isLink
    ? url.replace("{}", signature)
    : `${url}${url.includes("?") ? "&" : "?"}signature=${signature}`;
  const diagnosis = await search(
    inputOf(pasted, { schemeId: isLink ? "urlbox" : "libpixel", secret: SECRET }),
  );
  return diagnosis.state === "explained"
    ? { ids: diagnosis.mistakes.map(({ id }) => id), signed: diagnosis.signed }
    : { ids: [diagnosis.state], signed: null };
}

const link = (query: string) => `${LINK}?${query}`;

/** The sent URL, the string that some maker signed for it, and how that is called. */
const MADE: readonly [url: string, signed: string, id: string][] = [
  [PHOTO, "height200modecropwidth320", "parameters-joined-otherwise"],
  [PHOTO, "https://img.example.net/trees/oak.jpgheight200modecropwidth320", "recipe-of-another-vendor"],
  [PHOTO, "/trees/oak.jpg\nheight=200\nmode=crop\nwidth=320\n", "parameters-joined-otherwise"],
  [PHOTO, "320,200,crop", "parameters-joined-otherwise"],
  [link(PAGE), DECODED_PAGE.replaceAll("&", "|"), "parameters-joined-otherwise"],
  [link(PAGE), "truehttps://a.example/x?y=1800", "parameters-joined-otherwise"],
  [link(PAGE), '{"url": "https://a.example/x?y=1", "full_page": true, "width": 800}', "signed-as-json"],
  [link(PAGE), '{"url":"https:\\/\\/a.example\\/x?y=1","full_page":"true","width":"800"}', "signed-as-json"],
  [
    link(PAGE),
    '{"format":"png","full_page":true,"url":"https://a.example/x?y=1","width":800}',
    "signed-as-json",
  ],
  [PHOTO, '{\n  "width": 320,\n  "height": 200,\n  "mode": "crop"\n}', "signed-as-json"],
  [link(PAGE), "{url=https://a.example/x?y=1, full_page=true, width=800}", "signed-as-printed-object"],
  [PHOTO, "map[height:200 mode:crop width:320]", "signed-as-printed-object"],
  [PHOTO, "/trees/oak.jpg?[object Object]", "signed-as-printed-object"],
  [link(PAGE), `${btoa(PAGE)}\n`, "signed-as-base64"],
  [
    PHOTO,
    `${btoa(SIGNED_PHOTO)}
`,
    "signed-as-base64",
  ],
  [link(PAGE), `GET&${encodeURIComponent(PAGE)}`, "signed-with-method"],
  [PHOTO, PHOTO.replace("img.", "www.img."), "signed-full-url"],
  [PHOTO, `/img.example.net${SIGNED_PHOTO}`, "signed-with-host"],
  [PHOTO, createHash("sha256").update(SIGNED_PHOTO).digest("hex"), "signed-as-digest"],
  [link(PAGE), createHash("md5").update(PAGE).digest("base64"), "signed-as-digest"],
  [PHOTO, `\ufeff${SIGNED_PHOTO}`, "string-with-invisible-character"],
  [link(PAGE), `${PAGE}\0`, "string-with-invisible-character"],
  [PHOTO, SIGNED_PHOTO.replaceAll(/[?&=]/g, "\\$&"), "signed-with-shell-escapes"],
  [link(PAGE), PAGE.replaceAll("&", "^&"), "signed-with-shell-escapes"],
  [PHOTO.replace("oak", "oak-300x200"), SIGNED_PHOTO, "file-name-suffixed"],
  [
    link("url=https%3A%2F%2Fa.example%2Fb@2x.png&width=800"),
    "url=https%3A%2F%2Fa.example%2Fb.png&width=800",
    "file-name-suffixed",
  ],
  [`${PHOTO}&text=a%E2%80%93b%E2%80%A6`, `${SIGNED_PHOTO}&text=a--b...`, "punctuation-made-typographic"],
  [`${PHOTO}&t=1790000000123`, `${SIGNED_PHOTO}&t=1790000000`, "number-written-otherwise"],
  [link(PAGE.replace("_", "")), PAGE, "characters-removed"],
  [PHOTO, `${SIGNED_PHOTO.slice(1)}9999999999`, "recipe-of-another-vendor"],
  [PHOTO.replace("img.", "www."), PHOTO.replace("img.", ""), "signed-full-url"],
  [PHOTO, `b'${SIGNED_PHOTO}'`, "string-in-quotes"],
  [link(PAGE), `'${PAGE}'`, "string-in-quotes"],
  [`${PHOTO}&expires=1790000000`, `1790000000:${SIGNED_PHOTO}`, "signed-with-timestamp"],
  [`${PHOTO}&nonce=a8f3`, `${SIGNED_PHOTO}&nonce=a8f3a8f3`, "signed-with-timestamp"],
  [link(PAGE), "url=https%3A%2F%2Fa.example%2Fx%3Fy%3D1", "string-cut-at-ampersand"],
  [`${PHOTO}&tag=a&tag=b`, `${SIGNED_PHOTO}&tag=b`, "one-of-equal-names-signed"],
  [PHOTO, "/trees/oak.jpg?width=999&height=200&mode=crop", "value-changed-after-signing"],
  [PHOTO, "/trees/oak.jpg?width=640&height=400&mode=crop", "value-changed-after-signing"],
  [PHOTO, "/trees/oak.jpg?width=200&height=125&mode=crop", "value-changed-after-signing"],
  [`${PHOTO}&dpr=1.3`, `${SIGNED_PHOTO}&dpr=2.7`, "value-changed-after-signing"],
  [`${PHOTO}&q=60&dpr=2`, `${SIGNED_PHOTO}&q=80&dpr=1`, "value-changed-after-signing"],
  [`${PHOTO}&t=1790000311`, `${SIGNED_PHOTO}&t=1790000000`, "value-changed-after-signing"],
  [PHOTO.replace("oak", "oak-640"), SIGNED_PHOTO.replace("oak", "oak-1280"), "value-changed-after-signing"],
  [PHOTO, `${SIGNED_PHOTO}&quality=80`, "parameter-removed-after-signing"],
  [link(PAGE), `${PAGE}&delay=2000`, "parameter-removed-after-signing"],
  [
    link("url=https%3A%2F%2Fa.example&width=800"),
    "url=https%3A%2F%2Fa.example&full_page=true&width=800",
    "parameter-removed-after-signing",
  ],
  [PHOTO, SIGNED_PHOTO.replace("320", "320.0").replace("200", "200.0"), "number-written-otherwise"],
  [PHOTO.replace("320", "1320"), SIGNED_PHOTO.replace("320", "1,320"), "number-written-otherwise"],
  [PHOTO.replace("320", "1320"), SIGNED_PHOTO.replace("320", "1%E2%80%AF320"), "number-written-otherwise"],
  [PHOTO.replace("320", "320.0"), SIGNED_PHOTO, "number-written-otherwise"],
  [`${PHOTO}&t=1782315768307`, `${SIGNED_PHOTO}&t=1.7823157683E%2B12`, "number-written-otherwise"],
  [`${PHOTO}&t=1782315768307`, `${SIGNED_PHOTO}&t=1.782315768307e+12`, "number-written-otherwise"],
  [PHOTO, SIGNED_PHOTO.replace("320", "320px"), "number-written-otherwise"],
  [link(PAGE), PAGE.replace("true", "True"), "value-written-otherwise"],
  [link(PAGE), PAGE.replace("=true", ""), "value-written-otherwise"],
  [link(PAGE.replace("true", "1")), PAGE, "value-written-otherwise"],
  [link(PAGE.replace("true", "")), PAGE.replace("true", "undefined"), "value-written-otherwise"],
  [PHOTO, SIGNED_PHOTO.replace("crop", "None"), "value-written-otherwise"],
  [PHOTO, `/.${SIGNED_PHOTO}`, "rewritten-by-client"],
  [PHOTO, `/images/..${SIGNED_PHOTO}`, "rewritten-by-client"],
  [PHOTO, SIGNED_PHOTO.replace("width", "w").replace("height", "h"), "option-named-otherwise"],
  [`${PHOTO}&full_page=1`, `${SIGNED_PHOTO}&full.page=1`, "option-named-otherwise"],
  [`${PHOTO}&v1.2=1`, `${SIGNED_PHOTO}&v1_2=1`, "option-named-otherwise"],
  [
    link(PAGE),
    PAGE.replace("url", "Url").replace("full_page", "FullPage").replace("width", "Width"),
    "option-named-otherwise",
  ],
  [PHOTO.replace(".jpg", ".jpg;jsessionid=1A2B3C"), SIGNED_PHOTO, "parameter-added-after-signing"],
  [PHOTO.replace(".jpg", ".jpg;v=2"), SIGNED_PHOTO, "parameter-added-after-signing"],
  [PHOTO, `http://localhost:8000${SIGNED_PHOTO}`, "signed-full-url"],
  [link(PAGE), `${PAGE}&selector=null`, "parameter-removed-after-signing"],
  [`${PHOTO}&upscale=true&debug=false`, `${SIGNED_PHOTO}&upscale=1&debug=`, "value-written-otherwise"],
  [link(PAGE), `u'${PAGE}'`, "string-in-quotes"],
  [PHOTO.replaceAll("&", ";"), SIGNED_PHOTO, "parameters-joined-otherwise"],
  [PHOTO, `/img${SIGNED_PHOTO}`, "path-prefix"],
  [PHOTO.replace("img.", "birch."), `/birch${SIGNED_PHOTO}`, "path-prefix"],
  [`${PHOTO}&v=9007199326368011`, `${SIGNED_PHOTO}&v=9007199326368012`, "number-written-otherwise"],
  [PHOTO.replace("oak", "oak@v3"), SIGNED_PHOTO, "string-dollar-expanded"],
  [link(PAGE), PAGE.replace(/%../g, ""), "string-sanitised"],
  [`${PHOTO}&text=caf%C3%A9s%20ol%C3%A9`, `${SIGNED_PHOTO}&text=cafs%20ol`, "string-sanitised"],
  [`${PHOTO}&text=%3Cb%3EHi%3C%2Fb%3E`, `${SIGNED_PHOTO}&text=Hi`, "string-sanitised"],
  [`${PHOTO}&debug`, `${SIGNED_PHOTO}&debug=`, "equals-sign-differs"],
  // node -p 'String(new URLSearchParams("url=https%3A%2F%2Fa.example&full_page&retina"))'
  [
    link("url=https%3A%2F%2Fa.example&full_page&retina"),
    "url=https%3A%2F%2Fa.example&full_page=&retina=",
    "equals-sign-differs",
  ],
  [link("url=a.example&full_page=&retina="), "url=a.example&full_page&retina", "equals-sign-differs"],
  [link("url=a.example&full_page=&retina="), "url=a.example&full_page=&retina", "equals-sign-differs"],
  // new java.net.URI(url).getQuery(), split at “&” and “=”, each part through URLEncoder, as signers for AWS do
  [
    link("highlight=rock%20%26%20roll&url=https%3A%2F%2Fa.example"),
    "+roll=&highlight=rock+&url=https%3A%2F%2Fa.example",
    "query-decoded-before-split",
  ],
  // node -p 'String(new URLSearchParams(decodeURIComponent("caption=Q%26A%3D1&width=320")))'
  [
    "https://img.example.net/oak.jpg?caption=Q%26A%3D1&width=320",
    "/oak.jpg?caption=Q&A=1&width=320",
    "signed-decoded-query",
  ],
  [
    "https://img.example.net/oak.jpg?caption=Tom%20%26%20J%C3%A9r%C3%B4me&width=320",
    "/oak.jpg?caption=Tom+&+J%C3%A9r%C3%B4me=&width=320",
    "query-decoded-before-split",
  ],
  [
    PHOTO.replace("/trees", "/fit/https://b.example/trees"),
    SIGNED_PHOTO.replace("/trees/oak.jpg", "/fit/https%3A%2F%2Fb.example%2Ftrees%2Foak.jpg"),
    "one-escape-decoded",
  ],
  [
    PHOTO.replace("/trees", "/fit/https:/b.example/trees"),
    SIGNED_PHOTO.replace("/trees/oak.jpg", "/fit/https%3A%2F%2Fb.example%2Ftrees%2Foak.jpg"),
    "one-escape-decoded",
  ],
  [`${PHOTO}?v=3`, SIGNED_PHOTO, "parameter-added-after-signing"],
  [link(`${PAGE}?w=640&q=75`), PAGE, "parameter-added-after-signing"],
  [PHOTO.replaceAll("&", "&amp%3B"), SIGNED_PHOTO, "url-html-escaped"],
  [PHOTO, SIGNED_PHOTO.replace("320", "{{ width }}"), "signed-with-placeholder"],
  // pm.request.url.getQueryString() in a script of Postman, before its variables are filled in
  [
    link("url=https%3A%2F%2Fa.example&width=300"),
    "url={{page_url}}&width={{width}}",
    "signed-with-placeholder",
  ],
  [
    "https://img.example.net/?src=https%3A%2F%2Fa.example%2Fb.png&width=300",
    "/?src={{imageUrl}}&width=300",
    "signed-with-placeholder",
  ],
  [
    PHOTO,
    SIGNED_PHOTO.replace("320", "%7Bwidth%7D").replace("200", "%7Bheight%7D"),
    "signed-with-placeholder",
  ],
  [PHOTO, SIGNED_PHOTO.replace("320", "%s"), "signed-with-placeholder"],
  [
    link(PAGE),
    PAGE.replace("https%3A%2F%2Fa.example%2Fx%3Fy%3D1", "%24%7Burl%7D"),
    "signed-with-placeholder",
  ],
  [`${PHOTO}&tag=a&tag=b%20c`, `${SIGNED_PHOTO}&tag%5B0%5D=a&tag%5B1%5D=b%20c`, "array-written-otherwise"],
  [`${PHOTO}&tag=a&tag=b%20c`, `${SIGNED_PHOTO}&tag=%5B%22a%22%2C%22b%20c%22%5D`, "array-written-otherwise"],
  [`${PHOTO}&tag=a,b`, `${SIGNED_PHOTO}&tag=a&tag=b`, "array-written-otherwise"],
  [`${PHOTO}&tag[]=a&tag[]=b`, `${SIGNED_PHOTO}&tag=a&tag=b`, "array-written-otherwise"],
  // Shopify’s way, as its libraries in PHP, C# and JavaScript have it: decoded, sorted, a list as JSON with spaces
  [
    link("url=https%3A%2F%2Fa.example&block_urls[]=ads.js&block_urls[]=chat.js"),
    'block_urls=["ads.js", "chat.js"]&url=https://a.example',
    "array-written-otherwise",
  ],
  [
    link("url=https%3A%2F%2Fa.example&block_urls%5B%5D=ads.js&block_urls%5B%5D=chat.js"),
    "url=https://a.example&block_urls=ads.js,chat.js",
    "array-written-otherwise",
  ],
  // (&url.URL{Path: "/oak.jpg?text=a%20b"}).String() of Go; Node’s url.format({ pathname }) leaves “%” alone
  ["https://img.example.net/oak.jpg?text=a%20b", "/oak.jpg%3Ftext=a%2520b", "one-escape-decoded"],
  [PHOTO, SIGNED_PHOTO.replace("?", "%3F"), "one-escape-decoded"],
  [
    "https://img.example.net/libstdc++.png?width=200",
    "/libstdc%20%20.png?width=200",
    "signed-with-percent20-for-space",
  ],
  // printf '$path?$query' in bash, hash_hmac("sha1", '$query', …) in PHP, "${query}" in JavaScript, "{path}?{query}" in Python, "%s?%s" in C
  [PHOTO, "$path?$query", "signed-variable-names"],
  [link(PAGE), "$query", "signed-variable-names"],
  [link(PAGE), `\${query}`, "signed-variable-names"],
  [PHOTO, "{path}?{query}", "signed-variable-names"],
  [PHOTO, "#{path}?#{query}", "signed-variable-names"],
  [PHOTO, "%s?%s", "signed-variable-names"],
  [PHOTO, `/trees/oak.jpg?\${query}`, "signed-variable-names"],
  // mac.update(text); mac.update(text);
  [PHOTO, SIGNED_PHOTO + SIGNED_PHOTO, "string-twice"],
  [link(PAGE), PAGE + PAGE, "string-twice"],
  // One hmac.new(…) of Python, one hash.Hash of Go or one createHmac(…) for a whole srcset, and update() for each of its URLs
  [PHOTO, SIGNED_PHOTO.replace("320", "640") + SIGNED_PHOTO, "string-after-another"],
  [
    "https://img.example.net/a.jpg?width=960",
    "/a.jpg?width=320/a.jpg?width=640/a.jpg?width=960",
    "string-after-another",
  ],
  [
    "https://img.example.net/a.jpg?width=300&dpr=3",
    "/a.jpg?width=300&dpr=1/a.jpg?width=300&dpr=2/a.jpg?width=300&dpr=3",
    "string-after-another",
  ],
  ["https://img.example.net/a.jpg?h=5&dpr=2", "/a.jpg?h=5/a.jpg?h=5&dpr=2", "string-after-another"],
  [link(PAGE), PAGE.replace("800", "400") + PAGE, "string-after-another"],
  // HMAC(EVP_sha1(), key, strlen(key), message, sizeof message, …) with a char *, and VARCHAR(32)
  [PHOTO, SIGNED_PHOTO.slice(0, 8), "string-truncated"],
  [link(PAGE), PAGE.slice(0, 8), "string-truncated"],
  [PHOTO, SIGNED_PHOTO.slice(0, 32), "string-truncated"],
  [link(PAGE), `key=pubKey9&${PAGE}`, "signed-with-api-key"],
  // hmac.update(salt); hmac.update(query);
  [link(PAGE), `pubKey9${PAGE}`, "signed-with-api-key"],
  [link(PAGE), `pubKey9?${PAGE}`, "signed-with-path"],
  [link(PAGE), `access_key=pubKey9&${PAGE.split("&").sort().join("&")}`, "signed-with-api-key"],
  ["https://img.example.net/?src=s3://trees/oak.jpg&width=320", "/?src=s3", "string-cut-at-address"],
  // url.split("?")[1] of JavaScript and Python, explode("?", $url)[1] of PHP, of an address that is not escaped
  [
    "https://img.example.net/?src=https://a.example/b.png?p1=1&p2=3&width=320",
    "/?src=https://a.example/b.png",
    "string-cut-at-question-mark",
  ],
  [
    "https://img.example.net/?width=320&src=a.example/b.png?v=3",
    "/?width=320&src=a.example/b.png",
    "string-cut-at-question-mark",
  ],
  [
    link("width=800&url=https://a.example?x=1?y=2&full_page=true"),
    "width=800&url=https://a.example",
    "string-cut-at-question-mark",
  ],
  // $_SERVER["QUERY_STRING"] behind “rewrite ^/(.*) /index.php?r=$1 last”, which appends the query
  [PHOTO, SIGNED_PHOTO.replace("?", "?r=trees/oak.jpg&"), "signed-with-rewritten-query"],
  // behind “try_files $uri /index.php?$uri&$args”
  [PHOTO, SIGNED_PHOTO.replace("?", "?/trees/oak.jpg&"), "signed-with-rewritten-query"],
  // Drupal’s and CakePHP’s rules with [QSA], signed by a program that builds its query anew of $_GET
  [PHOTO, "/index.php?q=trees%2Foak.jpg&width=320&height=200&mode=crop", "signed-with-rewritten-query"],
  [PHOTO, "url=trees/oak.jpg&width=320&height=200&mode=crop", "signed-with-rewritten-query"],
  [
    "https://img.example.net/trees/oak.jpg",
    "/trees/oak.jpg?path=/trees/oak.jpg",
    "signed-with-rewritten-query",
  ],
  [`${PHOTO}&text=a%0D%0Ab%0D%0A`, `${SIGNED_PHOTO}&text=a%0Ab%0A`, "line-ends-changed"],
  [`${PHOTO}&text=a%20b%20c`, `${SIGNED_PHOTO}&text=a%20b%0Ac`, "line-ends-changed"],
  [`${PHOTO}&text=Hello`, `${SIGNED_PHOTO}&text=Hello%0A`, "line-ends-changed"],
  [
    link("url=https%3A%2F%2Fa.example&delay 00&width\x1280"),
    "url=https%3A%2F%2Fa.example&delay=2000&width=1280",
    "quoted-printable",
  ],
  // quopri.decodestring of Python, quoted_printable_decode of PHP, unpack1("M") of Ruby
  ["https://img.example.net/trees/oak.jpg?width20&height 0&mode=crop", SIGNED_PHOTO, "quoted-printable"],
  [
    link("url=https%3A%2F%2Fa.example&full_page=true&qualityu&width@0"),
    "url=https%3A%2F%2Fa.example&full_page=true&quality=75&width=400",
    "quoted-printable",
  ],
  // Its last “=20” has become a space, which no copied URL keeps
  [
    link("url=https%3A%2F%2Fa.example&width00&delay "),
    "url=https%3A%2F%2Fa.example&width=300&delay=20",
    "quoted-printable",
  ],
];

it("knows a string that PHP took for base64, which skips “-” and “_”", async () => {
  // base64_decode("/new-trees/oak_1.jpg?width=320") of PHP 8.
  const bytes = Buffer.from("fe77b0b6b79eb3fa1a9358e983089db61df6", "hex");
  const url = "https://img.example.net/new-trees/oak_1.jpg?width=320";
  const { ids } = await explain(url, createHmac("sha1", SECRET).update(bytes).digest("hex"));
  expect(ids).toEqual(["string-decoded-from-base64"]);
});

it.each(MADE)("of %s knows that %j was signed", async (url, signed, id) => {
  expect(await explain(url, hmac(signed))).toEqual({ ids: [id], signed });
});

it.each([
  [PHOTO, `${SECRET}${SIGNED_PHOTO}`],
  [PHOTO, `${SIGNED_PHOTO}&secret=${SECRET}`],
  [link(PAGE), `${PAGE}:${SECRET}`],
  [PHOTO, `height=200&mode=crop&width=320&key=${SECRET}`],
  [PHOTO, `${SECRET}height200modecropwidth320${SECRET}`],
])("of %s knows that the secret stood in the string, and does not show it", async (url, signed) => {
  const { ids, signed: shown } = await explain(url, hmac(signed));
  expect(ids).toEqual(["secret-in-the-string"]);
  expect(shown).toBe(signed.replaceAll(SECRET, "«secret»"));
});

it("knows a URL of which link tracking escaped every “;” of “&amp;”, that before the signature, too", async () => {
  const tracked = `${PHOTO.replaceAll("&", "&amp%3B")}&amp%3Bsignature=${hmac(SIGNED_PHOTO)}`;
  expect(idsIn(await search(inputOf(tracked, { secret: SECRET })))).toEqual(["url-html-escaped"]);
});

it("undoes WordPress’s “&#038;”, which cuts the URL at its own “#”, before what was added", async () => {
  const shown = `${PHOTO.replaceAll("&", "&#038;")}&#038;utm_source=wp&signature=${hmac(SIGNED_PHOTO)}`;
  expect(idsIn(await search(inputOf(shown, { secret: SECRET }))).toSorted()).toEqual([
    "parameter-added-after-signing",
    "url-html-escaped",
  ]);
});

it.each(["-hex", "-binary", "-macopt"])("knows that openssl took “%s” for the key", async (option) => {
  const { ids } = await explain(PHOTO, hmac(SIGNED_PHOTO, "sha1", option));
  expect(ids).toEqual(["secret-is-an-option"]);
});

it.each<[string, (text: string) => string | Buffer]>([
  ["MessageDigest.digest() of Java", (text) => createHash("sha1").update(text).digest()],
  ["sha1() of PHP", (text) => createHash("sha1").update(text).digest("hex")],
  ["hashlib.sha256().digest() of Python", (text) => createHash("sha256").update(text).digest()],
  ["CryptoJS.MD5(…).toString()", (text) => createHash("md5").update(text).digest("hex")],
])("knows that secret and string were both hashed first, by %s", async (_, hashed) => {
  const made = (url: string, signed: string) =>
    explain(url, createHmac("sha1", hashed(SECRET)).update(hashed(signed)).digest("hex"));
  expect((await made(PHOTO, SIGNED_PHOTO)).ids).toEqual(["secret-and-string-hashed"]);
  expect((await made(link(PAGE), PAGE)).ids).toEqual(["secret-and-string-hashed"]);
});

// A column CHAR(64) of PostgreSQL; secret.padEnd(32, "0") and secret.rjust(32, "0") as for a cipher
it.each([SECRET.padEnd(64), SECRET.padEnd(32, "0"), SECRET.padStart(32, "0")])(
  "knows a secret that was filled up: “%s”",
  async (key) => {
    expect((await explain(PHOTO, hmac(SIGNED_PHOTO, "sha1", key))).ids).toEqual(["secret-padded"]);
  },
);

// openssl dgst -sha1 -hmac key.txt, and os.environ["LIBPIXEL_SECRET_FILE"] in a container
it.each(["key.txt", "secret.key", "/run/secrets/libpixel_secret", "libpixel-secret.txt"])(
  "knows that the name of a file was the key: %s",
  async (name) => {
    const { ids } = await explain(PHOTO, hmac(SIGNED_PHOTO, "sha1", name));
    expect(ids).toEqual(["secret-is-file-name"]);
  },
);

it("knows a whole recipe: a salt before the path, another hash, base64 for URLs", async () => {
  const digits = createHmac("sha256", SECRET).update(`${SECRET}${SIGNED_PHOTO}`).digest("base64url");
  expect(await explain(PHOTO, digits)).toEqual({
    ids: ["recipe-of-another-vendor"],
    signed: `«secret»${SIGNED_PHOTO}`,
  });
});

it("says nothing of another secret and of random digits", { timeout: 60_000 }, async () => {
  expect((await explain(PHOTO, hmac("height200modecropwidth320", "sha1", "another"))).ids).toEqual([
    "unexplained",
  ]);
  expect((await explain(link(PAGE), randomBytes(20).toString("hex"))).ids).toEqual(["unexplained"]);
  // Without its first slash this path would be a part of the host, and no host has a space.
  const spaced = "https://img.example.net/my%20trees/oak,elm.jpg?width=250";
  expect((await explain(spaced, randomBytes(20).toString("hex"))).ids).toEqual(["unexplained"]);
});
