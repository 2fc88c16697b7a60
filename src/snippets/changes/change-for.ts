import type { RulePiece } from "../../schemes/rule-in-code";
import type { Scheme } from "../../schemes/scheme";
import { type ComputationName, type HmacName, isHmac } from "../../signing/computations";
import type { Language } from "../language";
import { phrases } from "./index";
import type { Digits, KeyWrap, LineChange, Phrases, TextWrap } from "./phrases";

/** What a change is written from. */
interface Context {
  readonly say: Phrases;
  readonly scheme: Scheme;
  readonly hash: ComputationName;
}

type Write = (context: Context) => LineChange | null;

/** A line that only code with an HMAC has. */
const ofHmac =
  (write: (context: Context & { readonly hash: HmacName }) => LineChange): Write =>
  ({ hash, ...context }) =>
    isHmac(hash) ? write({ ...context, hash }) : null;

/** Another string than the rule's is signed. */
const signs =
  (wrong: (context: Context) => string): Write =>
  (context) => ({
    removed: context.say.message(wrong(context)),
    added: context.say.rule(context.scheme.inCode.signingString),
  });

const variable = (name: string) => signs(({ say }) => say.variable(name));
const pieces = (...wrong: readonly RulePiece[]) => signs(({ say }) => say.express(wrong));

/** The rule's string with more before it or behind it. */
const around = (before: readonly RulePiece[], after: readonly RulePiece[]) =>
  signs(({ say, scheme }) => say.express([...before, ...scheme.inCode.signingString, ...after]));

/** The rule's string with a function applied to its query. */
const wrapped = (wrap: TextWrap) =>
  signs(({ say, scheme }) => {
    const query = say.wraps[wrap](say.variable("query"));
    const hasPath = scheme.inCode.parts.includes("path");
    return hasPath ? [say.variable("path"), say.quote("?"), query].join(say.plus) : query;
  });

/** A function applied to the rule's string. */
const wholly = (wrap: TextWrap) =>
  signs(({ say, scheme }) => say.wraps[wrap](say.express(scheme.inCode.signingString)));

const wrappedPath = (wrap: TextWrap) =>
  signs(({ say }) =>
    [say.wraps[wrap](say.variable("path")), say.quote("?"), say.variable("query")].join(say.plus),
  );

/** Another key than the secret is used. */
const keyed = (wrong: (say: Phrases) => string) =>
  ofHmac(({ say, hash }) => ({
    removed: say.key(hash, wrong(say)),
    added: say.key(hash, say.asKey(say.secret)),
  }));

const keyBytes = (wrap: KeyWrap) => keyed((say) => say.wraps[wrap](say.secret));
const keyText = (wrap: TextWrap) => keyed((say) => say.asKey(say.wraps[wrap](say.secret)));
const keyJoined = (join: (say: Phrases) => readonly string[]) =>
  keyed((say) => say.asKey(join(say).join(say.plus)));

const digits = (written: Digits) => ofHmac(({ say, hash }) => say.digits(hash, written));

/** The signed URL is put together otherwise. */
const returnsAs =
  (wrong: (scheme: Scheme) => readonly RulePiece[]): Write =>
  ({ say, scheme }) => ({ removed: say.result(wrong(scheme)), added: say.result(scheme.inCode.signedUrl) });

const returns = (...wrong: readonly RulePiece[]) => returnsAs(() => wrong);

/** What the signature is called where it is a parameter. */
const parameterOf = ({ signatureParameter }: Scheme) => signatureParameter ?? "signature";

/** The function is called with another URL. */
const calls =
  (wrong: (say: Phrases) => string, right: (say: Phrases) => string = (say) => say.variable("url")): Write =>
  ({ say, scheme }) => ({
    removed: say.call(scheme.label, wrong(say), say.variable("secret")),
    added: say.call(scheme.label, right(say), say.variable("secret")),
  });

/** The secret is read from the environment otherwise. */
const reads =
  (wrong: (context: Context, name: string) => string): Write =>
  (context) => {
    const { say, scheme } = context;
    const [name] = scheme.secretVariables;
    if (say.checked) return { removed: `${say.secret} := ${wrong(context, name)}`, added: say.checked(name) };
    return {
      removed: say.call(scheme.label, say.variable("url"), wrong(context, name)),
      added: say.call(scheme.label, say.variable("url"), say.environment(name)),
    };
  };

const part = (name: "path" | "query" | "fragment" | "address" | "format" | "signature" | "endpoint") => ({
  part: name,
});
const ALL_BUT_PATH: readonly RulePiece[] = ["?", part("query")];

/** The line to change for each mistake of code. */
const CHANGES: Readonly<Record<string, Write>> = {
  "signed-full-url": variable("url"),
  "signed-path-only": variable("path"),
  "signed-query-only": variable("query"),
  "signed-target-url-only": variable("target"),
  "signed-with-fragment": around([], [part("fragment")]),
  "signed-with-host": signs(({ say, scheme }) =>
    [say.variable("host"), say.express(scheme.inCode.signingString)].join(say.plus),
  ),
  "signed-with-path": signs(({ say }) => [say.variable("path"), say.express(ALL_BUT_PATH)].join(say.plus)),
  "signed-with-format": pieces(part("format"), ...ALL_BUT_PATH),
  "signed-with-question-mark": pieces(...ALL_BUT_PATH),
  "signed-without-leading-slash": pieces(...ALL_BUT_PATH),
  "signed-without-question-mark": pieces(part("path"), part("query")),
  "signed-with-trailing-question-mark": pieces(part("path"), ...ALL_BUT_PATH),
  "signed-with-trailing-ampersand": around([], ["&"]),
  "signed-with-empty-signature": signs(({ say, scheme }) =>
    say.express([...scheme.inCode.signingString, `&${parameterOf(scheme)}=`]),
  ),
  "signed-with-newline": ofHmac(({ say, scheme }) => say.newline(scheme.inCode.signingString)),
  "signed-with-method": around(["GET "], []),
  "string-in-quotes": around(["'"], ["'"]),
  "secret-in-the-string": signs(({ say, scheme }) =>
    [say.secret, say.express(scheme.inCode.signingString)].join(say.plus),
  ),
  "signed-as-base64": wholly("encodeBase64"),
  "signed-as-hex": wholly("encodeHex"),
  "signed-with-signature": calls((say) => say.variable("signed")),
  "signature-twice": calls((say) => say.variable("signed")),
  "signed-decoded-query": wrapped("percentDecode"),
  "signed-decoded-path": wrappedPath("percentDecode"),
  "signed-double-encoded": wrapped("percentEncode"),
  "signed-html-escaped": wrapped("escapeHtml"),
  "signed-with-another-encoder": wrapped("reencode"),
  "signed-with-plus-for-space": wrapped("reencode"),
  "signed-with-percent20-for-space": wrapped("reencode"),
  "percent-encoding-case": wrapped("reencode"),
  "parameters-reordered": wrapped("sort"),
  "wrong-hash": ofHmac(({ say, hash }) => ({
    removed: say.hash(hash === "SHA-1" ? "SHA-256" : "SHA-1"),
    added: say.hash(hash),
  })),
  "digest-instead-of-hmac": ofHmac(({ say, hash }) => say.plain(hash)),
  "key-and-message-swapped": ofHmac(({ say, hash }) => {
    const added = say.key(hash, say.asKey(say.secret));
    const swap = (text: string) => text.split(say.secret).join(say.signingString);
    return { removed: added.split(say.signingString).map(swap).join(say.secret), added };
  }),
  "secret-base64-decoded": keyBytes("decodeBase64"),
  "secret-hex-decoded": keyBytes("decodeHex"),
  "secret-hashed": keyBytes("hash"),
  "secret-in-latin-1": keyBytes("latin1"),
  "secret-in-utf-16": keyBytes("utf16"),
  "secret-base64-encoded": keyText("encodeBase64"),
  "secret-hex-encoded": keyText("encodeHex"),
  "secret-url-encoded": keyText("percentEncode"),
  "secret-url-decoded": keyText("percentDecode"),
  "secret-html-escaped": keyText("escapeHtml"),
  "secret-with-ampersand": keyJoined((say) => [say.secret, say.quote("&")]),
  "secret-with-prefix": keyJoined((say) => [say.quote("AWS4"), say.secret]),
  "secret-with-newline": ({ say }) => say.file,
  "secret-empty": reads(({ say }, name) => say.environment(name, "")),
  "secret-is-placeholder": reads(({ say }, name) => say.environment(name, "changeme")),
  "secret-is-api-key": reads(({ say }, name) => say.environment(name.replace("SECRET", "KEY"))),
  "signature-in-base64": digits("base64"),
  "signature-in-base64url": digits("base64url"),
  "signature-base64-of-hex": digits("base64OfHex"),
  "signature-in-uppercase": digits("upper"),
  "signature-with-prefix": digits("prefix"),
  "signature-not-last": returnsAs((scheme) => [
    part("address"),
    `?${parameterOf(scheme)}=`,
    part("signature"),
    "&",
    part("query"),
  ]),
  "signature-after-fragment": returnsAs((scheme) => [
    part("address"),
    "?",
    part("query"),
    part("fragment"),
    `&${parameterOf(scheme)}=`,
    part("signature"),
  ]),
  "token-in-query": returns(
    part("endpoint"),
    part("format"),
    "?",
    part("query"),
    "&token=",
    part("signature"),
  ),
  "token-misplaced": returns(
    part("endpoint"),
    part("format"),
    "/",
    part("signature"),
    "?",
    part("query"),
    part("fragment"),
  ),
  "parameter-added-after-signing": ({ say, scheme }) => {
    const call = (url: string) => say.call(scheme.label, url, say.variable("secret"));
    const added = say.quote("&utm_source=mail");
    return {
      removed:
        say.plus === ""
          ? `${call(say.variable("url"))} ${added}`
          : call(say.variable("url")) + say.plus + added,
      added: call([say.variable("url"), added].join(say.plus)),
    };
  },
  "unicode-normalisation": calls(
    (say) => say.variable("url"),
    (say) => say.wraps.normalise(say.variable("url")),
  ),
};

/** Mistakes whose line is not in the code that signs: a secret as it is stored, a URL on its way, a value on its way into the URL. */
export const NOT_OF_CODE: ReadonlySet<string> = new Set([
  "characters-removed",
  "path-with-backslashes",
  "string-dollar-expanded",
  "value-in-base64",
  "signed-as-list-of-bytes",
  "string-decoded-from-base64",
  "signed-nothing",
  "string-with-white-space",
  "secret-taken-for-format",
  "secret-is-printed-object",
  "signature-bytes-as-text",
  "signature-bytes-reversed",
  "signature-in-another-base",
  "signed-the-signature",
  "option-named-otherwise",
  "string-cut-at-hash",
  "end-lost",
  "entity-without-semicolon",
  "escapes-of-another-charset",
  "extension-changed",
  "file-name-suffixed",
  "punctuation-made-typographic",
  "signed-as-digest",
  "signed-with-shell-escapes",
  "string-with-invisible-character",
  "secret-twice",
  "secret-with-api-key",
  "signature-hex-of-text",
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
  "array-written-otherwise",
  "line-ends-changed",
  "number-written-otherwise",
  "parameter-removed-after-signing",
  "signed-with-placeholder",
  "value-changed-after-signing",
  "value-written-otherwise",
  "one-of-equal-names-signed",
  "parameters-joined-otherwise",
  "signed-as-json",
  "signed-as-printed-object",
  "signed-with-timestamp",
  "string-cut-at-ampersand",
  "double-slash",
  "empty-parameter-dropped",
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
  "secret-wrong-case",
  "signature-as-number",
  "signature-as-raw-bytes",
  "signature-base64-in-one-case",
  "signature-in-decimal",
  "signature-is-empty-value",
  "signature-is-printed-object",
  "signature-mistyped",
  "signature-truncated",
]);

/**
 * The line of code that a mistake is in, and what it should be: as our own function has it where it has that line. `null` where
 * the mistake is not one of code, or of a line that code for this vendor has not. The line taken out is one way to make the mistake; the reader's code will have other names.
 */
export function changeFor(
  mistakeId: string,
  language: Language,
  scheme: Scheme,
  hash: ComputationName,
): LineChange | null {
  const say = phrases[language.id];
  const write = CHANGES[mistakeId];
  return say && write ? write({ say, scheme, hash }) : null;
}
