import { express } from "./expression";
import { quoted } from "./grammar";
import type { KnownAnswer, Language } from "./language";
import { escapeLiteral, utf32Escape } from "./literal";
import { ADVICE, type SnippetPlan, snakeName, spellUrl } from "./plan";

/** Python 3.6 or newer. */
export const python: Language = {
  id: "python",
  label: "Python",
  function: { fileName: "sign.py", write: writeFunction },
  script: { fileName: "sign.py", write: writeScript },
  test: { fileName: "test_sign.py", runner: "pytest", command: "pytest test_sign.py", write: writeTest },
  grammar: {
    comment: /#.*/,
    template: quoted('"', "f"),
    string: quoted('"'),
    hole: /\{\w+\}/,
    keywords: "assert def else if import return",
  },
};

function quote(text: string): string {
  return `"${escapeLiteral(text, /["\\]/g, utf32Escape)}"`;
}

export const operators = {
  quote,
  name: (part: string) => part,
  plus: " + ",
  when: (part: string, more: string) => `(${more} if ${part} else "")`,
  orElse: (part: string, otherwise: string) => `(${part} or ${otherwise})`,
};

function functionOf(plan: SnippetPlan): string {
  const { rule, computation } = plan;
  return `def ${snakeName(plan)}(url: str, secret: str) -> str:
    # ${ADVICE[0]}
    # ${ADVICE[1]}
    ${rule.parts.join(", ")} = re.search(r"(?s)${rule.pattern}", url).groups()
    signing_string = ${express(rule.signingString, operators)}
    signature = ${computation.python.signature}
    return ${express(rule.signedUrl, operators)}
`;
}

function imports({ computation }: SnippetPlan, ...more: readonly string[]): string {
  return [...computation.python.imports, ...more].map((name) => `import ${name}\n`).join("");
}

function writeFunction(plan: SnippetPlan): string {
  return `${imports(plan, "os", "re")}

${functionOf(plan)}

print(${snakeName(plan)}(${quote(plan.unsignedUrl)}, os.environ["${plan.secretVariable}"]))
`;
}

function writeTest(plan: SnippetPlan, known: KnownAnswer): string {
  return `${imports(plan, "re")}

${functionOf(plan)}

def test_signs_as_${snakeName(plan).replace("sign_", "")}_does():
    signed = ${snakeName(plan)}(${quote(known.url)}, ${quote(known.secret)})
    assert signed == ${quote(known.signedUrl)}
`;
}

function writeScript(plan: SnippetPlan): string {
  const url = spellUrl(plan, {
    text: (text) => quote(text.replace(/[{}]/g, "$&$&")).slice(1, -1),
    signingString: "{signing_string}",
    signature: "{signature}",
  });
  return `${imports(plan, "os")}
secret = os.environ["${plan.secretVariable}"]
signing_string = ${quote(plan.signingString)}
signature = ${plan.computation.python.signature}

print(f"${url.join("")}")
`;
}
