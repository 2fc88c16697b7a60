import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { findScheme, schemes } from "../schemes";
import { readPaste } from "../signing/read-paste";
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

describe("what was changed", () => {
  const rows: [from: string, to: string, ids: string[], says: string][] = [
    ["width=300", "width=301", ["value-changed-after-signing"], "“width” changed from “300” to “301”"],
    ["mode=fit", "mode", ["value-changed-after-signing"], "from “fit” to no value"],
    ["&mode=fit", "", ["parameter-removed-after-signing"], "“mode=fit” was removed"],
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

describe("what is left to the search", () => {
  test.each([
    ["another path", libpixel.replace("a.jpg", "b.jpg")],
    ["another order", libpixel.replace("width=300&mode=fit", "mode=fit&width=300")],
    ["other digits", libpixel.replace(digits, "0".repeat(40))],
    ["digits in upper case", libpixel.replace(digits, digits.toUpperCase())],
    [
      "a wrong digit in upper case",
      libpixel.replace(
        digits,
        digits.toUpperCase().replace(/^./, (digit) => (digit === "0" ? "1" : "0")),
      ),
    ],
    ["digits cut short", libpixel.slice(0, -2)],
    ["a signature that isn’t last", libpixel.replace("width=300", "width=301").concat("&x=1")],
    ["HTML’s escapes", libpixel.replaceAll("&", "&amp;")],
    ["no signature", libpixel.replace(/&signature.*/, "")],
  ])("%s", (_, edited) => {
    expect(explain(libpixel, edited)).toBeNull();
  });
});
