import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { search } from "../../diagnosis/search";
import { inputOf } from "../../diagnosis/testing";
import { readLink } from "../../session/address/link";
import { USUAL_EMBED } from "./embed-code";
import { type Shareable, shareTexts, writeReport } from "./share";

const SECRET = "q7Vn2LxT9fKw4Zr8Jp3m";
const PAGE = "https://docs.example.com/tools/embed.html?theme=dark#v=1&url=old";
const PASTED = `https://images.example.net/it's(1).jpg?text="a"&width=200`;

const shared: Shareable = {
  linked: { scheme: "libpixel", url: PASTED },
  schemeLabel: "LibPixel",
  signatureWord: "signature",
  hash: "SHA-1",
  signingString: "/it's(1).jpg",
  signedUrl: "",
  verdict: "empty",
  secretSize: "",
  diagnosis: undefined,
};

const textOf = (name: string, more: Partial<Shareable> = {}) =>
  shareTexts({ ...shared, ...more }, PAGE, USUAL_EMBED).find((text) => text.name === name)?.text ?? "";

/** The case that a text’s address opens. */
const opened = (address: string) => readLink(address.slice(address.indexOf("#") + 1)).linked;

/** What the search finds of a wrong signature. */
async function found(signed: string, key = SECRET) {
  const signature = createHmac("sha1", key).update(signed).digest("hex");
  const url = `https://images.example.net/a.jpg?width=200&signature=${signature}`;
  return {
    linked: { scheme: "libpixel", url },
    verdict: "mismatch",
    diagnosis: await search(inputOf(url, { secret: SECRET })),
  };
}

test("a link opens the case on the page beside, whichever page is open now", () => {
  const link = textOf("Link");
  expect(link).toMatch(/^https:\/\/docs\.example\.com\/tools\/#v=1&/);
  expect(opened(link)).toEqual(shared.linked);
});

test.each([
  ["Markdown", /\]\(([^()\s]+)\)/],
  ["Badge", /\)\]\(([^()\s]+)\)$/],
  ["GitBook", /^\{% embed url="([^"]+)" %\}$/],
  ["Embed", /^<iframe src="([^"]+)" title="[^"]+" /],
])("in %s nothing of the URL ends the address too soon", (name, pattern) => {
  const address = pattern.exec(textOf(name))?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(opened(address)).toEqual(shared.linked);
});

test("Markdown links the page of each mistake by its name", async () => {
  const text = textOf("Markdown", await found("/a.jpg"));
  expect(text).toMatch(
    / · \[[^\]]+\]\(https:\/\/docs\.example\.com\/tools\/mistakes\/signed-path-only\.html\)$/,
  );
});

test("an embed is as high as what it shows", () => {
  const heightOf = (verdict: string, show: typeof USUAL_EMBED.show) =>
    Number(
      /height="(\d+)"/.exec(
        shareTexts({ ...shared, verdict }, PAGE, { ...USUAL_EMBED, show })[2]?.text ?? "",
      )?.[1],
    );
  const usual = heightOf("valid", USUAL_EMBED.show);
  expect(heightOf("mismatch", USUAL_EMBED.show)).toBeGreaterThan(usual);
  expect(heightOf("valid", [...USUAL_EMBED.show, "code"])).toBeGreaterThan(usual);
});

test("a report says what was signed, what proves it, and how to mend it", async () => {
  const report = writeReport({ ...shared, ...(await found("/a.jpg")), secretSize: "20 characters" }, PAGE);
  expect(report).toContain("The signature does not match.");
  expect(report).toContain("(signed-path-only)");
  expect(report).toContain("What was signed: /a.jpg\n");
  expect(report).toMatch(/Proof: HMAC-SHA1 .* gives [0-9a-f]{40}\./);
  expect(report).toMatch(/To mend it: \S/);
  expect(report).toContain("Secret: 20 characters (not part of this report)");
});

test("a report of a mistake in the secret holds no part of it", async () => {
  const report = writeReport({ ...shared, ...(await found("/a.jpg?width=200", SECRET.slice(0, -3))) }, PAGE);
  expect(report).toContain("(secret-truncated)");
  for (let at = 0; at + 4 <= SECRET.length; at++) expect(report).not.toContain(SECRET.slice(at, at + 4));
});

test("a report of what nothing explains says how much was tried, and no cause", () => {
  const diagnosis = {
    state: "unexplained",
    excluded: [],
    leaves: "",
    tried: 4711,
    milliseconds: 1,
    limits: [],
  } as const;
  const report = writeReport({ ...shared, verdict: "mismatch", diagnosis }, PAGE);
  expect(report).toContain("No known mistake explains it; 4711 HMACs were tried.");
  expect(report).not.toContain("To mend it");
});

test("of a URL that is right the report says who sends it otherwise", () => {
  const signedUrl = "https://images.example.net/a b.jpg?signature=0";
  expect(writeReport({ ...shared, verdict: "valid", signedUrl }, PAGE)).toContain("On its way: ");
  expect(writeReport({ ...shared, verdict: "mismatch", signedUrl }, PAGE)).not.toContain("On its way: ");
});
