import { mistakenCodeOf } from "../../schemes/mistaken-code";
import type { RulePiece } from "../../schemes/rule-in-code";
import type { Scheme } from "../../schemes/scheme";
import { type ComputationName, type HmacName, isHmac } from "../../signing/computations";
import type { Language } from "../language";
import { phrases } from "./index";
import type { Digits, KeyWrap, LineChange, Phrases, TextWrap, UsedHash } from "./phrases";

/** What a change is written from. */
interface Context {
  readonly say: Phrases;
  readonly scheme: Scheme;
  readonly hash: ComputationName;
  readonly made: Made;
}

/** What is known of how the mistake was made in this case; without it the line taken out is the usual one. */
export interface Made {
  /** The hash that was computed. */
  readonly hash?: UsedHash | undefined;
  /** What was put behind the signed URL. */
  readonly added?: string | undefined;
  /** What stood before the secret. */
  readonly prefix?: string | undefined;
}

type Write = (context: Context) => LineChange | null;

/** A line that only code with an HMAC has. */
const ofHmac =
  (write: (context: Context & { readonly hash: HmacName }) => LineChange | null): Write =>
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
const keyed = (wrong: (say: Phrases, made: Made) => string) =>
  ofHmac(({ say, hash, made }) => ({
    removed: say.key(hash, wrong(say, made)),
    added: say.key(hash, say.asKey(say.secret)),
  }));
const keyBytes = (wrap: KeyWrap) => keyed((say) => say.wraps[wrap](say.secret));
const keyText = (wrap: TextWrap) => keyed((say) => say.asKey(say.wraps[wrap](say.secret)));
const keyJoined = (join: (say: Phrases, made: Made) => readonly string[]) =>
  keyed((say, made) => say.asKey(join(say, made).join(say.plus)));
const digits = (written: Digits) => ofHmac(({ say, hash }) => say.digits(hash, written));

/** The signed URL is put together otherwise. */
const returnsAs =
  (wrong: (scheme: Scheme) => readonly RulePiece[]): Write =>
  ({ say, scheme }) => ({ removed: say.result(wrong(scheme)), added: say.result(scheme.inCode.signedUrl) });

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

const part = (name: string) => ({ part: name });
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
  "signed-without-leading-slash": pieces(...ALL_BUT_PATH),
  "signed-without-question-mark": pieces(part("path"), part("query")),
  "signed-with-trailing-question-mark": pieces(part("path"), ...ALL_BUT_PATH),
  "signed-with-trailing-ampersand": around([], ["&"]),
  "signed-with-empty-signature": signs(({ say, scheme }) =>
    say.express([...scheme.inCode.signingString, `&${parameterOf(scheme)}=`]),
  ),
  "signed-with-newline": ofHmac(({ say, scheme }) => say.newline(scheme.inCode.signingString)),
  "signed-with-method": around(["GET "], []),
  "signed-nothing": signs(({ say }) => say.quote("")),
  "string-with-white-space": around([], [" "]),
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
  "wrong-hash": ofHmac(({ say, hash, made }) => {
    const used = made.hash ?? (hash === "SHA-1" ? "SHA-256" : "SHA-1");
    return say.lacks?.includes(used) ? null : { removed: say.hash(used), added: say.hash(hash) };
  }),
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
  "secret-with-api-key": keyJoined((say) => [say.quote("API_KEY:"), say.secret]),
  "secret-with-ampersand": keyJoined((say) => [say.secret, say.quote("&")]),
  "secret-with-prefix": keyJoined((say, { prefix }) => [say.quote(prefix ?? "AWS4"), say.secret]),
  "secret-with-newline": ({ say }) => say.file,
  "secret-empty": reads(({ say }, name) => say.environment(name, "")),
  "secret-is-placeholder": reads(({ say }, name) => say.environment(name, "changeme")),
  "secret-is-api-key": reads(({ say }, name) => say.environment(name.replace("SECRET", "KEY"))),
  "signature-in-base64": digits("base64"),
  "signature-in-base64url": digits("base64url"),
  "signature-base64-of-hex": digits("base64OfHex"),
  "signature-hex-of-text": digits("hexOfHex"),
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
  "parameter-added-after-signing": ({ say, scheme, made }) => {
    const call = (url: string) => say.call(scheme.label, url, say.variable("secret"));
    const added = say.quote(made.added ?? "&utm_source=mail");
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

/**
 * The line of code that a mistake is in, and what it should be: as our own function has it where it has that line. `null` where
 * the mistake is not one of code, or of a line that code for this vendor has not. The line taken out is one way to make the mistake; the reader's code will have other names.
 */
export function changeFor(
  mistakeId: string,
  language: Language,
  scheme: Scheme,
  hash: ComputationName,
  made: Made = {},
): LineChange | null {
  const say = phrases[language.id];
  const write = CHANGES[mistakeId] ?? ownChange(scheme, mistakeId);
  return say && write ? write({ say, scheme, hash, made }) : null;
}

/** Of a mistake that only this vendor's rule invites. */
function ownChange(scheme: Scheme, mistakeId: string): Write | undefined {
  const { signingString, signedUrl } = mistakenCodeOf(scheme)[mistakeId] ?? {};
  if (signingString) return pieces(...signingString);
  return signedUrl && returnsAs(() => signedUrl);
}
