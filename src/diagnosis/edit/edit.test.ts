import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findScheme, schemes } from "../../schemes";
import { readPaste } from "../../signing/read-paste";
import { explainEdit } from "./edit";

const SECRET = "s3cr3t";
const hmac = (text: string, hash = "sha1") => createHmac(hash, SECRET).update(text).digest("hex");

function read(url: string, schemeId: string) {
  const { request } = readPaste(findScheme(schemeId) ?? schemes[0], url, { apiKey: "", format: "" });
  if (!request.ok) throw new Error(request.problem.sentence);
  return request.value;
}

function explain(valid: string, edited: string, schemeId = "libpixel") {
  const before = read(valid, schemeId);
  const after = read(edited, schemeId);
  return explainEdit(
    { request: before, hash: "SHA-1", signature: hmac(before.signingString), pasted: valid },
    after,
    hmac(after.signingString),
  );
}

const rule = "/a.jpg?width=300&mode=fit&title=a%20b";
const digits = hmac(rule);
const libpixel = `https://a.libpx.com${rule}&signature=${digits}`;
const query = "url=https%3A%2F%2Fa.test&width=300&full_page=true";
const urlbox = `https://api.urlbox.com/v1/KEY/${hmac(query)}/png?${query}`;

test("an “&” alone is no parameter", () => {
  const told = explain(libpixel, libpixel.replace("&signature", "&&signature"));
  expect(told?.mistakes.map(({ title }) => title)).toEqual(["An “&” was added after the URL was signed."]);
});

describe("what was changed", () => {
  const rows: [from: string, to: string, ids: string[], says: string][] = [
    ["width=300", "width=301", ["value-changed-after-signing"], "“width” changed from “300” to “301”"],
    ["mode=fit", "mode", ["value-changed-after-signing"], "from “fit” to no value"],
    ["mode=fit", "mode=", ["value-changed-after-signing"], "from “fit” to an empty one"],
    [
      "/a.jpg",
      "/xa.jpg",
      ["value-changed-after-signing"],
      "until the path changed from “/a.jpg” to “/xa.jpg”.",
    ],
    ["/a.jpg", "/quite/another.jpg", ["value-changed-after-signing"], "“/quite/another.jpg”"],
    [
      "a.jpg?width=300",
      "b.jpg?width=301",
      ["value-changed-after-signing"],
      "“/b.jpg”, and “width” changed from",
    ],
    [
      "width=300&mode=fit",
      "mode=fit&width=300",
      ["parameters-reordered"],
      "until they were put in another order.",
    ],
    [
      "width=300&mode=fit",
      "mode=fit&width=301",
      ["value-changed-after-signing", "parameters-reordered"],
      "“300” to “301”. Valid until they were put",
    ],
    ["&mode=fit", "", ["parameter-removed-after-signing"], "“mode=fit” was removed"],
    ["&mode", "&&mode", ["parameter-added-after-signing"], "Valid until an “&” was added."],
    ["&signature", "&&&signature", ["parameter-added-after-signing"], "Valid until an “&” was added."],
    ["&mode", "&blur=2&&mode", ["parameter-added-after-signing"], "until “blur=2”, an “&” were added."],
    ["&mode", "&blur=2&mode", ["parameter-added-after-signing"], "“blur=2” was added"],
    ["&mode", "&blur=2&dpr=1&mode", ["parameter-added-after-signing"], "“blur=2”, “dpr=1” were added"],
    [
      "width=300&mode=fit",
      "width=301",
      ["value-changed-after-signing", "parameter-removed-after-signing"],
      "“300”",
    ],
  ];
  test.each(rows)("%s → %s", (from, to, ids, says) => {
    const told = explain(libpixel, libpixel.replace(from, to));
    expect(told?.mistakes.map(({ id }) => id)).toEqual(ids);
    expect(told?.mistakes.map(({ detail }) => detail).join(" ")).toContain(says);
    // The proof: these digits are the HMAC of the string that is said to have been signed.
    expect(hmac(told?.signed ?? "")).toBe(told?.digits);
    expect(told).toMatchObject({ signed: rule, repaired: libpixel, digits });
  });

  test("in a link whose query alone is signed", () => {
    const told = explain(urlbox, urlbox.replace("width=300", "width=640"), "urlbox");
    expect(told?.mistakes[0]?.detail).toBe("Valid until “width” changed from “300” to “640”.");
    expect(told?.signed).toBe(query);
  });

  test("what a “#” cuts off since is not to be signed away", () => {
    const whole = libpixel
      .replace("mode=fit", "mode=%23fit")
      .replace(digits, hmac("/a.jpg?width=300&mode=%23fit&title=a%20b"));
    expect(explain(whole, whole.replace("%23", "#"))).toBeNull();
    const page = query.replace("width=300", "selector=%23main");
    const link = `https://api.urlbox.com/v1/KEY/${hmac(page)}/png?${page}`;
    expect(explain(link, link.replace("%23", "#"), "urlbox")).toMatchObject({
      repaired: link,
      corrected: link,
    });
  });

  test("one to four digits", () => {
    for (const wrong of [1, 4]) {
      const other = [...digits]
        .map((digit, at) => (at < wrong ? (digit === "0" ? "1" : "0") : digit))
        .join("");
      const told = explain(libpixel, libpixel.replace(digits, other));
      expect(told?.mistakes.map(({ id }) => id)).toEqual(["signature-mistyped"]);
      expect(told?.wrongDigits).toBe(wrong);
      expect(hmac(told?.signed ?? "").slice(wrong)).toBe(told?.digits.slice(wrong));
    }
  });
});

describe("what was done to the digits", () => {
  const put = (text: string) => libpixel.replace(digits, text);
  const rows: [does: string, put: string, id: string, says: string, wrong: number[] | undefined][] = [
    [
      "the last is off",
      digits.slice(0, -1),
      "signature-truncated",
      "until the last digit was removed",
      undefined,
    ],
    [
      "the last seven are off",
      digits.slice(0, -7),
      "signature-truncated",
      "the last 7 digits were",
      undefined,
    ],
    ["the first two are off", digits.slice(2), "signature-truncated", "the first 2 digits were", undefined],
    ["one inside is off", digits.slice(0, 11) + digits.slice(12), "signature-truncated", "digit ", undefined],
    ["one too many", `${digits}x`, "signature-mistyped", "until “x” came behind the digits", [40]],
    ["one inside", `${digits.slice(0, 5)}x${digits.slice(5)}`, "signature-mistyped", "after digit 5", [5]],
    [
      "others for ten",
      `${digits.slice(0, 30)}${"z".repeat(10)}`,
      "signature-mistyped",
      "digits 31 to 40 changed from",
      [30, 31, 32, 33, 34, 35, 36, 37, 38, 39],
    ],
  ];
  test.each(rows)("%s", (_, text, id, says, wrong) => {
    const told = explain(libpixel, put(text));
    expect(told?.mistakes.map(({ id }) => id)).toEqual([id]);
    expect(told?.mistakes[0]?.detail).toContain(says);
    expect(told?.mistakes[0]?.wrong).toEqual(wrong);
    expect(told).toMatchObject({ signed: rule, shouldBe: rule, repaired: libpixel, digits: text });
    expect(told?.wrongDigits).toBe(wrong?.length);
  });

  test("and to the path at once", () => {
    const edited = put(digits.slice(0, -7)).replace("/a.jpg", "/ab.jpg");
    const told = explain(libpixel, edited);
    expect(told?.mistakes.map(({ id }) => id)).toEqual([
      "value-changed-after-signing",
      "signature-truncated",
    ]);
    expect(told).toMatchObject({ signed: rule, shouldBe: rule.replace("a", "ab"), repaired: libpixel });
    // The proof: they are the first digits of the HMAC of the string that is said to have been signed.
    expect(hmac(told?.signed ?? "").startsWith(told?.digits ?? "none")).toBe(true);
    expect(told?.bits).toBe(33 * 4);
  });

  test("where the string was signed anew by hand, and a digit slipped", () => {
    const other = rule.replace("300", "301");
    const anew = hmac(other).replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
    const told = explain(libpixel, `https://a.libpx.com${other}&signature=${anew}`);
    expect(told?.mistakes.map(({ id }) => id)).toEqual(["signature-mistyped"]);
    expect(told).toMatchObject({ signed: other, repaired: null });
  });
});

test("of a long text what differs is quoted", () => {
  const long = (middle: string) => libpixel.replace("a%20b", `${"x".repeat(60)}${middle}${"y".repeat(60)}`);
  const valid = long("1").replace(
    digits,
    hmac(
      long("1")
        .slice("https://a.libpx.com".length)
        .replace(/&sig.*/, ""),
    ),
  );
  expect(explain(valid, valid.replace("x1y", "x2y"))?.mistakes[0]?.detail).toBe(
    "Valid until “title” changed from “…xxxxxxxx1yyyyyyyy…” to “…xxxxxxxx2yyyyyyyy…”.",
  );
});

describe("what is left to the search", () => {
  test.each([
    ["other digits", libpixel.replace(digits, "0".repeat(40))],
    ["hardly a digit left", libpixel.replace(digits, digits.slice(0, 7))],
    ["digits in upper case", libpixel.replace(digits, digits.toUpperCase())],
    [
      "a wrong digit in upper case",
      libpixel.replace(
        digits,
        digits.toUpperCase().replace(/^./, (digit) => (digit === "0" ? "1" : "0")),
      ),
    ],
    ["a signature that isn’t last", libpixel.replace("width=300", "width=301").concat("&x=1")],
    ["HTML’s escapes", libpixel.replaceAll("&", "&amp;")],
    ["no signature", libpixel.replace(/&signature.*/, "")],
  ])("%s", (_, edited) => {
    expect(explain(libpixel, edited)).toBeNull();
  });

  test("another URL with its own signature by another secret", () => {
    const other = rule.replace("a.jpg", "b.jpg");
    const by = createHmac("sha1", "another").update(other).digest("hex");
    expect(explain(libpixel, `https://a.libpx.com${other}&signature=${by}`)).toBeNull();
  });
});
