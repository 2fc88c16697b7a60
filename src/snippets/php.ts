import { express, ternaries } from "./expression";
import { quoted } from "./grammar";
import type { KnownAnswer, Language } from "./language";
import { bracedEscape, escapeLiteral } from "./literal";
import { ADVICE, camelName, type SnippetPlan, spellUrl } from "./plan";

/** PHP 7.1 or newer. Strict types turn a missing secret into an error. */
export const php: Language = {
  id: "php",
  label: "PHP",
  function: { fileName: "sign.php", write: writeFunction },
  script: { fileName: "sign.php", write: writeScript },
  test: { fileName: "SignTest.php", runner: "PHPUnit", command: "phpunit SignTest.php", write: writeTest },
  grammar: {
    comment: /\/\/.*/,
    string: new RegExp(`${quoted("'").source}|${quoted('"').source}`),
    keywords: "class declare echo extends final function php public return string use void",
  },
};

/** Single quotes, where only `'` and `\` are special; double ones where a character needs an escape. */
function quote(text: string): string {
  return /[^\x20-\x7e]/.test(text)
    ? `"${escapeLiteral(text, /["\\$]/g, bracedEscape)}"`
    : `'${text.replace(/['\\]/g, "\\$&")}'`;
}

export const operators = {
  quote,
  plus: " . ",
  ...ternaries(
    (part) => `$${part}`,
    (name) => `${name} === ''`,
    "''",
  ),
};

function functionOf(plan: SnippetPlan): string {
  const { rule, computation } = plan;
  return `// ${ADVICE[0]}
// ${ADVICE[1]}
function ${camelName(plan)}(string $url, string $secret): string
{
    preg_match('~${rule.pattern}~sD', $url, $parts);
    [, ${rule.parts.map((part) => `$${part}`).join(", ")}] = $parts;
    $signingString = ${express(rule.signingString, operators)};
    $signature = ${computation.php};
    return ${express(rule.signedUrl, operators)};
}
`;
}

function writeFunction(plan: SnippetPlan): string {
  return `<?php
declare(strict_types=1);

${functionOf(plan)}
echo ${camelName(plan)}(${quote(plan.unsignedUrl)}, getenv('${plan.secretVariable}')) . PHP_EOL;
`;
}

function writeTest(plan: SnippetPlan, known: KnownAnswer): string {
  return `<?php
declare(strict_types=1);

use PHPUnit\\Framework\\TestCase;

${functionOf(plan)}
final class SignTest extends TestCase
{
    public function testSignsAsTheVendorDoes(): void
    {
        $signed = ${camelName(plan)}(${quote(known.url)}, ${quote(known.secret)});
        $this->assertSame(${quote(known.signedUrl)}, $signed);
    }
}
`;
}

function writeScript(plan: SnippetPlan): string {
  const url = spellUrl(plan, {
    text: quote,
    signingString: "$signingString",
    signature: "$signature",
  });
  return `<?php
declare(strict_types=1);

$secret = getenv('${plan.secretVariable}');
$signingString = ${quote(plan.signingString)};
$signature = ${plan.computation.php};

echo ${url.join(" . ")} . PHP_EOL;
`;
}
