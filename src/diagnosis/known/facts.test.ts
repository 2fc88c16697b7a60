import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findScheme, schemes } from "../../schemes";
import { testingOf } from "../../schemes/testing";
import { computation, sign } from "../../signing/computations";
import { readPaste } from "../../signing/read-paste";
import { check, joinParts } from "../../signing/sign";
import { type Fact, isImpossible } from "./fact";
import { readFacts } from "./facts";

const NO_SETTINGS = { apiKey: "", format: "" };
const DIGITS = "500ad73bdf2d9e77d6bb94f0ca1c72f9c1f495f8";
const HOST = "https://images.example.net";

const facts = (schemeId: string, pasted: string) => readFacts(schemeId, pasted, NO_SETTINGS);
const kinds = (list: readonly Fact[]) =>
  list.map(({ kind, grade, impossible }) => `${kind} ${grade}${impossible ? "!" : ""}`);
const libpixel = (signature: string) => facts("libpixel", `${HOST}/a.jpg?width=200&signature=${signature}`);
const urlbox = (token: string) =>
  facts("urlbox", `https://api.urlbox.com/v1/key/${token}/png?url=example.com`);
const sha256 = `${DIGITS}c0ffee00c0ffee00c0ffee00`;

describe("the signature’s form", () => {
  it.each([
    [DIGITS, "signature-length certain"],
    [sha256, "signature-length certain!"],
    [DIGITS.slice(0, 32), "signature-length certain!"],
    [DIGITS.slice(0, 39), "signature-length certain!"],
    [`${sha256}${sha256}`, "signature-length certain!"],
    ["", "signature-missing certain!"],
    ["undefined", "signature-is-empty-value certain!"],
    ["None", "signature-is-empty-value certain!"],
    ["%3Cnil%3E", "signature-is-empty-value certain!"],
    ["[object%20Promise]", "signature-is-printed-object certain!"],
    ["[B@2aa3cd93", "signature-is-printed-object certain!"],
    ["UArXO98tnnfWu5TwyhxyycH0lfg%3D", "signature-not-hexadecimal certain!"],
    [`sha1=${DIGITS}`, "signature-not-hexadecimal certain!"],
    // A copy may take along what stands around it, and servers decode escapes.
    [`${DIGITS}%22`, "signature-with-more certain"],
    [`${DIGITS}%0A`, "signature-with-more certain"],
    [`%35${DIGITS.slice(1)}`, "signature-escaped certain"],
    // Capital digits are digits.
    [`${DIGITS.toUpperCase()}%22`, "signature-with-more certain"],
    [`%35${DIGITS.slice(1).toUpperCase()}`, "signature-escaped certain"],
    // The next column may be taken along, too.
    [`${DIGITS}%09403`, "signature-with-more certain"],
    [`${DIGITS}%2C403`, "signature-with-more certain"],
    [`${DIGITS}403`, "signature-length certain!"],
  ])("of LibPixel: %s", (signature, first) => {
    expect(kinds(libpixel(signature))[0]).toBe(first);
  });

  it("tells of a text around whole digits no other reading of it, and nothing that only an HMAC can prove", () => {
    const [, likely] = libpixel(`HMAC%20with%20SHA1%3A%20${DIGITS}`);
    expect(likely).toMatchObject({
      kind: "signature-with-prefix",
      about: "“HMAC with SHA1:” stood before it.",
    });
    for (const text of [
      "%EF%BF%BDab%EF%BF%BDcdefghi%EF%BF%BDjklm%EF%BF%BDn",
      "{length = 32, bytes = 0x500ad73bdf2d9e77 ... 6bb94f0ca1c72f9c }",
    ])
      for (const { sentence, about = "" } of libpixel(encodeURI(text)))
        expect(sentence + about).not.toContain("agree");
  });

  it.each([
    ["O", "“O” is none"],
    ["Ol", "“O” and “l” are none"],
    ["Olo", "“O”, “l” and “o” are none"],
  ])("names the few characters that only look like digits: %s", (foreign, told) => {
    const [fact] = libpixel(foreign + DIGITS.slice(foreign.length));
    expect(fact?.about).toContain(`0 to 9 and a to f; ${told}. `);
  });

  it("names none where most are no digits", () => {
    expect(libpixel("UArXO98tnnfWu5TwyhxyycH0lfg%3D")[0]?.about).toContain("0 to 9 and a to f. ");
  });

  it.each([
    ["a UUID", "550e8400-e29b-41d4-a716-446655440000"],
    [
      "a JSON Web Token",
      "eyJhbGciOiJIUzI1NiJ9.L3Bob3Rvcy9jYXQuanBnP3dpZHRoPTY0MA.y3if0Yb0Zc3kB4nL7vQ2mXw9ZrB4nL7vQ2mXw9ZrB4n",
    ],
  ])("takes %s for no digest with something beside it", (form, text) => {
    expect(kinds(libpixel(text))).toEqual(["signature-not-hexadecimal certain!"]);
    expect(libpixel(text)[0]?.about).toBe(`It has the form of ${form}. LibPixel takes SHA-1 with 40.`);
  });

  it.each([
    [`${DIGITS}%202x`, "signature-with-prefix"],
    [`${DIGITS}%20640w%2C`, "signature-with-prefix"],
    [`${DIGITS.replace(/.{8}(?=.)/g, "$&-")}`, "signature-with-prefix"],
    // Four of its numbers in a row seem to be decimal.
    [
      `%5B${"cf8098febd14fa24441fa4165177ff355ef2912f".replace(/..(?=.)/g, "$&%2C%20")}%5D`,
      "signature-in-decimal",
    ],
    [btoa(DIGITS), "signature-base64-of-hex"],
    ["UArXO98tnnfWu5TwyhxyycH0lfg%3D", "signature-in-base64"],
  ])("reads plain digits before anything else, in words without gaps: %s", (text, kind) => {
    const fact = libpixel(text).find(({ grade }) => grade === "likely");
    expect(fact?.kind).toBe(kind);
    expect(`${fact?.sentence} ${fact?.about}`).not.toMatch(/[{}]|32 bits/);
  });

  it("says that digits are capital, which no vendor forbids", () => {
    expect(kinds(libpixel(DIGITS.toUpperCase()))).toEqual([
      "signature-length certain",
      "signature-in-uppercase certain",
    ]);
    expect(kinds(libpixel(DIGITS.replace(/[a-f]/g, "7")))).toEqual(["signature-length certain"]);
  });

  it("holds each number of digits against the hashes that this vendor takes", () => {
    expect(kinds(urlbox(DIGITS))).toEqual(["signature-length certain"]);
    expect(kinds(urlbox(sha256))).toEqual(["signature-length certain"]);
    expect(kinds(urlbox(sha256.slice(0, 56)))).toEqual(["signature-length certain!"]);
    expect(libpixel(sha256)[0]?.sentence).toBe(
      "The signature has 64 digits, as many as SHA-256. LibPixel takes SHA-1 with 40.",
    );
  });

  it.each([
    `See ${HOST}/a.jpg?width=200&signature=${DIGITS.slice(0, 30)}\n\n${DIGITS.slice(30)}`,
    `<p>${HOST}/a.jpg?width=200&signature=${DIGITS.slice(0, 30)}… and more</p>`,
  ])("settles nothing where the copy has cut the URL: %s", (pasted) => {
    expect(isImpossible(facts("libpixel", pasted))).toBe(false);
  });

  it.each([
    "[FILTERED]",
    "%5BREDACTED%5D",
    "redacted",
    "***",
    "500ad7******",
    "xxxxxxxxxxxx",
    "%E2%80%A2%E2%80%A2%E2%80%A2",
  ])("settles nothing where a log hides the digits: %s", (text) => {
    for (const list of [libpixel(text), urlbox(text)]) {
      expect(kinds(list)).toContain("signature-hidden likely");
      expect(isImpossible(list)).toBe(false);
    }
  });

  it.each([`${DIGITS.slice(0, 8)}…${DIGITS.slice(-4)}`, `${DIGITS.slice(0, 8)}...${DIGITS.slice(-4)}`])(
    "settles nothing where a view shows the first and the last digits: %s",
    (text) => expect(kinds(libpixel(text))).toContain("signature-cut likely"),
  );

  it("settles nothing where the digits are whole and the next column is read with them", () => {
    const path = "/it's.jpg?width=200&signature=";
    for (const more of ["403", "c0ffee00c0ffee00c0ffee00", "no"]) {
      const list = facts("libpixel", `1\t${HOST}${path}${DIGITS}\t${more}`);
      expect(isImpossible(list), more).toBe(false);
    }
  });

  it.each([
    `See ${HOST}/a.jpg?width=200&signature=\`${DIGITS}\` here`,
    `See ${HOST}/a.jpg?width=200&signature="${DIGITS}"`,
    `See ${HOST}/a.jpg?width=200&signature=...`,
    `See ${HOST}/a.jpg?width=200&signature=<signature> here`,
    `const url = "${HOST}/a.jpg?width=200&signature=" + signature;`,
    `${HOST}/a.jpg?width=200&signature=${DIGITS}->403`,
    ...["\u00ad", "\u200b", "-\n", "<wbr>"].map(
      (sign) => `${HOST}/a.jpg?width=200&signature=${DIGITS.slice(0, 20)}${sign}${DIGITS.slice(20)}`,
    ),
  ])("settles nothing where the copy has torn the digits: %s", (pasted) => {
    const list = facts("libpixel", pasted);
    expect(list).not.toEqual([]);
    expect(isImpossible(list)).toBe(false);
  });

  it("settles that the place is empty where only markup stands behind it", () => {
    const pasted = `<img src="${HOST}/a.jpg?width=200&amp;signature=" alt="a face">`;
    expect(isImpossible(facts("libpixel", pasted))).toBe(true);
  });

  it("calls a likely form by the catalogue’s name", () => {
    expect(kinds(libpixel("UArXO98tnnfWu5TwyhxyycH0lfg%3D"))).toContain("signature-in-base64 likely");
    expect(kinds(libpixel("not-a-signature"))).toEqual(["signature-not-hexadecimal certain"]);
  });

  it.each([
    "<token>",
    "%3Ctoken%3E",
    "{signature}",
    "%7B%7Bsignature%7D%7D",
    "TOKEN",
    "YOUR_SIGNATURE_HERE",
    "$SIG",
    "%s",
    "<40 hex digits>",
    "[my signature]",
    ":signature",
  ])("tells a placeholder as left unfilled or written over the digits, and settles nothing: %s", (text) => {
    for (const list of [libpixel(text), urlbox(text)]) {
      expect(kinds(list)).toContain("signature-placeholder likely");
      expect(isImpossible(list)).toBe(false);
    }
  });

  it.each([
    "xxxx",
    "XXX",
    "***",
    "[REDACTED]",
    "<removed>",
    "(withheld)",
    "500ad73b-SNIP-c1f4",
    "500ad73b<snip>",
    "500ad73bdf2d9e77d6bb94f0ca[...]",
    "????",
    "~~~~",
    "0".repeat(40),
    "0123456789".repeat(4),
    "abcdef".repeat(7).slice(0, 40),
    "deadbeef".repeat(8),
    "0123456789abcdef0123456789abcdef01234567",
    "aaaaaaa",
    "abc123",
    "5d41402a",
    "foo",
    "mysignature1",
    "some words of mine",
    "mySignature -> 403",
    "####",
    "?",
    `${DIGITS.slice(0, 20)} ${DIGITS.slice(20)}.`,
  ])("settles nothing of what people write over digits: %s", (text) => {
    for (const list of [libpixel(text), urlbox(text)]) expect(isImpossible(list)).toBe(false);
  });

  it.each([
    sha256.slice(0, 20),
    "g00ad73bdf2d9e77d6bb94f0ca1c72f9c1f495f8",
    "UArXO98tnnfWu5TwyhxyycH0lfg=",
    "80,10,215,59,223,45,158,119,214,187,148,240,202,28,114,201,193,244,149,248",
    `SHA1(stdin)=%20${DIGITS}`,
  ])("settles what only a program writes: %s", (text) => {
    expect(isImpossible(libpixel(text))).toBe(true);
  });
});

describe("the signature’s place", () => {
  it.each([
    [`/a.jpg?width=200&signature=${DIGITS}&width=3`, "signature-not-last certain!"],
    [`/a.jpg?width=200&signature=${DIGITS}&`, "signature-not-last certain"],
    [`/a.jpg?width=200&amp;signature=${DIGITS}`, "url-html-escaped certain"],
    [`/a.jpg?width=200#signature=${DIGITS}`, "signature-after-fragment certain!"],
    [`/a.jpg?signature=${DIGITS}&signature=${DIGITS}`, "signature-twice certain"],
  ])("of LibPixel: %s", (path, expected) => {
    expect(kinds(facts("libpixel", HOST + path))).toContain(expected);
  });

  it.each([
    [`/v1/key/png/${DIGITS}?url=example.com`, "token-misplaced certain!"],
    [`/v1/key/png?url=example.com&token=${DIGITS}`, "token-in-query certain!"],
    [`/v1/${DIGITS}/ca482d7e-9417-4569-90fe-80f7c5e1c781/png?url=example.com`, "token-misplaced certain!"],
    // The page’s own may stand behind its “?”.
    [`/v1/key/png?url=https://b.example/?c=d&token=${DIGITS}`, "token-in-query certain"],
  ])("of Urlbox: %s", (path, expected) => {
    expect(kinds(facts("urlbox", `https://api.urlbox.com${path}`))).toContain(expected);
  });

  it.each([
    ["escaped digits", [...DIGITS].map((digit) => `%${digit.charCodeAt(0).toString(16)}`).join("")],
    ["one escaped digit", `%35${DIGITS.slice(1)}`],
    ["a placeholder", "TOKEN"],
    ["another", "<token>"],
    ["signs", "***"],
    ["a word", "REDACTED"],
    ["another word", "TBD"],
    ["some digits and a word", `${DIGITS.slice(0, 5)}_redacted`],
    ["an MD5 in base64", "EoUwr5VN4FgyzZFFfRkkWQ"],
    ["a mask in brackets", "[token]"],
    ["the first digits", DIGITS.slice(0, 7)],
  ])("takes an API key of 40 digits for no token before %s", (_, token) => {
    const list = facts(
      "urlbox",
      `https://api.urlbox.com/v1/${DIGITS.replace("5", "6")}/${token}/png?url=example.com`,
    );
    expect(isImpossible(list)).toBe(false);
    expect(list.filter(({ kind, grade }) => kind === "token-misplaced" && grade === "certain")).toEqual([]);
  });

  it("tells a value that was not computed behind an API key of 40 digits", () => {
    const path = `/v1/${DIGITS}/undefined/png?url=example.com`;
    expect(kinds(facts("urlbox", `https://api.urlbox.com${path}`))).toContain(
      "signature-is-empty-value certain!",
    );
  });

  it("does not say that no signature is seen where one is", () => {
    const path = `/a.jpg?width=200&signature=${DIGITS}&amp;signature=${DIGITS}`;
    expect(kinds(facts("libpixel", HOST + path))).toContain("url-html-escaped certain");
  });

  it("names what stands behind the signature", () => {
    const [first] = facts("libpixel", `${HOST}/a.jpg?w=2&signature=${DIGITS}&utm_source=a&v=3`);
    expect(first?.sentence).toBe("“utm_source”, “v” stand behind the signature.");
  });

  it("settles nothing by the rule of another vendor", () => {
    const pasted = `https://api.urlbox.com/v1/key/png?url=a.example&signature=${sha256}`;
    expect(isImpossible(facts("libpixel", pasted))).toBe(false);
  });
});

describe("damage to the URL", () => {
  it.each([
    ["/a.jpg?width=200&amp;height=3", "html-entities"],
    ["/a.jpg?title=it&#39;s", "html-entities"],
    ["/?src=https%253A%252F%252Fexample.com%252Fa.jpg", "double-encoding"],
    ["/a.jpg?width=200&gclid=x", ""],
    ["/a.jpg?utm_source=a&utm_medium=b", ""],
    ["/?src=http://a.example/b?c=d&mc_eid=x", ""],
    ["/?src=https%3A%2F%2Fexample.com%2Fa%2520b.jpg", ""],
    ["/a.jpg?title=100%2525", ""],
    ["/a.jpg?title=100%25%2520", ""],
    ["/a.jpg?title=50%25-100%25%2Foff", ""],
    ["/a.jpg?title=50%25-100%25%252Foff", ""],
    ["/a.jpg?title=AT&T;&width=3", ""],
    ["/a.jpg?width=3D200&height=100", ""],
    ["/a.jpg?source=mail&ref=x&v=3", ""],
  ])("%s", (path, kind) => {
    const list = facts("libpixel", `${HOST}${path}&signature=${DIGITS}`).filter(
      ({ kind }) => !/^signature|^changed-by-clients/.test(kind),
    );
    expect(list.map(({ kind }) => kind)).toEqual(kind ? [kind] : []);
    expect(list.every(({ grade, impossible }) => grade === "likely" && !impossible)).toBe(true);
  });

  it("is a tracker only where it stands at the end", () => {
    const trackers = (id: string, url: string) =>
      facts(id, url).find(({ kind }) => kind === "trackers")?.sentence;
    const signature = `signature=${DIGITS}`;
    const told = "“gclid” was probably added after signing.";
    for (const query of [`w=2&${signature}&gclid=x`, `${signature}&v=3&gclid=x`])
      expect(trackers("libpixel", `${HOST}/a.jpg?${query}`)).toBe(told);
    for (const query of [`gclid=x&${signature}`, `gclid=x&w=2&${signature}&v=3`])
      expect(trackers("libpixel", `${HOST}/a.jpg?${query}`)).toBeUndefined();
    const link = `https://api.urlbox.com/v1/KEY/${DIGITS}/png`;
    for (const query of ["url=a.test&gclid=x", "url=a.test&width=3&gclid=x&v=3"])
      expect(trackers("urlbox", `${link}?${query}`)).toBe(told);
    for (const query of ["gclid=x&url=a.test", "url=a.test&gclid=x&width=3", "url=a.test?b=1&gclid=x"])
      expect(trackers("urlbox", `${link}?${query}`)).toBeUndefined();
  });

  it("undoes it in the paste", () => {
    const list = facts("libpixel", `See ${HOST}/a.jpg?width=2&amp;height=3&signature=${DIGITS} here`);
    expect(list.find(({ kind }) => kind === "html-entities")?.rewrite?.text).toBe(
      `See ${HOST}/a.jpg?width=2&height=3&signature=${DIGITS} here`,
    );
  });

  it.each([
    [`a=3Db\nSee ${HOST}/a.jpg?width=3D200&signature=3D${DIGITS}`, true],
    [`<img src="${HOST}/a.jpg?width=200&amp;signature=${DIGITS}">`, true],
    [
      `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`${HOST}/a.jpg?signature=${DIGITS}`)}&data=05`,
      true,
    ],
    [`See ${HOST}/a.jpg?signature=${DIGITS}`, false],
  ])("names what carried the URL: %s", (pasted, isCarried) => {
    expect(kinds(facts("libpixel", pasted)).includes("carrier certain")).toBe(isCarried);
  });

  it("says what a browser would send instead", () => {
    const [, fact] = facts("libpixel", `${HOST}/a.jpg?title=it's&signature=${DIGITS}`);
    expect(fact).toMatchObject({ kind: "changed-by-browsers", grade: "certain" });
    expect(fact?.sentence).toContain("“'” becomes “%27”");
  });
});

it("says which other clients probably send it otherwise, and nothing where none does", () => {
  const told = (pasted: string) =>
    facts("libpixel", pasted).find(({ kind }) => kind === "changed-by-clients");
  const source = told(`${HOST}/a.jpg?src=https%3A%2F%2Fb.test%2Fc.jpg&signature=${DIGITS}`);
  expect(source).toMatchObject({ grade: "likely" });
  expect(source?.sentence).toMatch(
    /^aiohttp probably sends this URL otherwise: with aiohttp, “.*%3A.*” becomes “.*:.*”/,
  );
  expect(told(`${HOST}/a.jpg?title=%7Bb%7D{b}&signature=${DIGITS}`)?.sentence).toMatch(
    /Java’s HttpClient probably refuses it\.$/,
  );
  expect(told(`${HOST}/a.jpg?width=200&signature=${DIGITS}`)).toBeUndefined();
  // Broken by what it was pasted from, it was given to none of them so.
  for (const broken of ["\n", "\r\n", "\t"])
    expect(
      told(`${HOST}/a.jpg?width=200&signature=${DIGITS.replace(/.{20}/, `$&${broken}`)}`),
    ).toBeUndefined();
});

describe("several URLs", () => {
  const url = (width: number, signature: string) => `${HOST}/a.jpg?width=${width}&signature=${signature}`;
  const several = (...urls: string[]) =>
    kinds(facts("libpixel", urls.join("\n"))).filter((kind) => /^s(?:ame|everal)-/.test(kind));

  it("finds one signature over different strings", () => {
    expect(several(url(1, DIGITS), url(2, DIGITS))).toEqual(["same-signature certain"]);
    expect(several(url(1, DIGITS), url(2, DIGITS.replace("5", "6")))).toEqual([]);
    // The host is not signed, and the same URL twice is one.
    expect(several(url(1, DIGITS), url(1, DIGITS).replace("images", "cdn"))).toEqual([]);
    expect(several(url(1, "undefined"), url(2, "undefined"))).toEqual([]);
  });

  it.each([
    `${HOST}/it's.jpg?width=1&signature=${DIGITS}`,
    `<img src="${HOST}/a/it's.jpg?width=1&amp;signature=${DIGITS}" alt="">`,
    `<${HOST}/it's.jpg?width=1&signature=${DIGITS.toUpperCase()}>`,
  ])("takes no part of a URL for another: %s", (pasted) => {
    expect(several(pasted)).toEqual([]);
  });

  it("tells forms that differ", () => {
    expect(several(url(1, DIGITS), url(2, sha256))).toEqual(["several-forms certain"]);
  });
});

it("says nothing of a URL without a signature", () => {
  for (const scheme of schemes)
    for (const { url } of scheme.examples) {
      const { request } = readPaste(scheme, url);
      if (!request.ok || !request.value.found) expect(facts(scheme.id, url)).toEqual([]);
    }
});

const piece = fc.stringMatching(/^[a-zA-Z0-9%&=+;#'"|^~. äé/?<>[\]{}@:-]{0,24}$/);
const tracker = fc.constantFrom(
  "",
  "&utm_source=x",
  "&amp;w=1",
  "&src=https%253A%252F%252Fa",
  "&w=3D200",
  "&gclid=1",
);

it.each(schemes)("settles nothing against a URL that $label’s rule has signed", async ({ id }) => {
  const scheme = findScheme(id);
  if (!scheme) throw new Error(id);
  await fc.assert(
    fc.asyncProperty(
      piece,
      piece,
      tracker,
      fc.constantFrom(...scheme.hashes),
      fc.boolean(),
      async (path, query, more, hash, own) => {
        const pasted = own ? testingOf(scheme).urlWith(query + more) : `${HOST}/${path}?w=${query}${more}`;
        const { request } = readPaste(scheme, pasted, NO_SETTINGS);
        if (!request.ok || request.value.found) return;
        const signature = await sign(hash, "any secret", request.value.signingString);
        const signed = joinParts(scheme.assemble(request.value, signature));
        const again = readPaste(scheme, signed, NO_SETTINGS).request;
        if (!again.ok || check(again.value, signature) !== "valid") return;
        const list = facts(id, signed);
        expect(isImpossible(list), signed).toBe(false);
        expect(list.find(({ kind }) => kind === "signature-length")?.sentence).toContain(
          ` ${computation(hash).digits} digits`,
        );
        const certain = list.filter(({ grade }) => grade === "certain").map(({ kind }) => kind);
        expect(["signature-length", "changed-by-browsers"]).toEqual(expect.arrayContaining(certain));
      },
    ),
    { numRuns: 600 },
  );
});
