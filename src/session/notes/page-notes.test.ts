import { describe, expect, it } from "vitest";
import { inspectPaste } from "../../panels/input/secret-paste";
import { schemes } from "../../schemes";
import { readPaste } from "../../signing/read-paste";
import { pageProblem } from "../page-problem";
import { initialState, type State } from "../state";
import { otherVendor } from "./other-vendor";
import { pageNotes } from "./page-notes";

const NO_SECRET = { bytes: 0, pasted: [], pastedKept: false } as const;

function noted(
  change: Partial<State>,
  secret: Parameters<typeof pageNotes>[0]["secret"] = NO_SECRET,
  compact = false,
  explained = false,
  signature = "",
  keepsSecret = false,
) {
  const state = { ...initialState(), ...change };
  const reading = readPaste(state.scheme, state.pasted, state.settings);
  const request = reading.request.ok ? reading.request.value : null;
  const foreign = otherVendor(state.scheme, reading.text);
  return pageNotes({ state, reading, request, signature, secret, keepsSecret, foreign, compact, explained });
}

const kinds = (...of: Parameters<typeof noted>) => noted(...of).map(({ kind }) => kind);

describe("a vendor's rule on another vendor's link", () => {
  const links = schemes.map(({ id, examples: [{ url }] }) => ({ id, pasted: url }));
  const crossed = schemes.flatMap((scheme) => links.map((link) => ({ scheme, link })));

  it.each(crossed)("$scheme.id on a link to $link.id", ({ scheme, link }) => {
    const notes = noted({ scheme, pasted: link.pasted });
    const switches = notes.flatMap(({ switchTo }) => switchTo?.schemeId ?? []);
    expect(switches).toEqual(scheme.id === link.id ? [] : [link.id]);
  });

  it("is no mistake where no vendor's host is known", () => {
    expect(kinds({ pasted: "https://images.example.net/a.jpg?w=1" })).not.toContain("other-scheme");
  });
});

describe("the way to the server", () => {
  it.each([
    { pasted: "https://a.test/?q=it's", told: ["delivery"] },
    { pasted: "https://a.test/p q?x='", told: ["escaped", "delivery"] },
    { pasted: "https://a b/1.jpg", told: ["host"] },
    { pasted: "https://a.test/?q=its", told: [] },
  ])("of $pasted", ({ pasted, told }) => {
    expect(kinds({ pasted })).toEqual(told);
  });
});

describe("what comes of an address that is not escaped", () => {
  it.each([
    ["https://a.test/p.jpg", /works while it has no “\?”, “&” or “#” of its own/],
    ["https://a.test/p.jpg&width=3", /works while it has no “\?”, “&” or “#” of its own/],
    ["https://a.test/?x=1", /though it has a “\?” of its own\. An “&” or “#” in it would/],
    ["https://a.test/?x=1&width=3", /though it has a “\?” of its own/],
    ["https://a.test/?x=1&css=a", /though it has a “\?” of its own/],
    ["https://a.test/?x=1&lang=de&width=3", /: “lang”, no option that is known here, is no part of it\.$/],
    ["https://a.test/?x=1&a=2&b=3", /: “a” and “b”, no options that are known here, are no part of it\.$/],
    ["https%3A%2F%2Fa.test/?x=1&lang=de", /: “lang”, no option that is known here/],
    ["https://a.test/p#top", /so its “#” and what follows are cut off\.$/],
    ["https://a.test/p&width=3#top", /works while it has no/],
  ])("is said of %s as it stands", (address, sentence) => {
    const urlbox = schemes.find(({ id }) => id === "urlbox");
    const pasted = `https://api.urlbox.com/v1/KEY/png?url=${address}`;
    const notes = noted({ ...(urlbox && { scheme: urlbox }), pasted });
    expect(notes.find(({ kind }) => kind === "unescaped-url")?.sentence).toMatch(sentence);
  });
});

const urlbox = schemes.find(({ id }) => id === "urlbox");
const token = "da1dce89bbe6837b5255759ce197a509f50e80ef";

/** The notes on a render link with this path. */
const notesOn = (path: string, signature = "") =>
  noted(
    { ...(urlbox && { scheme: urlbox }), pasted: `https://api.urlbox.com/v1/${path}?url=a.b` },
    NO_SECRET,
    false,
    false,
    signature,
  );

describe("a note's rewrite of a signed URL", () => {
  const digits = "ab".repeat(20);
  const rewritten = (pasted: string, signature: string) =>
    noted(
      { ...(pasted.includes("/v1/") && urlbox && { scheme: urlbox }), pasted },
      NO_SECRET,
      false,
      false,
      signature,
    ).flatMap(({ rewrite }) => rewrite?.text ?? []);

  it.each([
    [
      "https://a.test/1.jpg?src=https://b.test/1.jpg&signature=$",
      "https://a.test/1.jpg?src=https%3A%2F%2Fb.test%2F1.jpg",
    ],
    [
      "https://a.test/?src=https://b.test/1.jpg?v=1&cb=4&width=3&signature=$",
      "https://a.test/?src=https%3A%2F%2Fb.test%2F1.jpg%3Fv%3D1%26cb%3D4&width=3",
    ],
    [
      "https://api.urlbox.com/v1/KEY/$/png?url=https://b.test/1",
      "https://api.urlbox.com/v1/KEY/png?url=https%3A%2F%2Fb.test%2F1",
    ],
  ])("keeps the signature only where it may be that of what it makes: %s", (url, out) => {
    const signed = url.replace("$", digits);
    expect(rewritten(signed, digits)).toEqual([out]);
    for (const other of ["", "cd".repeat(20)]) expect(rewritten(signed, other).join()).toContain(digits);
  });

  it("takes no “#” for a value's where the digits behind it are right without it", () => {
    const signed = `https://a.test/1.jpg?text=Sale%20#1&signature=${digits}`;
    expect(rewritten(signed, digits)).toEqual([]);
    for (const other of ["", "cd".repeat(20)])
      expect(rewritten(signed, other)).toEqual([signed.replace("#", "%23")]);
  });
});

describe("digits in the place of Urlbox’s API key", () => {
  const told = (path: string, signature = "") =>
    notesOn(path, signature).find(({ kind }) => kind === "key-like-token")?.sentence;

  it.each([`${token}/png`, `${token.toUpperCase()}/pdf`, `${"0a".repeat(32)}/png`])(
    "look like a token: %s",
    (path) => {
      expect(told(path)).toContain("digits of a token");
      expect(told(path, "ab".repeat(20))).toContain("If the key was left out");
    },
  );

  it("are the token where the secret proves it", () => {
    expect(told(`${token}/png`, token)).toMatch(/^The API key is missing/);
  });

  it.each([
    `KEY/png`,
    `${token.slice(8)}/png`,
    `${token}/${token}/png`,
    `KEY/${token}/png`,
    `${token}/KEY/png`,
  ])("are none in %s", (path) => expect(told(path, token)).toBeUndefined());
});

describe("an API key of Urlbox’s that is none", () => {
  const told = (path: string) =>
    notesOn(path, token).flatMap(({ kind, sentence }) => (kind === "no-api-key" ? [sentence] : []));

  it.each([`/${token}/png`, "/png", `/${"0a".repeat(32)}/pdf`])("is missing in /v1/%s", (path) => {
    expect(told(path)).toEqual([expect.stringMatching(/^No API key stands in the link\. Write it right/)]);
  });

  it.each(["YOUR_API_KEY", "your-api-key", "API_KEY", "%3Capi-key%3E", "[API KEY]", "YOUR_KEY_HERE", "null"])(
    "is a placeholder: %s",
    (key) => {
      for (const path of [`${key}/${token}/png`, `${key}/png`])
        expect(told(path)).toEqual([expect.stringMatching(/^“[^%]+” stands for an API key, and is none\./)]);
    },
  );

  it.each(["ca482d7e9b1f4a60", "api-key", "pub_test_KEY", "KEY", "yourShop", "nullified"])(
    "is not told of %s",
    (key) => {
      for (const path of [`${key}/${token}/png`, `${key}/png`]) expect(told(path)).toEqual([]);
    },
  );
});

describe("a token joined to Urlbox’s API key", () => {
  it.each([":", ".", "%3A", "~", "-", "_"])("by “%s” is told, and put in its place", (sign) => {
    const [note, ...others] = notesOn(`pubKey9${sign}${token}/png`);
    expect(others).toEqual([]);
    expect(note?.sentence).toBe(
      `40 digits, as many as a token has, are joined to the API key with “${sign}”, so the link counts as unsigned. One “/” stands between the parts: /v1/API_KEY/TOKEN/FORMAT.`,
    );
    expect(note?.rewrite?.text).toBe(`https://api.urlbox.com/v1/pubKey9/${token}/png?url=a.b`);
    expect(notesOn(`pubKey9${sign}${token}/png`, token)[0]?.sentence).toMatch(/^This query’s token/);
  });
  it.each([
    `pubKey9${token}/png`,
    `pub:Key9/${token}/png`,
    `pub-${token}/${token}/png`,
    `-${token}/png`,
    `pubKey9:${token.slice(1)}/png`,
  ])("is none in %s", (path) => {
    expect(notesOn(path).map(({ kind }) => kind)).not.toContain("key-like-token");
  });
});

describe("a token in the place of Urlbox’s format", () => {
  const HOST = "https://api.urlbox.com/v1/";

  it.each([`KEY//${token}/png`, `KEY/${token}.png`])("is told, and put in its place: %s", (path) => {
    const [note, ...others] = notesOn(path);
    expect(others).toEqual([]);
    expect(note?.sentence).toMatch(/^The 40 digits of a token stand where the format belongs/);
    expect(note?.rewrite?.text).toBe(`${HOST}KEY/${token}/png?url=a.b`);
    expect(notesOn(path, token)[0]?.sentence).toMatch(/^This query’s token, made with this secret, stands/);
  });

  it("has no place where no format is known", () => {
    const [note] = notesOn(`KEY/${token}.bmp`);
    expect(note?.kind).toBe("token-like-format");
    expect(note?.rewrite).toBeUndefined();
  });

  it.each([`KEY/${token}/png`, "KEY/png", `KEY/${token}a.png`, `KEY/${token}/${token}`])(
    "is none in %s",
    (path) => {
      expect(notesOn(path).map(({ kind }) => kind)).not.toContain("token-like-format");
    },
  );
});

describe("a spreadsheet’s formula", () => {
  const START = "https://a.libpx.com/a.jpg?width=";
  const kinds = (pasted: string) => noted({ pasted }).map(({ kind }) => kind);

  it.each([
    `=IMAGE("${START}"&A1&"&height=480&signature=${token}")`,
    `="${START}" & A1 & "&height=480"`,
    `=CONCATENATE("${START}", A1, "&height=480")`,
    `=BILD(VERKETTEN("${START}"&A1;"&height=480"))`,
  ])("that puts the URL together is told: %s", (pasted) => expect(kinds(pasted)).toContain("formula"));

  it.each([
    `=IMAGE("${START}3", 4, 50, 50)`,
    `=HYPERLINK("${START}3","a & b")`,
    `x = "${START}3"`,
    `${START}3`,
  ])("that holds it whole is not: %s", (pasted) => expect(kinds(pasted)).not.toContain("formula"));
});

describe("a value that was never filled in", () => {
  const HOST = "https://a.libpx.com";
  const said = (pasted: string) =>
    noted({ pasted }).flatMap(({ kind, sentence }) => (kind === "unset-value" ? [sentence] : []));

  it.each([
    ["JavaScript’s undefined", "/a.jpg?width=3&height=undefined", "“height=undefined” looks"],
    ["JavaScript’s NaN and null", "/a.jpg?dpr=NaN&height=null", "“dpr=NaN” and “height=null” look"],
    ["an object", "/a.jpg?crop=%5Bobject%20Object%5D", "“crop=[object Object]” looks"],
    ["Python’s None", "/a.jpg?height=None&signature=00", "“height=None” looks"],
    ["Go’s nil", "/a.jpg?height=%3Cnil%3E", "“height=<nil>” looks"],
    ["a template’s gap", "/a.jpg?height=", "“height=” looks"],
    ["a placeholder", "/a.jpg?height={height}", "“height={height}” looks"],
    ["an escaped placeholder", "/a.jpg?height=%7B%7Bheight%7D%7D", "“height={{height}}” looks"],
    ["a shell’s variable", "/a.jpg?height=$HEIGHT", "“height=$HEIGHT” looks"],
    ["a template literal in quotes", `/\${name}?height=3`, `“/\${name}” looks`],
    ["a part of a file’s name", `/img_\${id}.jpg?height=3`, `“/img_\${id}.jpg” looks`],
    ["a gap of a template in it", "/my-{{ image.name }}.jpg?height=3", "“/my-{{ image.name }}.jpg” looks"],
    ["an escaped one", "/cat_%7B%7Bid%7D%7D.jpg", "“/cat_{{id}}.jpg” looks"],
    ["Mailchimp’s tag", "/a.jpg?text=*|FNAME|*", "“text=*|FNAME|*” looks"],
    ["an escaped tag", "/a.jpg?text=*%7CFNAME%7C*&width=6", "“text=*|FNAME|*” looks"],
    ["Marketing Cloud’s tag", "/a.jpg?text=%%FirstName%%", "“text=%%FirstName%%” looks"],
    ["Mailgun’s tag", "/a.jpg?text=%recipient.name%", "“text=%recipient.name%” looks"],
    ["Campaign Monitor’s tag", "/a.jpg?text=[firstname,fallback=]", "“text=[firstname,fallback=]” looks"],
    ["Braze’s tag", `/a.jpg?text={{\${first_name}}}`, `“text={{\${first_name}}}” looks`],
    ["MailerLite’s tag", "/a.jpg?text={$name}", "“text={$name}” looks"],
    ["a tag with a filter", "/a.jpg?text=%7B%7B%20first_name%7Cdefault%3A%27%27%20%7D%7D", "looks like"],
    ["a tag in a greeting", "/a.jpg?text=Hello%20*%7CFNAME%7C*!", "“*|FNAME|*” looks"],
    ["a tag in an address", "/?src=https%3A%2F%2Fa.test%2F%3Fn%3D%7B%7Bname%7D%7D", "“{{name}}” looks"],
    ["a path of undefined", "/photos/undefined?width=3", "“/undefined” looks"],
  ])("is told: %s", (_, path, begins) => {
    expect(said(HOST + path)).toEqual([expect.stringMatching(/leave (?:it|them) out before you sign\.$/)]);
    expect(said(HOST + path)[0]).toContain(begins);
  });

  it.each([
    "/a.jpg?text=undefined+behaviour",
    "/a.jpg?text=20%25%20off%25",
    "/a.jpg?text=50%25%25",
    "/a.jpg?text=*|*&crop=[1,2]",
    "/null/none.jpg?width=3",
    "/a.jpg?full_page=&width=3",
    "/a.jpg?price=$5",
    "/a.jpg?filter={a:1,b:2}",
    "/undefined.jpg?width=3",
    "/set-{a}.jpg?width=3",
    "/price_$5.jpg?width=3",
    "/{3A2C-44}/a.jpg?width=3",
    "/a.jpg?undefined=3",
    "/?src=https%3A%2F%2Fa.test%2F%3Fid%3Dundefined",
  ])("is none in %s", (path) => {
    expect(said(HOST + path)).toEqual([]);
  });
});

describe("a vendor's error message", () => {
  const cases = schemes.flatMap((scheme) =>
    scheme.vendorErrors.map((error) => ({ scheme, ...error, url: scheme.examples[0].url })),
  );

  it.each(cases)("“$says” around a URL is told beside it", ({ scheme, says, means, url }) => {
    const sentences = noted({ scheme, pasted: `${url} said ${says}` }).map(({ sentence }) => sentence);
    expect(sentences.join()).toContain(means);
  });

  it.each(cases)("“$says” alone is answered", ({ scheme, says, means, toDo }) => {
    const reading = readPaste(scheme, says, initialState().settings);
    expect(pageProblem(says, reading)?.sentence).toBe(toDo ? `${means} ${toDo}` : means);
  });

  it("is told where it is not about the token", () => {
    const urlbox = schemes.find(({ id }) => id === "urlbox");
    const told = (words: string, scheme = urlbox) =>
      noted({
        ...(scheme && { scheme }),
        pasted: `${words}\nhttps://api.urlbox.com/v1/KEY/${"ab".repeat(20)}/png?url=a.b`,
      }).flatMap(({ kind, sentence }) => (kind === "vendor-error" ? [sentence] : []));
    for (const code of ["ApiKeyNotFound", "NoUrlSupplied", "InvalidURLExtensionError"])
      expect(told(`{"error":{"message":"…","code":"${code}"}}`).join()).toContain(
        `“${code}” is not about the token`,
      );
    expect(told("InvalidQueryBuilder: 401")).toEqual([]);
    expect(told("ApiKeyNotFound", schemes[0])).toEqual([]);
    // What is about the token is told alone.
    expect(told("TokenNotMatchedError, not InvalidQuery")).toHaveLength(1);
    expect(told("TokenNotMatchedError, not InvalidQuery").join()).not.toContain("not about the token");
  });

  it("asks for what is missing alone", () => {
    const urlbox = schemes.find(({ id }) => id === "urlbox");
    const link = (token: string) => `TokenNotMatchedError https://api.urlbox.com/v1/KEY/${token}png?url=a.b`;
    const told = (pasted: string) => noted({ ...(urlbox && { scheme: urlbox }), pasted })[0]?.sentence;
    expect(told(link(""))).toContain("Paste the whole render link");
    expect(told(link(`${"ab".repeat(20)}/`))).toMatch(/does not give\.$/);
  });

  it("asks nobody to sign what is signed", () => {
    const told = (scheme: (typeof schemes)[number] | undefined, pasted: string) =>
      noted({ ...(scheme && { scheme }), pasted }).find(({ kind }) => kind === "vendor-error")?.sentence;
    const digits = "ab".repeat(20);
    const ofLibPixel = (query: string) =>
      told(schemes[0], `Require Authenticated Requests https://a.test/1.jpg?w=1${query}`);
    expect(ofLibPixel("")).toContain("Sign the URL here");
    expect(ofLibPixel(`&signature=${digits}`)).toMatch(/not only those with “src”\.$/);
    const ofUrlbox = (token: string) =>
      told(urlbox, `TokenlessRequestsNotEnabled https://api.urlbox.com/v1/KEY/${token}png?url=a.b`);
    expect(ofUrlbox("")).toContain("Sign the link here");
    expect(ofUrlbox(`${digits}/`)).toMatch(/without a token\.$/);
  });
});

it("what a diagnosis tells of the signature's place is no note beside it", () => {
  const pasted = `https://images.example.net/a.jpg?w=1&signature=${"ab".repeat(20)}&utm_source=mail`;
  expect(kinds({ pasted })).toContain("signature-not-last");
  expect(kinds({ pasted }, NO_SECRET, false, true)).not.toContain("signature-not-last");
});

describe("the secret", () => {
  it("that was pasted with more than itself: says whether the field kept it", () => {
    const pasted = { bytes: 5, pasted: ["a line break"] };
    expect(noted({}, { ...pasted, pastedKept: false })[0]?.sentence).toContain("The field left that out.");
    const both = { bytes: 5, pasted: ["a line break at the end", "quotes around it"], pastedKept: true };
    expect(noted({}, both)[0]?.sentence).toContain("All of it but line breaks is in the field");
    const quotes = { bytes: 5, pasted: ["quotes around it"], pastedKept: true };
    expect(noted({}, quotes)[0]?.sentence).toContain("All of it is in the field, and part of the secret");
    expect(
      [pasted, both, quotes].map((secret) => noted({}, { pastedKept: false, ...secret })[0]?.bares),
    ).toEqual([undefined, true, true]);
    const url = { bytes: 5, pasted: ["a URL", "quotes around it"], pastedKept: true };
    expect(noted({}, url)[0]?.bares).toBeUndefined();
  });

  it.each([
    ["••••••••••", "only what hides it"],
    ["********\n", "only what hides it"],
    ["●●●", "only what hides it"],
    ["sk_live_••••••••1234", "A part of the secret"],
    ["s3cr****", "A part of the secret"],
  ])("that is hidden where it was copied, %s, is told at sight", (text, words) => {
    const { carried, kept } = inspectPaste(text);
    const [note] = noted({}, { bytes: 5, pasted: carried, pastedKept: kept });
    expect(note?.sentence).toContain(words);
    expect(note?.sentence).toContain("Let the whole Auth Secret be shown");
  });

  it.each(['{"secret": "s3cret-Key"}', "secret: s3cret-Key", "Bearer s3cret-Key"])(
    "that was stored in something, %s, can be taken out of it",
    (text) => {
      const { carried, kept } = inspectPaste(text);
      const [note] = noted({}, { bytes: 5, pasted: carried, pastedKept: kept });
      expect(note?.sentence).toMatch(/carried (?:its name|JSON|a header’s word)/);
      expect(note?.sentence).not.toContain("Key");
      expect(note?.bares).toBe(true);
    },
  );

  it.each([
    "op://vault/libpixel/secret",
    `\${LIBPIXEL_SECRET}`,
    "$LIBPIXEL_SECRET",
    "%LIBPIXEL_SECRET%",
    `\${{ secrets.LIBPIXEL }}`,
    "{{ .Values.secret }}",
    "process.env.LIBPIXEL_SECRET",
    "os.environ['LIBPIXEL_SECRET']",
    'ENV["LIBPIXEL_SECRET"]',
    "arn:aws:secretsmanager:eu-west-1:1:secret:a",
    "projects/12/secrets/libpixel/versions/1",
  ])("of which only stands where it is kept, %s, is told at sight", (text) => {
    const { carried, kept } = inspectPaste(text);
    const [note] = noted({}, { bytes: 5, pasted: carried, pastedKept: kept });
    expect(note?.sentence).toContain("only where it is kept. Enter the Auth Secret itself.");
    expect(note?.bares).toBeUndefined();
  });

  it.each(["<your secret>", "<LIBPIXEL_SECRET>", "YOUR_API_SECRET", "your-secret-key\n", "your secret here"])(
    "that is a document’s word for one, %s, is told at sight",
    (text) => {
      const { carried, kept } = inspectPaste(text.trim());
      const [note] = noted({}, { bytes: 5, pasted: carried, pastedKept: kept });
      expect(note?.sentence).toContain("seems to be a placeholder. Enter the Auth Secret itself.");
      expect(note?.bares).toBeUndefined();
    },
  );

  it.each([
    "yoursecret",
    "mysteriouskey",
    "my-dog-ate-it",
    "your-secretary",
    "<s3cret>",
    "monkey",
    "$ecret_1",
    "$SECRET",
    "op:5ecret",
    "vaultS3cret",
    "vault:v1:8SDd3WHDOjf7mq69CyCqYg==",
    "{s3cret}",
    "process.envy",
    "ENVs3cret",
    "50%_A%",
  ])("that only begins like a name, %s, is none", (text) => {
    expect(inspectPaste(text).carried).toEqual([]);
  });

  it.each(["a*b", "pa***word", "s3cr3t·x", "**", "xxxxxxxx", "......"])(
    "that only has such signs in it, %s, is none",
    (text) => {
      expect(inspectPaste(text).carried).toEqual([]);
    },
  );

  it("is asked for after a link until it is there, and never in an embed", () => {
    const arrival: State["arrival"] = [{ kind: "linked", sentence: "This case came by a link." }];
    expect(kinds({ arrival })).toContain("linked");
    expect(kinds({ arrival }, { ...NO_SECRET, bytes: 1 })).not.toContain("linked");
    expect(kinds({ arrival }, NO_SECRET, true)).not.toContain("linked");
    const [note] = noted({ arrival }, NO_SECRET, false, false, "", true);
    expect(note?.sentence).toContain("The one you had entered comes back");
  });
});

it("tells each kind of note once, whatever was pasted", () => {
  for (const scheme of schemes)
    for (const { examples } of schemes)
      for (const { url } of examples) {
        const told = kinds({ scheme, pasted: ` see ${url} \n` });
        expect(new Set(told).size, `${scheme.id}: ${told}`).toBe(told.length);
      }
});
