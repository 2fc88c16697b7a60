import { quoted } from "./grammar";
import type { Language } from "./language";
import { escapeLiteral, utf32Escape } from "./literal";
import { type SnippetPlan, spellUrl } from "./plan";

/** Python 3.6 or newer. */
export const python: Language = {
  id: "python",
  label: "Python",
  fileName: "sign.py",
  write,
  grammar: {
    comment: /#.*/,
    template: quoted('"', "f"),
    string: quoted('"'),
    hole: /\{\w+\}/,
    keywords: "import",
  },
};

function quote(text: string): string {
  return `"${escapeLiteral(text, /["\\]/g, utf32Escape)}"`;
}

function write(plan: SnippetPlan): string {
  const url = spellUrl(plan, {
    text: (text) => quote(text.replace(/[{}]/g, "$&$&")).slice(1, -1),
    signingString: "{signing_string}",
    signature: "{signature}",
  });
  return `import hashlib
import hmac
import os

secret = os.environ["${plan.secretVariable}"]
signing_string = ${quote(plan.signingString)}
signature = hmac.new(secret.encode(), signing_string.encode(), hashlib.${plan.algorithm}).hexdigest()

print(f"${url.join("")}")
`;
}
