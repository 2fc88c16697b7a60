import { quoted } from "./grammar";
import type { Language } from "./language";
import { bracedEscape, escapeLiteral } from "./literal";
import { type SnippetPlan, spellUrl } from "./plan";

/** Ruby 2.0 or newer. */
export const ruby: Language = {
  id: "ruby",
  label: "Ruby",
  fileName: "sign.rb",
  write,
  grammar: {
    comment: /#.*/,
    template: quoted('"'),
    hole: /#\{\w+\}/,
    keywords: "puts require",
  },
};

function quote(text: string): string {
  return `"${escapeLiteral(text, /["\\]|#(?=[{$@])/g, bracedEscape)}"`;
}

function write(plan: SnippetPlan): string {
  const url = spellUrl(plan, {
    text: (text) => quote(text).slice(1, -1),
    signingString: "#{signing_string}",
    signature: "#{signature}",
  });
  return `require "openssl"

secret = ENV.fetch("${plan.secretVariable}")
signing_string = ${quote(plan.signingString)}
signature = OpenSSL::HMAC.hexdigest("${plan.algorithm.toUpperCase()}", secret, signing_string)

puts "${url.join("")}${endsLine(plan) ? "\\n" : ""}"
`;
}

/** `puts` adds no line break to a text that ends in one. */
function endsLine(plan: SnippetPlan): boolean {
  const last = plan.url.at(-1);
  return last?.kind === "text" && last.text.endsWith("\n");
}
