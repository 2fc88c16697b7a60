import { describe, expect, test } from "vitest";
import { mistakesOf } from "../../diagnosis/registry";
import { schemes } from "../../schemes";
import { isHmac } from "../../signing/computations";
import { readPaste } from "../../signing/read-paste";
import { languages } from "../index";
import { planSnippet } from "../plan";
import { changeFor } from "./change-for";

/** Their line stands outside of the function. */
const OUTSIDE = new Set([
  "secret-with-newline",
  "secret-empty",
  "secret-is-placeholder",
  "secret-is-api-key",
  "signed-with-signature",
  "signature-twice",
  "parameter-added-after-signing",
]);

/** Mistakes whose line is not in the code that signs: a secret as it is stored, a URL on its way, a value on its way into the URL. */
const NOT_OF_CODE: ReadonlySet<string> = new Set([
  "unicode-normalisation",
  "characters-added-after-signing",
  "characters-removed",
  "path-with-backslashes",
  "string-dollar-expanded",
  "string-sanitised",
  "value-in-base64",
  "signed-as-list-of-bytes",
  "string-decoded-from-base64",
  "secret-taken-for-format",
  "secret-is-printed-object",
  "secret-as-printed",
  "secret-masked",
  "secret-with-signs-around",
  "secret-is-an-option",
  "secret-is-file-name",
  "secret-base32-decoded",
  "secret-url-decoded",
  "signature-bytes-as-text",
  "signature-bytes-reversed",
  "signature-in-another-base",
  "signed-the-signature",
  "option-named-otherwise",
  "string-cut-at-hash",
  "string-cut-at-address",
  "string-cut-at-question-mark",
  "string-cut-at-space",
  "signed-with-api-key",
  "end-lost",
  "entity-without-semicolon",
  "escapes-of-another-charset",
  "extension-changed",
  "file-name-suffixed",
  "punctuation-made-typographic",
  "signed-as-digest",
  "signed-with-shell-escapes",
  "string-with-invisible-character",
  "markdown-escapes",
  "one-escape-decoded",
  "path-prefix",
  "percent-taken-for-argument",
  "percent-taken-for-format",
  "quoted-printable",
  "recipe-of-another-vendor",
  "string-cut-at-percent",
  "string-in-another-case",
  "string-in-another-charset",
  "string-in-utf-16",
  "target-normalised",
  "utf-8-twice",
  "url-utf-8-twice",
  "program-escapes",
  "padding-differs",
  "percent-signs-doubled",
  "query-encoded-whole",
  "question-mark-doubled",
  "question-mark-lost",
  "quotes-doubled",
  "array-written-otherwise",
  "letters-made-plain",
  "line-ends-changed",
  "number-written-otherwise",
  "colour-written-otherwise",
  "parameter-removed-after-signing",
  "signed-with-placeholder",
  "value-changed-after-signing",
  "value-cut-at-comma",
  "value-cut-at-equals-sign",
  "value-signed-escaped",
  "value-written-otherwise",
  "one-of-equal-names-signed",
  "parameters-joined-otherwise",
  "signed-as-json",
  "signed-as-printed-object",
  "signed-with-timestamp",
  "secret-and-string-hashed",
  "signed-with-rewritten-query",
  "string-cut-at-ampersand",
  "double-slash",
  "empty-parameter-dropped",
  "equals-sign-differs",
  "query-decoded-before-split",
  "escaped-by-browser",
  "rewritten-by-client",
  "trailing-slash",
  "url-double-encoded",
  "url-html-escaped",
  "secret-as-number",
  "secret-at-expanded",
  "secret-cut-at-hash",
  "secret-dollar-expanded",
  "secret-in-its-wrapping",
  "secret-json-escaped",
  "secret-mistyped",
  "secret-of-another-environment",
  "secret-sanitised",
  "secret-shell-quoted",
  "secret-through-sed",
  "secret-with-invisible-character",
  "secret-with-quotes",
  "secret-with-space",
  "secret-truncated",
  "secret-twice",
  "secret-padded",
  "signed-variable-names",
  "string-twice",
  "string-after-another",
  "string-truncated",
  "string-without-beginning",
  "secret-wrong-case",
  "signature-as-number",
  "signature-as-negative-number",
  "signature-is-secret",
  "signature-without-zeros",
  "signature-as-raw-bytes",
  "signature-base64-in-one-case",
  "signature-in-decimal",
  "signature-is-empty-value",
  "signature-is-printed-object",
  "signature-is-label",
  "signature-mistyped",
  "signature-truncated",
]);

test("the line taken out names the hash that was used, where the language has it", () => {
  const [scheme] = schemes;
  const removed = (id: string, hash: "MD5" | "SHA-384") => {
    const language = languages.find((language) => language.id === id);
    if (!language) throw new Error(id);
    return changeFor("wrong-hash", language, scheme, "SHA-1", { hash })?.removed;
  };
  expect(removed("node", "MD5")).toContain('createHmac("md5"');
  expect(removed("go", "SHA-384")).toContain("sha512.New384");
  expect(removed("java", "SHA-384")).toContain("HmacSHA384");
  expect(removed("browser", "MD5")).toBeUndefined();
});

test("the line taken out adds what was added", () => {
  const [scheme] = schemes;
  for (const language of languages) {
    const change = changeFor("parameter-added-after-signing", language, scheme, "SHA-1", {
      added: "&full_page=true",
    });
    expect(change?.removed, language.label).toContain("&full_page=true");
    expect(change?.added, language.label).not.toContain("utm_source");
  }
});

test("the line taken out puts before the secret what stood there", () => {
  const [scheme] = schemes;
  for (const language of languages) {
    const change = changeFor("secret-with-prefix", language, scheme, "SHA-1", { prefix: "whsec_" });
    expect(change?.removed, language.label).toContain("whsec_");
    expect(change?.removed, language.label).not.toContain("AWS4");
  }
});

test.each([
  ["undefined", ["browser", "node"]],
  ["None", ["python"]],
  ["null", ["java"]],
  ["[object Object]", []],
  ["•••", []],
  [null, []],
])("of the key %j a line is shown only where it makes that: %j", (key, ids) => {
  const [scheme] = schemes;
  const changes = languages.flatMap((language) => {
    const change = changeFor("secret-is-placeholder", language, scheme, "SHA-1", { key });
    return change ? [{ id: language.id, ...change }] : [];
  });
  expect(changes.map(({ id }) => id).toSorted()).toEqual(ids);
  for (const { removed } of changes) expect(removed).not.toMatch(/undefined|None|null|changeme/);
});

test("a placeholder that was left in the code is the one in the line", () => {
  const [scheme] = schemes;
  for (const language of languages) {
    const change = changeFor("secret-is-placeholder", language, scheme, "SHA-1", { key: "YOUR_SECRET" });
    expect(change?.removed, language.label).toMatch(/secret.*YOUR_SECRET/);
  }
});

const plain = (code: string) => code.replace(/^[\t ]+/gm, "");

describe.each(schemes)("$label", (scheme) => {
  const { request } = readPaste(scheme, scheme.examples[0].url, { apiKey: "KEY", format: "png" });
  if (!request.ok) throw new Error(request.problem.sentence);
  const [hash] = scheme.hashes;
  const plan = planSnippet(scheme, request.value, hash);

  test.each(mistakesOf(scheme))("$id has a line in every language, or is not of code", ({ id }) => {
    for (const language of languages) {
      const change = changeFor(id, language, scheme, hash);
      // Code that makes no HMAC has no line with its key.
      if (isHmac(hash)) expect(change === null, `${id} in ${language.label}`).toBe(NOT_OF_CODE.has(id));
      if (!change) continue;
      expect(change.removed).not.toBe(change.added);
      expect(change.removed + change.added).toMatch(/^[\t\n\x20-\x7e]+$/);
      expect(change.removed + change.added).not.toMatch(/undefined|null\b|\[object/);
      if (OUTSIDE.has(id)) continue;
      const code = plain(language.function.write(plan));
      expect(code, `${id} in ${language.label}`).not.toContain(`${plain(change.removed)}\n`);
      expect(code, `${id} in ${language.label}`).toContain(plain(change.added));
    }
  });
});

test("what is not of code is a mistake", () => {
  const ids = new Set(schemes.flatMap((scheme) => mistakesOf(scheme).map(({ id }) => id)));
  for (const id of NOT_OF_CODE) expect(ids).toContain(id);
});
