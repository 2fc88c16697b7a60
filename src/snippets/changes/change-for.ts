import { mistakenCodeOf } from "../../schemes/mistaken-code";
import { ruleInCode } from "../../schemes/rules-in-code";
import type { Scheme } from "../../schemes/scheme";
import type { ComputationName } from "../../signing/computations";
import type { Language } from "../language";
import { phrases } from "./index";
import {
  ALL_BUT_PATH,
  around,
  calls,
  digits,
  keyBytes,
  keyJoined,
  keyText,
  type Made,
  ofHmac,
  onlyFor,
  onlyTold,
  onlyWhere,
  parameterOf,
  part,
  pieces,
  placeholder,
  reads,
  reencoded,
  returnsAs,
  signs,
  substitutes,
  variable,
  type Write,
  wholly,
  wrapped,
  wrappedPath,
} from "./lines";
import type { LineChange, Phrases } from "./phrases";

/** Where the “#” belongs to a value, the line of code is right and the value is wrong: then no line is shown. */
const unlessCutOff = (write: Write) => onlyWhere(({ sent }) => sent !== "cut off", write);

const callsAgain = calls((say) => say.variable("signed"));

const unlessDamaged = (write: Write) => onlyWhere(({ sent }) => sent === undefined, write);

/** The rule's string without the first character of its path, which is not empty. */
const withoutFirst = signs(({ say, scheme }) =>
  [say.wraps.dropFirst(say.variable("path")), say.express(ruleInCode(scheme).signingString.slice(1))].join(
    say.plus,
  ),
);

function isSorted({ signed }: Made): boolean {
  const parameters = signed?.replace(/^[^?]*\?/, "").split("&") ?? [];
  return parameters.join("&") === parameters.toSorted().join("&");
}

/** The line to change for each mistake of code, and other lines that make the same one. */
const CHANGES: Readonly<Record<string, Write | readonly [Write, ...Write[]]>> = {
  "signed-full-url": variable("url"),
  "signed-path-only": variable("path"),
  "signed-query-only": [variable("query"), pieces(...ALL_BUT_PATH)],
  "signed-target-url-only": variable("target"),
  "signed-with-fragment": unlessCutOff(around([], [part("fragment")])),
  "signed-with-host": signs(({ say, scheme }) =>
    [say.variable("host"), say.express(ruleInCode(scheme).signingString)].join(say.plus),
  ),
  "signed-with-path": signs(({ say }) => [say.variable("path"), say.express(ALL_BUT_PATH)].join(say.plus)),
  "signed-without-leading-slash": (context) => {
    const isBare = /^\??$/.test(context.made.signed?.charAt(0) ?? "");
    return (isBare ? pieces(...ALL_BUT_PATH) : withoutFirst)(context);
  },
  "signed-without-question-mark": pieces(part("path"), part("query")),
  "signed-with-trailing-question-mark": pieces(part("path"), ...ALL_BUT_PATH),
  "signed-with-trailing-ampersand": around([], ["&"]),
  "signed-with-empty-signature": signs(({ say, scheme }) =>
    say.express([...ruleInCode(scheme).signingString, `&${parameterOf(scheme)}=`]),
  ),
  "signed-with-newline": ofHmac(({ say, scheme }) => say.newline(ruleInCode(scheme).signingString)),
  "signed-with-method": onlyFor(/^GET /, around(["GET "], [])),
  "signed-nothing": onlyFor(
    /^$/,
    signs(({ say }) => say.quote("")),
  ),
  "string-with-white-space": onlyFor(/^\S+ $/, around([], [" "])),
  "string-in-quotes": onlyFor(/^'.*'$/, around(["'"], ["'"])),
  "secret-in-the-string": [
    signs(({ say, scheme }) => [say.secret, say.express(ruleInCode(scheme).signingString)].join(say.plus)),
    signs(({ say, scheme }) => [say.express(ruleInCode(scheme).signingString), say.secret].join(say.plus)),
  ],
  "signed-as-base64": wholly("encodeBase64"),
  "signed-as-hex": wholly("encodeHex"),
  "signed-with-signature": onlyFor(/[?&]signature=[0-9a-f]+$/, callsAgain),
  "signature-twice": callsAgain,
  "signed-decoded-query": wrapped("percentDecode"),
  "signed-decoded-path": wrappedPath("percentDecode"),
  "signed-double-encoded": wrapped("percentEncode"),
  "signed-html-escaped": wrapped("escapeHtml"),
  // Else the right string was signed, and something changed the URL afterwards.
  "signed-with-another-encoder": [unlessDamaged(reencoded), unlessDamaged(substitutes(["~", "%7E"]))],
  "signed-with-plus-for-space": [reencoded, substitutes(["%20", "+"])],
  "signed-with-percent20-for-space": substitutes(["+", "%20"]),
  "percent-encoding-case": substitutes(["%2F", "%2f"]),
  "parameters-reordered": onlyWhere(isSorted, wrapped("sort")),
  "wrong-hash": ofHmac(({ say, hash, made }) => {
    const used = made.hash ?? (hash === "SHA-1" ? "SHA-256" : "SHA-1");
    return say.lacks?.includes(used) ? null : { removed: say.hash(used), added: say.hash(hash) };
  }),
  "digest-instead-of-hmac": onlyTold(
    /^Of the secret followed by the string\.$/,
    ofHmac(({ say, hash, made }) => (made.hash && made.hash !== hash ? null : say.plain(hash))),
  ),
  "key-and-message-swapped": ofHmac(({ say, hash }) => {
    const added = say.key(hash, say.asKey(say.secret));
    const swap = (text: string) => text.split(say.secret).join(say.signingString);
    return { removed: added.split(say.signingString).map(swap).join(say.secret), added };
  }),
  "secret-base64-decoded": keyBytes("decodeBase64"),
  "secret-hex-decoded": keyBytes("decodeHex"),
  "secret-hashed": keyBytes("hash", /^Its SHA-256 digest, as raw bytes, was used\.$/),
  "secret-in-latin-1": keyBytes("latin1", /^Its bytes were Latin-1, not UTF-8\.$/),
  "secret-in-utf-16": keyBytes("utf16", /^Little-endian\.$/),
  "secret-base64-encoded": keyText("encodeBase64"),
  "secret-hex-encoded": keyText("encodeHex"),
  "secret-url-encoded": keyText("percentEncode", /^Encoded as RFC 3986 says/),
  "secret-html-escaped": keyText("escapeHtml", /^The secret that signed had “&amp;” for “&”\.$/),
  "secret-with-api-key": onlyTold(
    /^The API key, “:” and the secret\.$/,
    keyJoined((say) => [say.quote("API_KEY:"), say.secret]),
  ),
  "secret-with-ampersand": onlyTold(
    /^One “&” at the end\.$/,
    keyJoined((say) => [say.secret, say.quote("&")]),
  ),
  "secret-with-prefix": onlyTold(
    /^“[^”]+” stood before it\.$/,
    keyJoined((say, { prefix }) => [say.quote(prefix ?? "AWS4"), say.secret]),
  ),
  "secret-with-newline": onlyTold(
    /^(?:One line feed|A carriage return and a line feed) at the end\.$/,
    ({ say }) => say.file,
  ),
  "secret-empty": reads(({ say }, name) => say.environment(name, "")),
  "secret-is-placeholder": reads(placeholder),
  "secret-is-api-key": onlyTold(
    /^$/,
    reads(({ say }, name) => say.environment(name.replace("SECRET", "KEY"))),
  ),
  "signature-in-base64": digits("base64"),
  "signature-in-base64url": digits("base64url"),
  "signature-base64-of-hex": digits("base64OfHex"),
  "signature-hex-of-text": digits("hexOfHex"),
  "signature-in-uppercase": digits("upper"),
  "signature-with-prefix": digits("prefix"),
  "signature-not-last": returnsAs((scheme) => [
    part("origin"),
    part("path"),
    `?${parameterOf(scheme)}=`,
    part("signature"),
    "&",
    part("query"),
  ]),
  "signature-after-fragment": unlessCutOff(
    returnsAs((scheme) => [
      part("origin"),
      part("path"),
      "?",
      part("query"),
      part("fragment"),
      `&${parameterOf(scheme)}=`,
      part("signature"),
    ]),
  ),
  "parameter-added-after-signing": ({ say, scheme, made }) => {
    if (made.added === null) return null;
    const call = (url: string) => say.call(scheme.label, url, say.variable("secret"));
    const added = say.quote(made.added ?? "&utm_source=mail");
    const signed = call(say.variable("url"));
    return {
      // In a shell the call is a command, and a bare “&” would part two of them.
      removed: say.plus === "" ? `printf '%s\\n' "$(${signed})${added}"` : signed + say.plus + added,
      added: call([say.variable("url"), added].join(say.plus)),
    };
  },
};

/**
 * The line of code that a mistake is in, and the right line, as our own function has it where it has that line. `null` where the
 * mistake is not in code, where code for this vendor has no such line, or where the line does not make what was signed here. The
 * wrong line is one way to make the mistake; the reader's code will have other names.
 */
export function changeFor(
  mistakeId: string,
  language: Language,
  scheme: Scheme,
  hash: ComputationName,
  made: Made = {},
): LineChange | null {
  const say = phrases[language.id];
  return say ? changeIn(say, mistakeId, scheme, hash, made) : null;
}

/** The same in these phrases. */
export function changeIn(
  say: Phrases,
  mistakeId: string,
  scheme: Scheme,
  hash: ComputationName,
  made: Made,
): LineChange | null {
  for (const write of writesOf(mistakeId, scheme)) {
    const change = write({ say, scheme, hash, made });
    if (change) return change;
  }
  return null;
}

/** All lines of code that make the mistake, the usual one first. */
export function writesOf(mistakeId: string, scheme: Scheme): readonly Write[] {
  const writes = CHANGES[mistakeId] ?? ownChange(scheme, mistakeId) ?? [];
  return typeof writes === "function" ? [writes] : writes;
}

/** Of a mistake that only this vendor's rule invites. */
function ownChange(scheme: Scheme, mistakeId: string): Write | undefined {
  const { signingString, signedUrl } = mistakenCodeOf(scheme)[mistakeId] ?? {};
  if (signingString) return pieces(...signingString);
  return signedUrl && returnsAs(() => signedUrl);
}
