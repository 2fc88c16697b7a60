import { express } from "./expression";
import { type Grammar, quoted } from "./grammar";
import { escapeLiteral, utf16Escape } from "./literal";
import { type SnippetPlan, spellUrl } from "./plan";

/** JavaScript, which Node.js and the browser share. */
export const scriptGrammar: Grammar = {
  comment: /\/\/.*/,
  string: quoted('"'),
  template: quoted("`"),
  hole: /\$\{\w+\}/,
  keywords: "async await const from function import new return",
};

/** A string literal. */
export function quote(text: string): string {
  return `"${escapeLiteral(text, /["\\]/g, utf16Escape)}"`;
}

/** A template literal of the signed URL. */
export function quoteUrl(plan: SnippetPlan): string {
  const pieces = spellUrl(plan, {
    text: (text) => escapeLiteral(text, /[`\\]|\$(?=\{)/g, utf16Escape),
    signingString: "${" + "signingString}",
    signature: "${" + "signature}",
  });
  return `\`${pieces.join("")}\``;
}

/** Lines of the function that cut the URL and build the signing string from its parts. */
export function cutLines({ rule }: SnippetPlan): string {
  const pattern = rule.pattern
    .replaceAll("/", "\\/")
    .replaceAll(/\[([^\]]*)\]/g, (set) => set.replaceAll("\\/", "/"));
  return `  const [, ${rule.parts.join(", ")}] = /${pattern}/s.exec(url);
  const signingString = ${express(rule.signingString, operators)};`;
}

/** The signed URL as an expression of the parts and `signature`. */
export function signedUrl({ rule }: SnippetPlan): string {
  return express(rule.signedUrl, operators);
}

export const operators = {
  quote,
  name: (part: string) => part,
  plus: " + ",
  when: (part: string, more: string) => `(${part} && ${more})`,
  orElse: (part: string, otherwise: string) => `(${part} || ${otherwise})`,
};
