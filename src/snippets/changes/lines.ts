import type { RulePiece } from "../../schemes/rule-in-code";
import { ruleInCode } from "../../schemes/rules-in-code";
import type { Scheme } from "../../schemes/scheme";
import { type ComputationName, type HmacName, isHmac } from "../../signing/computations";
import { lowerHash } from "./names";
import type { Digits, KeyWrap, LineChange, Phrases, TextWrap, UsedHash } from "./phrases";
import { isWrittenSo } from "./signature-shapes";
import type { Substitution } from "./substitutions";

/** What a change is written from. */
export interface Context {
  readonly say: Phrases;
  readonly scheme: Scheme;
  readonly hash: ComputationName;
  readonly made: Made;
}

/** What is known of how the mistake was made in this case; without it the line taken out is the usual one. */
export interface Made {
  /** The hash that was computed. */
  readonly hash?: UsedHash | undefined;
  /** What was put behind the signed URL; `null` where something else was put there, or elsewhere. */
  readonly added?: string | null | undefined;
  /** The key that was used, where it has nothing of the secret; `null` where it is not to be told. */
  readonly key?: string | null | undefined;
  /** What stood before the secret. */
  readonly prefix?: string | undefined;
  /** The string that was signed. */
  readonly signed?: string | undefined;
  /** How it was made, in the words of the catalogue; empty where it has none for that. */
  readonly detail?: string | undefined;
  /** The URL as it was sent, and what stands in the place of its signature. */
  readonly pasted?: { readonly url: string; readonly signature: string } | undefined;
  /** What happened to the right URL before it was sent: something was made of it, or a “#” has cut it off. */
  readonly sent?: "damaged" | "cut off" | undefined;
}

export type Write = (context: Context) => LineChange | null;

/** A line that only code with an HMAC has. */
export const ofHmac =
  (write: (context: Context & { readonly hash: HmacName }) => LineChange | null): Write =>
  ({ hash, ...context }) =>
    isHmac(hash) ? write({ ...context, hash }) : null;

/** Another string than the rule's is signed. */
export const signs =
  (wrong: (context: Context) => string): Write =>
  (context) => ({
    removed: context.say.message(wrong(context)),
    added: context.say.rule(ruleInCode(context.scheme).signingString),
  });

export const variable = (name: string) => signs(({ say }) => say.variable(name));
export const pieces = (...wrong: readonly RulePiece[]) => signs(({ say }) => say.express(wrong));

/** The rule's string with more before it or behind it. */
export const around = (before: readonly RulePiece[], after: readonly RulePiece[]) =>
  signs(({ say, scheme }) => say.express([...before, ...ruleInCode(scheme).signingString, ...after]));

/** The rule's string with a function applied to its query. */
export const wrapped = (wrap: Exclude<TextWrap, "reencode">) =>
  signs((context) => withQuery(context, context.say.wraps[wrap](context.say.variable("query"))));

/** The query read and written again; `null` where a language does that in no line. */
export const reencoded: Write = (context) => {
  const { say } = context;
  const query = say.wraps.reencode?.(say.variable("query"));
  return query === undefined ? null : signs(() => withQuery(context, query))(context);
};

/** The rule's string with one text in the place of another, everywhere in its query. */
export const substitutes = (...substitutions: readonly Substitution[]) =>
  signs((context) => {
    const { say } = context;
    const query = substitutions.reduce(
      (text, [from, to]) => say.substitute(text, from, to),
      say.variable("query"),
    );
    return withQuery(context, query);
  });

function withQuery({ say, scheme }: Context, query: string): string {
  const hasPath = ruleInCode(scheme).parts.includes("path");
  return hasPath ? [say.variable("path"), say.quote("?"), query].join(say.plus) : query;
}

/** The same in the whole of the rule's string. */
export const substitutesWholly = (...substitutions: readonly Substitution[]) =>
  signs(({ say, scheme }) =>
    substitutions.reduce(
      (text, [from, to]) => say.substitute(text, from, to),
      say.express(ruleInCode(scheme).signingString),
    ),
  );

/** A function applied to the rule's string. */
export const wholly = (wrap: Exclude<TextWrap, "reencode">) =>
  signs(({ say, scheme }) => say.wraps[wrap](say.express(ruleInCode(scheme).signingString)));

export const wrappedPath = (wrap: Exclude<TextWrap, "reencode">) =>
  signs(({ say }) =>
    [say.wraps[wrap](say.variable("path")), say.quote("?"), say.variable("query")].join(say.plus),
  );

/** Another key than the secret is used. */
const keyed = (wrong: (say: Phrases, made: Made) => string) =>
  ofHmac(({ say, hash, made }) => ({
    removed: say.key(hash, wrong(say, made)),
    added: say.key(hash, say.asKey(say.secret)),
  }));
export const keyBytes = (wrap: KeyWrap, told = UNTOLD) =>
  onlyTold(
    told,
    keyed((say) => say.wraps[wrap](say.secret)),
  );
export const keyText =
  (wrap: Exclude<TextWrap, "reencode">, told = UNTOLD): Write =>
  (context) =>
    onlyTold(
      context.say.told?.[wrap] ?? told,
      keyed((say) => say.asKey(say.wraps[wrap](say.secret))),
    )(context);
export const keyJoined = (join: (say: Phrases, made: Made) => readonly string[]) =>
  keyed((say, made) => say.asKey(join(say, made).join(say.plus)));
export const digits = (written: Digits) =>
  ofHmac(({ say, hash, made: { pasted, hash: used = hash } }) =>
    !pasted || isWrittenSo(pasted.signature, written, say, lowerHash(hash), used)
      ? say.digits(hash, written)
      : null,
  );

/** The signed URL is put together otherwise. */
export const returnsAs =
  (wrong: (scheme: Scheme) => readonly RulePiece[]): Write =>
  ({ say, scheme }) => ({
    removed: say.result(wrong(scheme)),
    added: say.result(ruleInCode(scheme).signedUrl),
  });

/** What the signature is called where it is a parameter. */
export const parameterOf = ({ signatureParameter }: Scheme) => signatureParameter ?? "signature";

/** The function is called with another URL. */
export const calls =
  (wrong: (say: Phrases) => string): Write =>
  ({ say, scheme }) => ({
    removed: say.call(scheme.label, wrong(say), say.variable("secret")),
    added: say.call(scheme.label, say.variable("url"), say.variable("secret")),
  });

/** The secret comes from elsewhere than it should, or nothing notices that it is missing. */
export const reads =
  (wrong: (context: Context, name: string) => string | null): Write =>
  (context) => {
    const { say, scheme } = context;
    const [name] = scheme.secretVariables;
    const text = wrong(context, name);
    return text === null ? null : { removed: say.setSecret(text), added: say.demandSecret(name) };
  };

/** A variable that was not set became the text, or the text was left in the code; `null` where the language makes none so. */
export function placeholder({ say, made: { key = "my_secret_key" } }: Context, name: string): string | null {
  if (key === null || !QUOTABLE_KEY.test(key)) return null;
  return say.unset?.(name, key) ?? (MADE_OF_NOTHING.has(key) ? null : say.quote(key));
}

const QUOTABLE_KEY = /^[\x20-\x7e]{1,60}$/;
/** Nobody writes these: code made them. */
const MADE_OF_NOTHING = new Set([
  "undefined",
  "null",
  "NULL",
  "None",
  "nil",
  "<nil>",
  "NaN",
  "[object Object]",
  "true",
  "false",
]);

export const part = (name: string) => ({ part: name });
export const ALL_BUT_PATH: readonly RulePiece[] = ["?", part("query")];

/** For mistakes that can be made in other ways than by the line. */
export const onlyWhere =
  (makes: (made: Made) => boolean, write: Write): Write =>
  (context) =>
    makes(context.made) ? write(context) : null;

/** Where it is told how the mistake was made, the line must make it so. */
export const onlyTold = (told: RegExp, write: Write) =>
  onlyWhere(({ detail }) => detail === undefined || told.test(detail), write);

const UNTOLD = /^$/;

/** Where the string that was signed is known, the line must make it. */
export const onlyFor = (makes: RegExp, write: Write) =>
  onlyWhere(({ signed }) => signed === undefined || makes.test(signed), write);
