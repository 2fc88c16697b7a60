import { quoted } from "./grammar";
import type { Language } from "./language";
import { escapeLiteral, octalEscape } from "./literal";
import { type SnippetPlan, spellUrl } from "./plan";

/** POSIX shell with openssl (1.0 or newer, or LibreSSL). */
export const shell: Language = {
  id: "shell",
  label: "Shell",
  fileName: "sign.sh",
  write,
  grammar: {
    comment: /(?<!\S)#.*/,
    template: new RegExp(`${quoted('"').source}|'[^']*(?:'\\\\''[^']*)*(?:'|$)`),
    hole: /\$\w+|\$\{\w+[^}]*\}|%s/,
    keywords: "cut openssl printf",
  },
};

/** In single quotes nothing is special, not even `!` of an interactive shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A `printf` format. */
function quoteFormat(text: string): string {
  return quote(escapeLiteral(text.replaceAll("%", "%%"), /\\/g, octalEscape));
}

function write(plan: SnippetPlan): string {
  const format = spellUrl(plan, {
    text: (text) => quoteFormat(text).slice(1, -1),
    signingString: "%s",
    signature: "%s",
  });
  const values = plan.url.flatMap(({ kind }) =>
    kind === "text" ? [] : [kind === "signature" ? '"$signature"' : '"$signing_string"'],
  );
  return `: "\${${plan.secretVariable}:?}"
signing_string=${quote(plan.signingString)}
signature=$(printf %s "$signing_string" |
  openssl dgst -${plan.algorithm} -r -hmac "$${plan.secretVariable}" |
  cut -d ' ' -f 1)
printf '${format.join("")}\\n' \\
  ${values.join(" ")}
# Fetch it: curl --globoff --path-as-is --output image "$(sh sign.sh)"
`;
}
