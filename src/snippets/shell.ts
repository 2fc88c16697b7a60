import { express } from "./expression";
import { quoted } from "./grammar";
import type { KnownAnswer, Language } from "./language";
import { escapeLiteral, octalEscape } from "./literal";
import { ADVICE, type SnippetPlan, snakeName, spellUrl } from "./plan";

/** POSIX shell with openssl (1.0 or newer, or LibreSSL). */
export const shell: Language = {
  id: "shell",
  label: "Shell",
  function: { fileName: "sign.sh", write: writeFunction },
  script: { fileName: "sign.sh", write: writeScript },
  test: { fileName: "sign-test.sh", runner: "any POSIX shell", command: "sh sign-test.sh", write: writeTest },
  grammar: {
    comment: /(?<!\S)#.*/,
    template: new RegExp(`${quoted('"').source}|'[^']*(?:'\\\\''[^']*)*(?:'|$)`),
    hole: /\$\w+|\$\{\w+[^}]*\}|%s/,
    keywords: "cut openssl printf sed",
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

/** An argument: by way of `printf` where it needs escapes. */
function quoteArgument(text: string): string {
  return /[^\x20-\x7e]/.test(text) ? `"$(printf ${quoteFormat(text)})"` : quote(text);
}

/** All inside double quotes. */
export const operators = {
  quote: (text: string) => text.replace(/["\\$`]/g, "\\$&"),
  name: (part: string) => `\${${part}}`,
  plus: "",
  when: (part: string, more: string) => `\${${part}:+${more}}`,
  orElse: (part: string, otherwise: string) => `\${${part}:-${otherwise}}`,
};

function functionOf(plan: SnippetPlan): string {
  const { rule } = plan;
  const cuts = rule.parts.map((part, index) => `  ${part}=$(part "$1" ${index + 1})`).join("\n");
  return `# ${ADVICE[0]}
# ${ADVICE[1]}
${snakeName(plan)}() (
  part() { printf '%s\\n' "$1" | LC_ALL=C sed -E 's~${rule.pattern}~\\'"$2~"; }
${cuts}
  signing_string="${express(rule.signingString, operators)}"
  ${plan.computation.shell("$2").replaceAll("\n", "\n  ")}
  printf '%s\\n' "${express(rule.signedUrl, operators)}"
)
`;
}

/** No variable of a shell holds a zero byte, which a `printf` format writes. */
function writeFunction(plan: SnippetPlan): string {
  if (plan.unsignedUrl.includes("\0")) return writeScript(plan);
  return `${functionOf(plan)}
${snakeName(plan)} ${quoteArgument(plan.unsignedUrl)} "\${${plan.secretVariable}:?}"
`;
}

function writeTest(plan: SnippetPlan, known: KnownAnswer): string {
  return `${functionOf(plan)}
signed=$(${snakeName(plan)} ${quoteArgument(known.url)} ${quoteArgument(known.secret)})
expected=${quoteArgument(known.signedUrl)}
[ "$signed" = "$expected" ] || { printf 'not ok: %s\\n' "$signed"; exit 1; }
echo ok
`;
}

function writeScript(plan: SnippetPlan): string {
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
${plan.computation.shell(`$${plan.secretVariable}`)}
printf '${format.join("")}\\n' \\
  ${values.join(" ")}
# Fetch it: curl --globoff --path-as-is --output image "$(sh sign.sh)"
`;
}
