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
