import { express, ternaries } from "./expression";
import { quoted } from "./grammar";
import type { KnownAnswer, Language } from "./language";
import { bracedEscape, escapeLiteral } from "./literal";
import { ADVICE, camelName, type SnippetPlan, snakeName, spellUrl } from "./plan";

/** Ruby 2.0 or newer. */
export const ruby: Language = {
  id: "ruby",
  label: "Ruby",
  function: { fileName: "sign.rb", write: writeFunction },
  script: { fileName: "sign.rb", write: writeScript },
  test: { fileName: "sign_test.rb", runner: "minitest", command: "ruby sign_test.rb", write: writeTest },
  grammar: {
    comment: /#.*/,
    template: new RegExp(`%r\\{[^}]*(?:\\}|$)|${quoted('"').source}`),
    hole: /#\{\w+\}/,
    keywords: "class def do end puts require",
  },
};

function quote(text: string): string {
  return `"${escapeLiteral(text, /["\\]|#(?=[{$@])/g, bracedEscape)}"`;
}

export const operators = {
  quote,
  plus: " + ",
  ...ternaries(
    (part) => part,
    (name) => `${name}.empty?`,
    '""',
  ),
};

/** In Ruby `^` and `$` are a line's ends. */
function functionOf(plan: SnippetPlan): string {
  const { rule, computation } = plan;
  return `# ${ADVICE[0]}
# ${ADVICE[1]}
def ${snakeName(plan)}(url, secret)
  ${rule.parts.join(", ")} = url.match(%r{${rule.pattern.replace("^", "\\A").replace(/\$$/, "\\z")}}m).captures
  signing_string = ${express(rule.signingString, operators)}
  signature = ${computation.ruby}
  ${express(rule.signedUrl, operators)}
end
`;
}

function writeFunction(plan: SnippetPlan): string {
  return `require "openssl"

${functionOf(plan)}
puts ${snakeName(plan)}(${quote(plan.unsignedUrl)}, ENV.fetch("${plan.secretVariable}"))
`;
}

function writeTest(plan: SnippetPlan, known: KnownAnswer): string {
  return `require "minitest/autorun"
require "openssl"

${functionOf(plan)}
class S${camelName(plan).slice(1)}Test < Minitest::Test
  def test_signs_as_the_vendor_does
    signed = ${snakeName(plan)}(${quote(known.url)}, ${quote(known.secret)})
    assert_equal ${quote(known.signedUrl)}, signed
  end
end
`;
}

function writeScript(plan: SnippetPlan): string {
  const url = spellUrl(plan, {
    text: (text) => quote(text).slice(1, -1),
    signingString: "#{signing_string}",
    signature: "#{signature}",
  });
  return `require "openssl"

secret = ENV.fetch("${plan.secretVariable}")
signing_string = ${quote(plan.signingString)}
signature = ${plan.computation.ruby}

puts "${url.join("")}"
`;
}
