import { createHash, createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { explainEdit } from "../../../diagnosis/edit/edit";
import { search } from "../../../diagnosis/search";
import { inputOf } from "../../../diagnosis/testing";
import { libpixel } from "../../../schemes/libpixel";
import { readPaste } from "../../../signing/read-paste";
import { joinParts } from "../../../signing/sign";
import { mistakesInCode } from "../in-code";
import { remediesOf } from "./remedies";

const SECRET = "q7Vn2LxT9fKw4Zr8Jp3m";
const HOST = "https://images.example.net";

const hmac = (text: string, key = SECRET) => createHmac("sha1", key).update(text).digest("hex");
const signed = (text: string) => `${HOST}${text}&signature=${hmac(text)}`;

/** The ways out of a wrong URL, and the URL as it stands with the signature that it should have. */
async function waysOut(url: string, secret = SECRET, otherSecrets: readonly string[] = []) {
  const { request } = readPaste(libpixel, url);
  if (!request.ok) throw new Error(url);
  const { value } = request;
  const resigned = joinParts(libpixel.assemble(value, hmac(value.signingString, secret)));
  const found = await search(inputOf(url, { secret, otherSecrets }));
  if (found.state !== "explained") throw new Error(`nothing explains ${url}`);
  return { resigned, ways: remediesOf(found, resigned) };
}

test.each([
  ["a string that was cut", `${HOST}/a.jpg?width=200&signature=${hmac("/a.jpg")}`],
  [
    "another computation",
    `${HOST}/a.jpg?width=200&signature=${createHmac("md5", SECRET).update("/a.jpg?width=200").digest("hex")}`,
  ],
  [
    "a digit that was mistyped",
    signed("/a.jpg?width=200").replace(/.$/, (digit) => (digit === "0" ? "1" : "0")),
  ],
])("%s has one way out: the same URL with the right signature", async (_, url) => {
  const { ways, resigned } = await waysOut(url);
  expect(ways.map((way) => [way.words, way.url])).toEqual([["The URL as it should be", resigned]]);
});

test.each([
  ["a string that was cut at the “&”", "/a.jpg?width=200&height=100&mode=crop", "/a.jpg?width=200"],
  ["options that were left out", "/a.jpg?width=200&blur=3&height=100", "/a.jpg?width=200&height=100"],
])("of %s all can be signed, or only that sent", async (_, sent, wasSigned) => {
  const { ways, resigned } = await waysOut(`${HOST}${sent}&signature=${hmac(wasSigned)}`);
  expect(ways.map((way) => [way.words, way.url])).toEqual([
    ["Sign all that is sent", resigned],
    ["Send only what was signed", signed(wasSigned)],
  ]);
  expect(ways[0]?.isDoubtful).toBe(true);
});

describe("a value that looks unset", () => {
  test.each([
    ["height=undefined", hmac("/a.jpg?width=200&mode=fit"), "Sign all that is sent"],
    ["height=NaN", hmac("a.jpg?width=200&mode=fit&height=NaN"), "Sign it as it stands"],
    ["height=None", hmac("/a.jpg?width=200&mode=fit&height=None", "changeme"), "Sign it with this secret"],
    ["text={{title}}", hmac("/a.jpg?width=200"), "Sign all that is sent"],
  ])("is named where it is offered, and can be left out: %s", async (unset, digits, words) => {
    const { ways } = await waysOut(`${HOST}/a.jpg?width=200&mode=fit&${unset}&signature=${digits}`);
    expect(ways[0]).toMatchObject({
      isDoubtful: true,
      words: expect.stringContaining(`“${unset}” included`),
    });
    if (words !== "Sign all that is sent") expect(ways[0]?.words).toBe(`${words}, “${unset}” included`);
    expect(ways.filter(({ url }) => url === signed("/a.jpg?width=200&mode=fit"))).toMatchObject([
      { words: `Leave out “${unset}”` },
    ]);
  });

  test("is none where the value means something", async () => {
    const { ways } = await waysOut(
      `${HOST}/a.jpg?width=200&text=undefined+behaviour&signature=${hmac("/a.jpg")}`,
    );
    expect(ways.map(({ words }) => words)).toEqual(["The URL as it should be"]);
  });
});

describe("an address that was not escaped", () => {
  const inner = "https://a.test/?x=1&lang=de";
  const wrong = hmac("src=https://a.test/?x=1&lang=de&width=9");

  test("can be signed as it stands, or whole", async () => {
    const { ways, resigned } = await waysOut(`${HOST}/?src=${inner}&width=9&signature=${wrong}`);
    expect(ways.map((way) => [way.words, way.url])).toEqual([
      ["Sign it as it stands, with “lang” as an option of its own", resigned],
      [
        "Sign it with “lang” as a part of the address in “src”",
        signed(`/?src=${encodeURIComponent(inner)}&width=9`),
      ],
    ]);
  });

  test.each([
    ["that lost nothing", "https://a.test/p.jpg&width=9"],
    ["with no “&” of its own", "https://a.test/?x=1&width=9"],
    ["before an option of the vendor", "https://a.test/?x=1&sharpen=1&width=9"],
    ["without a query", "https://a.test/p.jpg&lang=de"],
  ])("has one way where it is one %s", async (_, query) => {
    const { ways } = await waysOut(`${HOST}/?src=${query}&signature=${hmac(`src=${query}`)}`);
    expect(ways.map(({ words }) => words)).toEqual(["The URL as it should be"]);
  });
});

test("of what only was signed no option is said to be left out that is there with another value", async () => {
  const hintOf = async (sent: string, wasSigned: string) => {
    const { ways } = await waysOut(`${HOST}${sent}&signature=${hmac(wasSigned)}`);
    return ways.find(({ words }) => words === "Send only what was signed")?.hint;
  };
  expect(await hintOf("/a.jpg?mode=fit&width=1280,401", "/a.jpg?mode=fit&width=1280")).toBe(
    "The same digits.",
  );
  expect(await hintOf("/a.jpg?dpr=1,5&width=200", "/a.jpg?dpr=1&width=200")).toBe("The same digits.");
});

test("an “&” with no parameter behind it is none that was not signed", async () => {
  const { ways } = await waysOut(`${HOST}/a.jpg?width=1280&height=3&&signature=${hmac("/a.jpg?width=1280")}`);
  expect(ways.find(({ words }) => words === "Send only what was signed")?.hint).toBe(
    "The same digits, without “height”.",
  );
  const found = await search(
    inputOf(`${HOST}/a.jpg?width=1280&height=3&&signature=${hmac("/a.jpg?width=1280")}`, { secret: SECRET }),
  );
  expect(JSON.stringify(found)).not.toContain("“”");
});

test("what was changed after signing can be signed, or taken back", async () => {
  const { ways, resigned } = await waysOut(signed("/a.jpg?width=200").replace("?", "?utm_source=mail&"));
  expect(ways.map((way) => [way.words, way.url])).toEqual([
    ["Sign what is sent", resigned],
    ["Send what was signed", signed("/a.jpg?width=200")],
  ]);
});

describe("of a change beside another mistake both URLs can be signed", () => {
  const KEY = `${SECRET}\n`;
  const rule = "/a.jpg?width=320&text=a%20b";
  const link = (query: string, token: string) => `https://api.urlbox.com/v1/pubKey9/${token}/png?${query}`;
  test.each([
    ["a tracker and a line break in the secret", `${rule}&utm_source=x`, rule, KEY, "without “utm_source”"],
    ["a tracker and no slash", `${rule}&fbclid=x`, rule.slice(1), SECRET, "without “fbclid”"],
    ["a tracker and “+” for a space", `${rule}&gclid=x`, rule.replace("%20", "+"), SECRET, "without “gclid”"],
    ["an option that was left out", rule.replace("&", "&blur=3&"), rule, KEY, "without “blur”"],
    ["another value", rule.replace("320", "640"), rule, KEY, "as it was before the change"],
    ["another value and a line feed", rule.replace("320", "640"), `${rule}\n`, SECRET, "as it was before"],
    ["another order", "/a.jpg?text=a%20b&width=320", rule, KEY, "as it was before the change"],
    ["a slash", rule.replace("/a", "//a"), rule, KEY, "as it was before the change"],
  ])("%s", async (_, sent, string, key, words) => {
    const { ways, resigned } = await waysOut(`${HOST}${sent}&signature=${hmac(string, key)}`);
    expect(ways.map((way) => [way.words, way.url])).toEqual([
      ["Sign what is sent", resigned],
      [expect.stringContaining(`Send it ${words}`), signed(rule)],
    ]);
    expect(ways.some(({ isDoubtful }) => isDoubtful)).toBe(false);
  });

  test("also of a link with its token in the path", async () => {
    const query = "url=https%3A%2F%2Fa.example&width=800";
    const url = link(`${query}&utm_source=x`, hmac(`?${query}`));
    const found = await search(inputOf(url, { schemeId: "urlbox", secret: SECRET }));
    if (found.state !== "explained") throw new Error(found.state);
    expect(remediesOf(found, url).map(({ url }) => url)).toEqual([url, link(query, hmac(query))]);
  });

  test.each([
    ["no change", rule, rule.slice(1), KEY],
    ["damage alone, which nobody wants", rule.replace("&", "&amp;"), rule, KEY],
  ])("near miss: %s", async (_, sent, string, key) => {
    const { ways } = await waysOut(`${HOST}${sent}&signature=${hmac(string, key)}`);
    expect(ways.length).toBe(1);
  });
});

test("what was damaged on its way is not to be signed", async () => {
  const url = signed("/a.jpg?width=200&height=100");
  const { ways } = await waysOut(url.replace("&height", "&amp;height"));
  expect(ways.map((way) => [way.words, way.url])).toEqual([["Send what was signed", url]]);
});

test("what came into it is left out, unless it was meant: then all that is sent is signed", async () => {
  const url = signed("/a.jpg?width=200&height=100");
  const unseen = await waysOut(url.replace("200", "200\u200b"));
  expect(unseen.ways.map((way) => [way.words, way.url])).toEqual([["Send what was signed", url]]);
  const { ways, resigned } = await waysOut(url.replace("200", "200%22"));
  expect(ways.map((way) => [way.words, way.url])).toEqual([
    ["Send what was signed", url],
    ["Sign what is sent", resigned],
  ]);
});

test("what a “#” has cut off is sent whole again, and the hint says by what", async () => {
  const url = signed("/a.jpg?text=no%231&width=200");
  const { ways } = await waysOut(url.replace("%23", "#"));
  expect(ways.map((way) => way.url)).toEqual([url]);
  expect(ways[0]?.hint).toContain("%23");
});

test("a signature out of its place is put there, with the same digits", async () => {
  const digits = hmac("/a.jpg?width=200");
  const { ways } = await waysOut(`${HOST}/a.jpg?signature=${digits}&width=200`);
  expect(ways.map((way) => [way.words, way.url])).toEqual([
    ["Send it right", `${HOST}/a.jpg?width=200&signature=${digits}`],
  ]);
});

test.each([
  ["digits that are gone", (digits: string) => digits.slice(0, -3)],
  ["one too many", (digits: string) => `${digits}0`],
])("after an edit by which there are %s, the whole ones are none of the same digits", (_, edit) => {
  const rule = "/a.jpg?width=200";
  const read = (url: string) => {
    const { request } = readPaste(libpixel, url);
    if (!request.ok) throw new Error(url);
    return request.value;
  };
  const url = signed(rule);
  const valid = { request: read(url), hash: "SHA-1", signature: hmac(rule), pasted: url } as const;
  const found = explainEdit(valid, read(url.replace(hmac(rule), edit(hmac(rule)))), hmac(rule));
  if (!found) throw new Error("no edit is told");
  const ways = remediesOf(found, "https://signed.with/another?hash");
  expect(ways.map((way) => [way.words, way.url])).toEqual([
    [edit("0".repeat(40)).length < 40 ? "Send all of its digits" : "The URL as it should be", url],
  ]);
  expect(remediesOf(found, url).map((way) => [way.words, way.url])).toEqual([
    ["The URL as it should be", url],
  ]);
});

test("where another secret signed, the right URL depends on which one is the account’s", async () => {
  const { ways, resigned } = await waysOut(
    `${HOST}/a.jpg?width=200&signature=${hmac("/a.jpg?width=200", "changeme")}`,
  );
  expect(ways).toMatchObject([{ words: "Sign it with this secret", url: resigned }]);
  expect(ways[0]?.hint).toMatch(/^The right URL if /);
  expect(ways[0]?.isDoubtful).toBeUndefined();
});

test("where the secret entered here has more than the one that signed, the URL may be right as it is", async () => {
  const { ways } = await waysOut(signed("/a.jpg?width=200"), `whsec_${SECRET}`);
  expect(ways).toMatchObject([{ isDoubtful: true }]);
  expect(ways[0]?.words).toMatch(/^Only if /);
});

test("where the signature may have been entered as the secret, what that signs is offered with an if", async () => {
  const url = signed("/a.jpg?width=200");
  const { ways } = await waysOut(url, url.slice(url.lastIndexOf("=") + 1));
  expect(ways).toMatchObject([{ words: expect.stringMatching(/^Only if /), isDoubtful: true }]);
  const leaked = await waysOut(
    "https://acme.libpx.com/a.jpg?width=200&signature=s3cret-of-mine",
    "s3cret-of-mine",
  );
  expect(leaked.ways[0]?.isDoubtful).toBeUndefined();
});

describe("beside another mistake", () => {
  const digits = hmac("/a.jpg?width=300", "other-secret");

  test.each([
    ["the other secret", `${HOST}/a.jpg?width=600&signature=${digits}`, SECRET, ["other-secret"]],
    ["a line break in the key", `${HOST}/a.jpg?width=600&signature=${hmac("/a.jpg", `${SECRET}\n`)}`],
  ])("%s leaves it open whose secret is right", async (_, url, secret = SECRET, others = []) => {
    const { ways } = await waysOut(url, secret, others);
    expect(ways.map(({ words }) => words)).not.toContain("The URL as it should be");
    expect(ways.length).toBe(others.length + 1);
    for (const { hint } of ways) expect(hint).toContain("if the secret entered here is the account’s");
  });

  test("a blank that came along with the secret leaves the way to send what was signed", async () => {
    const was = signed("/a.jpg?width=300");
    const { ways } = await waysOut(was.replace("300", "600"), `${SECRET} `);
    expect(ways.map(({ words, url }) => [words, url])).toEqual([
      ["Send what was signed", was],
      ["Only if what is entered here is the secret", expect.stringContaining("width=600&signature=")],
    ]);
    const alone = await waysOut(was, `${SECRET} `);
    expect(alone.ways.map(({ words }) => words)).toEqual(["Only if what is entered here is the secret"]);
  });
});

test.each([
  ["/a.jpg?src=https://cdn.x/b.jpg&width=3", "/a.jpg?src=https%3A%2F%2Fcdn.x%2Fb.jpg&width=3"],
  ["/a.jpg?src=https://cdn.x/?a=1&width=3", "/a.jpg?src=https%3A%2F%2Fcdn.x%2F%3Fa%3D1&width=3"],
])(
  "an address that was signed escaped and sent raw can be sent as signed, or signed as sent: %s",
  async (sent, was) => {
    const { ways, resigned } = await waysOut(`${HOST}${sent}&signature=${hmac(was)}`);
    expect(ways.map(({ words, url }) => [words, url])).toEqual([
      ["Send what was signed", signed(was)],
      ["Sign what is sent", resigned],
    ]);
  },
);

test("a signature behind a fragment is put before it, and no “%23” is spoken of", async () => {
  const digits = hmac("/a.jpg?width=300");
  const { ways } = await waysOut(`${HOST}/a.jpg?width=300#top&signature=${digits}`);
  expect(ways.map(({ url }) => url)).toEqual([`${HOST}/a.jpg?width=300&signature=${digits}#top`]);
  expect(ways[0]?.hint).not.toContain("%23");
});

test.each(["&", "&&"])("a “%s” behind the signature is left out, and nobody signs it", async (end) => {
  const { ways } = await waysOut(`${signed("/a.jpg?width=300")}${end}`);
  expect(ways.map(({ words, url }) => [words, url])).toEqual([
    ["Send what was signed", signed("/a.jpg?width=300")],
  ]);
});

describe("of two parameters with one name", () => {
  test.each([
    ["the second was appended", `${signed("/a.jpg?width=300")}&width=600`],
    ["only the first was signed", `${HOST}/a.jpg?width=300&width=600&signature=${hmac("/a.jpg?width=300")}`],
  ])("each can be sent alone where %s", async (_, url) => {
    const { ways } = await waysOut(url);
    const urls = ways.map((way) => way.url);
    expect(urls).toContain(signed("/a.jpg?width=300"));
    expect(urls).toContain(signed("/a.jpg?width=600"));
    expect(ways.find((way) => way.url === signed("/a.jpg?width=600"))?.words).toBe("Send “width=600” alone");
  });

  test.each([
    ["a list", `${signed("/a.jpg?tag[]=a")}&tag[]=b`],
    ["three of them", `${signed("/a.jpg?width=1")}&width=2&width=3`],
    ["another name", `${signed("/a.jpg?width=1")}&height=2`],
    ["no name", `${signed("/a.jpg?width=1")}&&`],
    ["a list that was signed as one value", `${HOST}/a.jpg?w=1&w=2&signature=${hmac("/a.jpg?w=1,2")}`],
    ["a list that was signed with brackets", `${HOST}/a.jpg?w=1&w=2&signature=${hmac("/a.jpg?w[]=1&w[]=2")}`],
  ])("none is offered alone of %s", async (_, url) => {
    const { ways } = await waysOut(url);
    expect(ways.filter(({ words }) => words.endsWith("alone"))).toEqual([]);
  });
});

test.each([
  ["an entity of HTML", "/a.jpg?x=1&region=eu", (url: string) => url.replace("&reg", "®")],
  ["backslashes", "/my_cat.jpg?width=1", (url: string) => url.replace("_", "\\_")],
])("%s in the URL is no part of what is to be signed", async (_, was, damage) => {
  const { ways } = await waysOut(damage(signed(was)));
  expect(ways.map(({ words, url }) => [words, url])).toEqual([["Send what was signed", signed(was)]]);
});

test("backslashes that only were signed are not sent", async () => {
  const { ways, resigned } = await waysOut(`${HOST}/a_b.jpg?width=1&signature=${hmac("/a\\_b.jpg?width=1")}`);
  expect(ways.map(({ url }) => url)).toEqual([resigned]);
});

test.each([
  ["?src=https://a.example/#top", "?src=https%3A%2F%2Fa.example%2F%23top"],
  // A place on the page is not the address’s.
  ["?width=3#top", null],
])("a “#” that was signed behind an address is part of it: %s", async (sent, whole) => {
  const digits = hmac(`/a.jpg${sent}`);
  const { ways, resigned } = await waysOut(`${HOST}/a.jpg${sent.replace("#", `&signature=${digits}#`)}`);
  expect(ways.map(({ url }) => url)).toEqual([whole === null ? resigned : signed(`/a.jpg${whole}`)]);
});

describe("a parameter that was signed under another name", () => {
  test.each([
    ["sent under the vendor’s", "width=300", "w=300", "as sent"],
    ["signed under the vendor’s", "w=300", "width=300", "both"],
    ["of which the vendor knows neither", "tag.name=300", "tag_name=300", "both"],
  ])("is not sent under a name that the vendor does not know: %s", async (_, sent, was, ways) => {
    const found = await waysOut(`${HOST}/a.jpg?${sent}&signature=${hmac(`/a.jpg?${was}`)}`);
    const asSigned = ways === "both" ? [signed(`/a.jpg?${was}`)] : [];
    expect(found.ways.map(({ url }) => url)).toEqual([found.resigned, ...asSigned]);
  });
});

describe("of a token of another hash a part", () => {
  const query = "url=https%3A%2F%2Fa.example%2F&width=1280";
  const whole = createHmac("sha256", SECRET).update(query).digest("hex");
  const linkWith = (token: string) => `https://api.urlbox.com/v1/pubKey9/${token}/png?${query}`;

  test.each([32, 40, 60])("of %i digits is told as that, and sent whole", async (length) => {
    const found = await search(
      inputOf(linkWith(whole.slice(0, length)), { schemeId: "urlbox", secret: SECRET }),
    );
    if (found.state !== "explained") throw new Error(found.state);
    expect(found.mistakes.map(({ id }) => id)).toEqual(["signature-truncated"]);
    const ways = remediesOf(found, linkWith(hmac(query)));
    expect(ways.map((way) => [way.words, way.url])).toEqual([["Send all of its digits", linkWith(whole)]]);
  });

  test("is none where the digits are those by which it is signed anew", async () => {
    const url = linkWith(hmac(query).slice(0, 32));
    const found = await search(inputOf(url, { schemeId: "urlbox", secret: SECRET }));
    if (found.state !== "explained") throw new Error(found.state);
    const ways = remediesOf(found, linkWith(hmac(query)));
    expect(ways.map(({ words, url }) => [words, url])).toEqual([
      ["The URL as it should be", linkWith(hmac(query))],
    ]);
  });
});

describe("the hash of a token", () => {
  const query = "url=https%3A%2F%2Fa.example%2F&width=1280";
  const made = (hash: string, text = query, key = SECRET) => createHmac(hash, key).update(text);
  const linkWith = (token: string) =>
    `https://api.urlbox.com/v1/pubKey9/${encodeURIComponent(token)}/png?${query}`;
  const [older, newer] = ["sha1", "sha256"].map((hash) => linkWith(made(hash).digest("hex"))) as [
    string,
    string,
  ];
  const waysOf = async (token: string) => {
    const found = await search(inputOf(linkWith(token), { schemeId: "urlbox", secret: SECRET }));
    if (found.state !== "explained") throw new Error(found.state);
    return { found, ways: remediesOf(found, older) };
  };

  test.each([
    ["in base64", made("sha256").digest("base64")],
    ["in base64url", made("sha256").digest("base64url")],
    ["behind its name", `sha256=${made("sha256").digest("hex")}`],
    ["in quotes", `"${made("sha256").digest("hex")}"`],
    ["with a line break", `${made("sha256").digest("hex")}\n`],
    ["as numbers", `[${[...made("sha256").digest()].join()}]`],
    ["of another key, in base64", made("sha256", query, `${SECRET}\n`).digest("base64")],
    ["of another string, in base64", made("sha256", `?${query}`).digest("base64")],
  ])("stays the one that made it, %s", async (_, token) => {
    const { found, ways } = await waysOf(token);
    expect(ways.map(({ url }) => url)).toEqual([newer]);
    expect(ways[0]?.hint).toContain("SHA-256");
    expect(found.resigned?.hash).toBe("SHA-256");
  });

  test.each([
    ["another hash", made("sha512").digest("hex")],
    ["one that no vendor takes", made("md5").digest("hex")],
    [
      "a plain hash",
      createHash("md5")
        .update(query + SECRET)
        .digest("hex"),
    ],
    ["no digits at all", "undefined"],
  ])("may be any that the vendor takes where it is %s", async (_, token) => {
    const { found, ways } = await waysOf(token);
    expect(ways.map(({ words, url }) => [words, url])).toEqual([
      ["Sign it with SHA-1", older],
      ["Sign it with SHA-256", newer],
    ]);
    expect(ways[0]?.isDoubtful).toBe(true);
    expect(mistakesInCode(found).filter(({ group }) => group === "digest")).toEqual([]);
    const wrongHash = found.mistakes.find(({ id }) => id === "wrong-hash");
    if (wrongHash) expect(wrongHash.fix).toBe("Pass SHA-1 or SHA-256 to the HMAC function.");
  });

  test("is told of each way where another one made the token and a value was changed", async () => {
    const before = query.replace("1280", "640");
    const { ways } = await waysOf(made("sha512", before).digest("hex"));
    expect(ways.map(({ words, url, hint }) => [words, url, hint])).toEqual([
      ["Sign it with SHA-1", older, "If that is the hash that your account checks."],
      [
        "Send it as it was before the change",
        linkWith(made("sha1", before).digest("hex")).replace(query, before),
        "Signed with SHA-1, if that is the hash that your account checks.",
      ],
      ["Sign it with SHA-256", newer, "If that is the hash that your account checks."],
    ]);
  });

  test.each([
    ["the one that is chosen, in base64", made("sha1").digest("base64")],
    [
      "told by its length",
      createHash("sha1")
        .update(query + SECRET)
        .digest("hex"),
    ],
  ])("is %s, and no other is offered", async (_, token) => {
    const { ways } = await waysOf(token);
    expect(ways.map(({ words, url }) => [words, url])).toEqual([["The URL as it should be", older]]);
  });
});

test("of a URL without a query nothing can be left out", async () => {
  const { ways } = await waysOut(`${HOST}/my%20cat.jpg?signature=${hmac("/my cat.jpg")}`);
  expect(ways.map(({ words }) => words)).toEqual(["The URL as it should be"]);
});

describe("a “+” in the path, which is no space there, and what was signed asks for another file", () => {
  test.each([
    ["quote_plus was sent, quote signed", "/my+pics/b+c.jpg?width=640", "/my%20pics/b%20c.jpg?width=640"],
    [
      "the same in path and query",
      "/my+pics/b.jpg?watermark.text=a+b",
      "/my%20pics/b.jpg?watermark.text=a%20b",
    ],
    ["a form’s encoder signed, the URL was sent with “%20”", "/my%20pics/b.jpg", "/my+pics/b.jpg"],
  ])("%s: both are offered, the one that was signed as it was", async (_, sent, wasSigned) => {
    const mark = sent.includes("?") ? "&" : "?";
    const { ways, resigned } = await waysOut(`${HOST}${sent}${mark}signature=${hmac(wasSigned)}`);
    const [of, other] = sent.includes("%20") ? ["+", "%20"] : ["%20", "+"];
    expect(ways).toMatchObject([
      { words: `Sign it as it stands, with “${other}” in the path`, url: resigned, isDoubtful: true },
      {
        words: `Send it with “${of}” in the path`,
        hint: "The URL that was signed.",
        url: `${HOST}${wasSigned}${mark}signature=${hmac(wasSigned)}`,
      },
    ]);
  });

  test.each([
    ["the path was signed unescaped", hmac("/my pics/b.jpg?width=640")],
    ["another key signed it", hmac("/my%20pics/b.jpg?width=640", `${SECRET}\n`)],
    ["its host was signed, too", hmac(`${HOST}/my%20pics/b.jpg?width=640`)],
  ])("%s: the other is signed anew", async (_, digits) => {
    const { ways, resigned } = await waysOut(`${HOST}/my+pics/b.jpg?width=640&signature=${digits}`);
    expect(ways).toMatchObject([
      { url: resigned },
      {
        words: "Send it with “%20” in the path",
        hint: expect.stringMatching(/^Signed with this secret, by the rule|^The right URL if/),
        url: signed("/my%20pics/b.jpg?width=640"),
      },
    ]);
  });

  test.each([
    ["in the query both are spaces", "/a.jpg?watermark.text=a+b", "/a.jpg?watermark.text=a%20b"],
    ["“%2B” is the same file", "/a+b.jpg?width=640", "/a%2Bb.jpg?width=640"],
    ["nothing was respelled", "/my+pics/b.jpg?width=640", "/my+pics/b.jpg"],
  ])("%s: there is one way", async (_, sent, wasSigned) => {
    const { ways } = await waysOut(`${HOST}${sent}&signature=${hmac(wasSigned)}`);
    expect(ways.map(({ words }) => words).join()).not.toContain("in the path");
  });
});

describe("a way out asks for an image:", () => {
  test.each([
    ["a source that is not set is not left out", "/?src=undefined&width=3", "?src=undefined&width=3"],
    ["nor one that was not signed", "/?src=https://a.test/b.png&width=3", "/?width=3"],
    ["nor one that was added behind the signature", "/?width=3&src=https://a.test/b.png", "/?width=3"],
  ])("%s", async (_, sent, was) => {
    const { ways, resigned } = await waysOut(`${HOST}${sent}&signature=${hmac(was)}`);
    expect(ways.map(({ url }) => url)).toEqual([resigned]);
  });

  test.each([
    [
      "where the path names one",
      "/a.png?src=undefined&width=3",
      "a.png?src=undefined&width=3",
      "/a.png?width=3",
    ],
    ["where another value is not set", "/?src=a.png&width=NaN", "?src=a.png&width=NaN", "/?src=a.png"],
  ])("what is not set is left out %s", async (_, sent, was, left) => {
    const { ways } = await waysOut(`${HOST}${sent}&signature=${hmac(was)}`);
    expect(ways.map(({ url }) => url)).toContain(signed(left));
  });
});
