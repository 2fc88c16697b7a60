import { quoted } from "./grammar";
import type { Language } from "./language";
import { bracedEscape, escapeLiteral } from "./literal";
import { type SnippetPlan, spellUrl } from "./plan";

/** PHP 7 or newer. Strict types turn a missing secret into an error. */
export const php: Language = {
  id: "php",
  label: "PHP",
  fileName: "sign.php",
  write,
  grammar: {
    comment: /\/\/.*/,
    string: new RegExp(`${quoted("'").source}|${quoted('"').source}`),
    keywords: "declare echo php",
  },
};

/** Single quotes, where only `'` and `\` are special; double ones where a character needs an escape. */
function quote(text: string): string {
  return /[^\x20-\x7e]/.test(text)
    ? `"${escapeLiteral(text, /["\\$]/g, bracedEscape)}"`
    : `'${text.replace(/['\\]/g, "\\$&")}'`;
}

function write(plan: SnippetPlan): string {
  const url = spellUrl(plan, {
    text: quote,
    signingString: "$signingString",
    signature: "$signature",
  });
  return `<?php
declare(strict_types=1);

$secret = getenv('${plan.secretVariable}');
$signingString = ${quote(plan.signingString)};
$signature = hash_hmac('${plan.algorithm}', $signingString, $secret);

echo ${url.join(" . ")} . PHP_EOL;
`;
}
