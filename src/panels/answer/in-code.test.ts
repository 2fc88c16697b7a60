import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { search } from "../../diagnosis/search";
import { inputOf } from "../../diagnosis/testing";
import { locate } from "../../diagnosis/where/where";
import { libpixel } from "../../schemes/libpixel";
import { urlbox } from "../../schemes/urlbox";
import { readPaste } from "../../signing/read-paste";
import { joinUrl } from "../../signing/url-text";
import { languages } from "../../snippets";
import { changeFor } from "../../snippets/changes/change-for";
import { lineOf } from "../../snippets/changes/line-of";
import { madeIn, mistakesInCode } from "./in-code";

const STRING = "/photos/cat.jpg?width=200&height=100";
const SECRET = "q7Vn2LxT9fKw4Zr8Jp3m";

/** The mistakes found, and those of them of which a line of code is shown. */
async function shown(key: string, signed: string, secret = SECRET, sent = STRING) {
  const signature = createHmac("sha1", key).update(signed).digest("hex");
  const url = `https://images.example.net${sent}&signature=${signature}`;
  const found = await search(inputOf(url, { secret }));
  if (found.state !== "explained") throw new Error(`nothing explains ${signed}`);
  const { request } = readPaste(libpixel, url);
  if (!request.ok) throw new Error(url);
  const made = madeIn(found, locate(request.value, found), url, url);
  const hasLine = (id: string) => changeFor(id, languages[0], libpixel, "SHA-1", made) !== null;
  const ids = (mistakes: typeof found.mistakes) => mistakes.map(({ id }) => id);
  return { found: ids(found.mistakes), inCode: ids(mistakesInCode(found)).filter(hasLine) };
}

it.each([
  ["signed-nothing", "", "undefined"],
  ["string-with-white-space", `${STRING} `, STRING.replace("&", "\n  &")],
  ["string-in-quotes", `'${STRING}'`, `"${STRING}"`],
  ["signed-with-method", `GET ${STRING}`, `POST ${STRING}`],
])("shows the line of %s only where it makes what was signed", async (id, byLine, otherwise) => {
  expect(await shown(SECRET, byLine)).toEqual({ found: [id], inCode: [id] });
  expect(await shown(SECRET, otherwise)).toEqual({ found: [id], inCode: [] });
});

it("shows no line of a “%” that was signed rightly and sent bare, but of escapes that were escaped once more", async () => {
  const found = ["signed-double-encoded"];
  const bare = "/a.jpg?text=100%&width=3";
  expect(await shown(SECRET, bare.replace("%", "%25"), SECRET, bare)).toEqual({ found, inCode: [] });
  const escaped = "/a.jpg?text=a%20b&width=3";
  expect(await shown(SECRET, escaped.replace("%", "%25"), SECRET, escaped)).toEqual({ found, inCode: found });
});

it("shows no line of a parameter that was added where code may as well have left it out", async () => {
  const found = ["parameter-added-after-signing"];
  const tracked = await shown(SECRET, STRING, SECRET, `${STRING}&utm_source=mail`);
  expect(tracked).toEqual({ found, inCode: found });
  expect(await shown(SECRET, STRING, SECRET, `${STRING}&blur=3&dpr=2`)).toEqual({ found, inCode: [] });
  // The line would append it, also to the signature.
  const behind = `https://images.example.net${STRING}&signature={}&utm_source=mail`;
  expect((await linesOf(HEX, behind)).size).toBe(languages.length);
  expect(
    (await linesOf(HEX, behind.replace("&signature={}&utm_source=mail", "&utm_source=mail&signature={}")))
      .size,
  ).toBe(0);
  const inFront = STRING.replace("?", "?v=1732612345&");
  expect(await shown(SECRET, STRING, SECRET, inFront)).toEqual({ found, inCode: [] });
});

it("shows no line where the secret entered here is the wrong one", async () => {
  const [own, prefixed] = ["Kw4Zr8Jp3mQ7", "whsec_Kw4Zr8Jp3mQ7"];
  expect((await shown(prefixed, STRING, own)).inCode).toEqual(["secret-with-prefix"]);
  expect(await shown(own, STRING, prefixed)).toEqual({ found: ["secret-with-prefix"], inCode: [] });
});

it.each([
  ["a placeholder", "YOUR_SECRET", ["secret-is-placeholder"]],
  ["a variable that JavaScript found missing", "undefined", ["secret-is-placeholder"]],
  ["a variable that Python found missing", "None", []],
  ["a mask", "********************", []],
  ["a placeholder that shares text with the secret", "secret", [], "my-secret-7Vn2LxT9"],
])("shows for %s a line of Node.js only where that makes it", async (_, key, inCode, secret = SECRET) => {
  expect(await shown(key, STRING, secret)).toEqual({ found: ["secret-is-placeholder"], inCode });
});

it("shows the line that sorts parameters only where they were signed in order", async () => {
  const [sorted, id] = ["/photos/cat.jpg?height=100&width=200", "parameters-reordered"];
  expect(await shown(SECRET, sorted)).toEqual({ found: [id], inCode: [id] });
  expect(await shown(SECRET, STRING, SECRET, sorted)).toEqual({ found: [id], inCode: [] });
});

/** The lines in each language that are shown of a URL with this signature, where there is one. */
async function linesOf(
  signature: string,
  url = `https://images.example.net${STRING}&signature={}`,
  secret = SECRET,
) {
  const scheme = url.includes("urlbox") ? urlbox : libpixel;
  const pasted = url.replace("{}", signature);
  const found = await search(inputOf(pasted, { secret, schemeId: scheme.id }));
  const { request } = readPaste(scheme, pasted);
  if (found.state !== "explained" || !request.ok) throw new Error(`nothing explains ${signature}`);
  const made = madeIn(found, locate(request.value, found), pasted, pasted);
  const lines = languages.flatMap((language) => {
    const [mistake] = mistakesInCode(found);
    const line = mistake && lineOf(mistake, language, scheme, "SHA-1", made, joinUrl(request.value.unsigned));
    return line ? [[language.id, line.removed] as const] : [];
  });
  return new Map(lines);
}

const digestOf = (key: string | Buffer = SECRET, text = STRING) => createHmac("sha1", key).update(text);
const HEX = digestOf().digest("hex");
const ALL = languages.map(({ id }) => id);
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png?url=example.com";

describe("of what was appended to a signed URL", () => {
  const url = `https://images.example.net${STRING}`;
  it("a line is shown where it stands behind the signature", async () => {
    const lines = await linesOf(HEX, `${url}&signature={}&utm_source=mail`);
    expect(lines.get("node")).toContain("&utm_source=mail");
  });

  it.each([`${url}&utm_source=mail&signature={}`, `${url.replace("?", "?utm_source=mail&")}&signature={}`])(
    "none is shown where it stands before the signature: %s",
    async (sent) => {
      expect(await linesOf(HEX, sent)).toEqual(new Map());
    },
  );
});

it("no line is shown where our own makes what was signed, of a URL that has the mistake itself", async () => {
  const string = STRING.replace("&", "&amp;");
  const sent = `https://images.example.net${string}&amp;signature={}`;
  expect(await linesOf(digestOf(SECRET, string).digest("hex"), sent)).toEqual(new Map());
});

describe("a line that makes what was pasted", () => {
  it.each([
    ["sha1=", `sha1=${HEX}`, '"sha1=" + createHmac'],
    ["upper case", HEX.toUpperCase(), "toUpperCase()"],
    ["base64", encodeURIComponent(digestOf().digest("base64")), 'digest("base64")'],
    ["base64url of Node", digestOf().digest("base64url"), 'digest("base64url")'],
    ["base64 of the digits", encodeURIComponent(btoa(HEX)), "btoa("],
    ["a prefix of the key", digestOf(`whsec_${SECRET}`).digest("hex"), '"whsec_" + secret'],
    ["“&” behind the key", digestOf(`${SECRET}&`).digest("hex"), 'secret + "&"'],
    ["the key in base64", digestOf(btoa(SECRET)).digest("hex"), '.toString("base64")'],
    [
      "SHA-256 of the key",
      digestOf(createHash("sha256").update(SECRET).digest()).digest("hex"),
      'createHash("sha256").update(secret).digest()',
    ],
    ["a file’s line feed", digestOf(`${SECRET}\n`).digest("hex"), 'readFileSync("secret.txt"'],
    [
      "a plain hash",
      createHash("sha1")
        .update(SECRET + STRING)
        .digest("hex"),
      "update(secret + signingString)",
    ],
    [
      "API key, “:” and secret",
      digestOf(`pubKey9:${SECRET}`, "url=example.com").digest("hex"),
      "API_KEY:",
      LINK,
    ],
  ])("is shown of %s", async (_, signature, line, url?: string) => {
    expect((await linesOf(signature, url)).get("node")).toContain(line);
  });

  it.each([
    ["a literal of bytes around it", `b'${HEX}'`],
    ["brackets around it", `["${HEX}"]`],
    ["a prefix with a space", `sha1=%20${HEX}`],
    [
      "SHA-1 in hexadecimal for a key",
      digestOf(createHash("sha1").update(SECRET).digest("hex")).digest("hex"),
    ],
    ["a line feed before the key", digestOf(`\n${SECRET}`).digest("hex")],
    ["two “&” of the key", digestOf(`&${SECRET}`).digest("hex")],
    ["a plain hash with “:” between", createHash("sha1").update(`${SECRET}:${STRING}`).digest("hex")],
    ["a plain hash of the string alone", createHash("sha1").update(STRING).digest("hex")],
    [
      "API key and secret with nothing between",
      digestOf(`pubKey9${SECRET}`, "url=example.com").digest("hex"),
      LINK,
    ],
    ["secret, “:” and API key", digestOf(`${SECRET}:pubKey9`, "url=example.com").digest("hex"), LINK],
  ])("is shown of %s in no language, for none makes it", async (_, signature, url?: string) => {
    expect(Object.fromEntries(await linesOf(signature, url))).toEqual({});
  });

  it.each<[string, string, (secret: string) => Buffer | string, readonly string[]]>([
    ["base64 decoded", "pKvURIxJVi2CgRXROh/M", (secret) => Buffer.from(secret, "base64"), ALL],
    ["hex decoded", HEX, (secret) => Buffer.from(secret, "hex"), ALL],
    ["Latin-1", "schlüssel-é9", (secret) => Buffer.from(secret, "latin1"), ALL],
    ["UTF-16", SECRET, (secret) => Buffer.from(secret, "utf16le"), ALL],
    ["UTF-16 with a mark", SECRET, (secret) => Buffer.from(`\ufeff${secret}`, "utf16le"), []],
    ["in hex", SECRET, (secret) => Buffer.from(secret).toString("hex"), ALL.filter((id) => id !== "csharp")],
    ["in HEX", SECRET, (secret) => Buffer.from(secret).toString("hex").toUpperCase(), ["csharp"]],
    ["percent-encoded", "a/b+c=d%e 9~x", encodeURIComponent, ["node", "browser"]],
    [
      "the same as a form",
      "a/b+c=d%e 9*~x",
      (secret) => new URLSearchParams([["", secret]]).toString().slice(1),
      ["java"],
    ],
    ["percent-decoded, which may be as it was entered,", "a%2Fb%3Dc9x", decodeURIComponent, []],
    ["decoded from base64 to a text, the same,", "cTdWbjJMeFQ5Zkt3NFpy", atob, []],
    ["escaped for HTML", "a&b9xkLmNoP", (secret) => secret.replace("&", "&amp;"), ALL],
    [
      "escaped for HTML with its quotes",
      "a&b9x'kLmNoP",
      (secret) => secret.replace("&", "&amp;").replace("'", "&#39;"),
      [],
    ],
  ])("of the secret %s is that of the languages that make it", async (_, secret, keyOf, ids) => {
    const lines = await linesOf(digestOf(keyOf(secret)).digest("hex"), undefined, secret);
    expect([...lines.keys()].toSorted()).toEqual([...ids].toSorted());
  });

  it("of OpenSSL’s own words is the shell’s alone", async () => {
    expect([...(await linesOf(`SHA1(stdin)=%20${HEX}`)).keys()]).toEqual(["shell"]);
  });

  it("of the form for URLs with “=” is not Node.js’s, and without is none but Node.js’s", async () => {
    const widths = Array.from({ length: 100 }, (_, at) => `/photos/cat.jpg?width=${at + 1}`);
    const signs = (text: string) => digestOf(SECRET, text).digest("base64").match(/[+/]/g)?.length === 2;
    const text = widths.find(signs) ?? "";
    const keysOf = async (signature: string) => [
      ...(await linesOf(signature, `https://images.example.net${text}&signature={}`)).keys(),
    ];
    const written = digestOf(SECRET, text).digest("base64url");
    expect(await keysOf(written)).toEqual(["node"]);
    expect(await keysOf(`${written}%3D`)).toEqual(
      languages.map(({ id }) => id).filter((id) => id !== "node"),
    );
    const plain = encodeURIComponent(digestOf(SECRET, text).digest("base64"));
    expect(await keysOf(plain)).toHaveLength(languages.length);
    expect(await keysOf(plain.replace("%3D", ""))).toEqual([]);
  });

  it("of the place of the signature puts it where it was", async () => {
    const at = (url: string) => linesOf(HEX, `https://images.example.net${url}`);
    const [path, query] = STRING.split("?");
    expect((await at(`${path}?signature={}&${query}`)).size).toBe(languages.length);
    expect((await at(`${path}?${query?.replace("&", "&signature={}&")}`)).size).toBe(0);
  });
});
