import type { RuleInCode } from "../schemes/rule-in-code";
import { ruleInCode } from "../schemes/rules-in-code";
import type { Scheme } from "../schemes/scheme";
import type { ComputationName } from "../signing/computations";
import type { SigningRequest } from "../signing/types";
import { joinUrl } from "../signing/url-text";
import { inCode } from "./computations";
import type { ComputationInCode } from "./computations/in-code";

/** What a snippet is written from; it knows neither a scheme's id nor the secret. */
export interface SnippetPlan {
  /** The vendor as users read it, which functions are named for. */
  readonly vendor: string;
  readonly rule: RuleInCode;
  /** The environment variable that holds the secret. */
  readonly secretVariable: string;
  /** What makes the signature, in every language. */
  readonly computation: ComputationInCode;
  /** What is signed: printable ASCII, percent-encoded as it is sent; never empty. */
  readonly signingString: string;
  /** The URL as it is sent, without its signature. Well-formed Unicode; origin and fragment may hold any character. */
  readonly unsignedUrl: string;
  /** The signed URL in order. Well-formed Unicode; origin and fragment may hold any character. */
  readonly url: readonly UrlPiece[];
}

/** A literal text of the URL, or the place of one of the two values that the snippet has in variables. */
export type UrlPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "signingString" }
  | { readonly kind: "signature" };

/** The plan for this request: the URL's literals, cut around its signature and, where it stands whole, the signing string. */
export function planSnippet(scheme: Scheme, request: SigningRequest, hash: ComputationName): SnippetPlan {
  const { signingString } = request;
  let reused = false;
  const cutLiteral = (literal: string): UrlPiece[] => {
    const origin = literal.startsWith(request.unsigned.origin) ? request.unsigned.origin.length : 0;
    const at = reused ? -1 : literal.indexOf(signingString, origin);
    if (at < 0) return [{ kind: "text", text: literal.toWellFormed() }];
    reused = true;
    return [
      { kind: "text", text: literal.slice(0, at).toWellFormed() },
      { kind: "signingString" },
      { kind: "text", text: literal.slice(at + signingString.length).toWellFormed() },
    ];
  };
  const url = literals(scheme, request).flatMap<UrlPiece>((literal, index) =>
    index === 0 ? cutLiteral(literal) : [{ kind: "signature" }, ...cutLiteral(literal)],
  );
  return {
    vendor: scheme.label,
    rule: ruleInCode(scheme),
    secretVariable: scheme.secretVariables[0],
    computation: inCode[hash],
    signingString,
    unsignedUrl: joinUrl(request.unsigned).toWellFormed(),
    url: url.filter((piece) => piece.kind !== "text" || piece.text !== ""),
  };
}

/** The URL's text before its signature and after it. */
function literals(scheme: Scheme, request: SigningRequest): string[] {
  const texts = [""];
  for (const part of scheme.assemble(request, "")) {
    if (part.kind === "signature") texts.push("");
    else texts.push((texts.pop() ?? "") + part.text);
  }
  return texts;
}

/** How a language writes the three kinds of pieces. */
export interface Spelling {
  text(text: string): string;
  readonly signingString: string;
  readonly signature: string;
}

/** The URL's pieces in a language's spelling: joined with nothing in a template, with an operator in an expression. */
export function spellUrl(plan: SnippetPlan, spelling: Spelling): string[] {
  return plan.url.map((piece) => (piece.kind === "text" ? spelling.text(piece.text) : spelling[piece.kind]));
}

/** True when the URL holds a character beyond ASCII, so that a snippet must care for its output's encoding. */
export function needsUtf8({ unsignedUrl }: SnippetPlan): boolean {
  return /[^\0-\x7f]/.test(unsignedUrl);
}

/** `signLibPixel`: the name of the function in the languages that write words together. */
export function camelName({ vendor }: Pick<SnippetPlan, "vendor">): string {
  const name = vendor.replace(/\W/g, "");
  return `sign${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** `sign_libpixel`: the name in the languages that join words with a line. */
export function snakeName({ vendor }: Pick<SnippetPlan, "vendor">): string {
  return `sign_${vendor.replace(/\W/g, "").toLowerCase()}`;
}

/** What the function asks of its callers: printable ASCII, a line each. */
export const ADVICE = [
  "Takes an unsigned URL, percent-encoded as it is sent.",
  "Sign last: nothing may change the URL afterwards.",
] as const;
