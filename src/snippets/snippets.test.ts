import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { schemes } from "../schemes";
import { libpixel } from "../schemes/libpixel";
import type { RuleInCode, RulePiece } from "../schemes/rule-in-code";
import { ruleInCode } from "../schemes/rules-in-code";
import { testingOf } from "../schemes/testing";
import { readPaste } from "../signing/read-paste";
import { joinParts } from "../signing/sign";
import { joinUrl } from "../signing/url-text";
import { browser } from "./browser";
import { highlight } from "./highlight";
import { languages } from "./index";
import { FORMS, type Form, type Language, writeCode } from "./language";
import { type Case, cases, published, solve, vectorsOf } from "./testing";

/** A rule as it is interpreted here, for the comparison with what the scheme itself does. */
function follow({ pattern, parts, ...rule }: RuleInCode, url: string, signature: string) {
  const values = new Map<string, string>([["signature", signature]]);
  const groups = new RegExp(pattern, "s").exec(url)?.slice(1) ?? [];
  parts.forEach((part, index) => {
    values.set(part, groups[index] ?? "");
  });
  const evaluate = (pieces: readonly RulePiece[]): string =>
    pieces
      .map((piece) => {
        if (typeof piece === "string") return piece;
        if ("when" in piece) return values.get(piece.when) ? evaluate(piece.add) : "";
        return values.get(piece.part) || (piece.orElse ?? "");
      })
      .join("");
  return { signingString: evaluate(rule.signingString), signedUrl: evaluate(rule.signedUrl) };
}

test.each(schemes)("$label has a published answer for every hash", ({ label, hashes }) => {
  for (const hash of hashes)
    expect(published.map(({ name }) => name)).toContain(`a published answer of ${label}, ${hash}`);
});

describe.each(schemes)("$label's published answers", (scheme) => {
  test.each(vectorsOf(scheme))("function and script in JavaScript make of $url", async (vector) => {
    const { plan } = await solve({ name: "", scheme, ...vector });
    for (const { write } of [browser.function, browser.script])
      expect(await new Function(`${write(plan)}return signUrl`)()(vector.secret)).toBe(vector.signedUrl);
  });
});

test.each(schemes)("the rule of $label in code says what the scheme does, for any URL", (scheme) => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom(..."/?#&=.:%@"), fc.string({ minLength: 1, maxLength: 1 })),
  });
  const url = fc
    .tuple(fc.constantFrom("https://h", "http://a.b", "https://api.urlbox.com/v1/"), text, text)
    .map((all) => all.join(""));
  const requests = testingOf(scheme).requests({ path: text, query: text, fragment: text });
  const cases = fc.oneof(url, requests, fc.constantFrom(...scheme.examples.map((example) => example.url)));
  fc.assert(
    fc.property(cases, (pasted) => {
      const { request } = readPaste(scheme, pasted, { apiKey: "KEY", format: "png" });
      if (!request.ok) return;
      const unsigned = joinUrl(request.value.unsigned);
      const followed = follow(ruleInCode(scheme), unsigned, "SIGNATURE");
      expect(followed.signingString).toBe(request.value.signingString);
      expect(followed.signedUrl).toBe(joinParts(scheme.assemble(request.value, "SIGNATURE")));
    }),
    { numRuns: 2000 },
  );
});

test("the browser's snippet returns the signed URL for any text", async () => {
  const unit = fc.oneof(
    fc.constantFrom(..."'\"`\\$}{?#%", "${"),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  // After an `@` the host may be missing, which is a problem and no request.
  const text = fc.array(unit).map((units) => units.join("").replaceAll("@", ""));
  await fc.assert(
    fc.asyncProperty(text, fc.string({ unit: "grapheme", minLength: 1 }), async (url, secret) => {
      const { plan, signedUrl } = await solve({ name: "", scheme: libpixel, url: `https://h${url}`, secret });
      for (const { write } of [browser.function, browser.script])
        expect(await new Function(`${write(plan)}return signUrl`)()(secret)).toBe(signedUrl);
    }),
  );
});

interface Code {
  readonly language: Language;
  readonly form: Form;
  readonly code: string;
}

/** Every form in every language, written once: of a megabyte that takes long. */
const codes = new Map<Case, readonly Code[]>();
async function everyCode(example: Case): Promise<readonly Code[]> {
  const present = codes.get(example);
  if (present) return present;
  const { plan, known } = await solve(example);
  const written = languages.flatMap((language) =>
    FORMS.map((form) => ({ language, form, code: writeCode(language, form, plan, known) })),
  );
  codes.set(example, written);
  return written;
}

test("no snippet contains the secret", async () => {
  for (const example of cases.filter(({ secret }) => secret.length > 5))
    for (const { form, code } of await everyCode(example))
      if (form !== "test") expect(code).not.toContain(example.secret);
});

const join = (language: Language, code: string) =>
  highlight(language, code)
    .map(({ text }) => text)
    .join("");

test("a snippet stands in printable ASCII, whatever the URL holds, and keeps every character in its colours", async () => {
  for (const example of cases)
    for (const { language, code } of await everyCode(example)) {
      expect(code).toMatch(/^[\t\n\x20-\x7e]*$/);
      expect(join(language, code)).toBe(code);
    }
});

describe("highlight", () => {
  test("keeps every character of any code", () => {
    const pieces = [
      "signature",
      "signing_string",
      "=",
      '"',
      "'",
      "`",
      "\\",
      "{",
      "}",
      "$",
      "#",
      "//",
      "https://",
      "?",
      "1",
      "\n",
    ];
    const code = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary" })))
      .map((all) => all.join(""));
    fc.assert(
      fc.property(fc.constantFrom(...languages), code, (language, text) => {
        expect(join(language, text)).toBe(text);
        expect(highlight(language, text).every((token) => token.text !== "")).toBe(true);
      }),
    );
  });

  test.each(languages)("finds the parts in $label", async (language) => {
    const { plan } = await solve({
      name: "",
      scheme: libpixel,
      url: "https://t.libpx.com/1.jpg?src={signature}$signature&signature%20",
      secret: "s",
    });
    const texts = (part: string) =>
      highlight(language, language.script.write(plan)).flatMap((token) =>
        token.part === part ? [token.text] : [],
      );
    expect(texts("origin")).toEqual(["https://t.libpx.com"]);
    expect(texts("path")).toEqual(["/1.jpg"]);
    expect(texts("query")[0]).toMatch(/^src=\{signature\}\\?\$signature&signature%20$/);
    expect(texts("message").length).toBeGreaterThanOrEqual(3);
    expect(texts("signature").length).toBe(2);
    expect(texts("key").length).toBeGreaterThanOrEqual(1);
  });

  test.each(languages)(
    "takes linear time in $label",
    (language) => {
      const awkward = [
        '"',
        "'",
        "`",
        "\\",
        "'\\''",
        "{x}",
        "{{",
        "%s",
        "${",
        "#",
        "/",
        "signature",
        "1a",
        " = ",
        "https://",
        '"\\"',
      ];
      const start = performance.now();
      for (const text of awkward) {
        for (const open of ["", '"', "'", "`", 'signing_string="'])
          join(language, open + text.repeat(50_000 / text.length));
      }
      expect(performance.now() - start).toBeLessThan(10_000);
    },
    30_000,
  );
});
