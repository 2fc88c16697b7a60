import type { RulePiece } from "../schemes/rule-in-code";
import { quoted } from "./grammar";
import type { KnownAnswer, Language } from "./language";
import { escapeLiteral, utf32Escape } from "./literal";
import { ADVICE, camelName, type SnippetPlan, spellUrl } from "./plan";

/** Go, as `gofmt` writes it. */
export const go: Language = {
  id: "go",
  label: "Go",
  function: { fileName: "sign.go", write: writeFunction },
  script: { fileName: "sign.go", write: writeScript },
  test: { fileName: "sign_test.go", runner: "go test", command: "go test sign_test.go", write: writeTest },
  grammar: {
    comment: /\/\/.*/,
    string: new RegExp(`${quoted('"').source}|\`[^\`]*(?:\`|$)`),
    keywords: "byte else func if import nil package return string var",
  },
};

export function quote(text: string): string {
  return `"${escapeLiteral(text, /["\\]/g, utf32Escape)}"`;
}

/** Statements that make `variable` of the pieces, because Go has no conditional expression. */
export function statements(variable: string, pieces: readonly RulePiece[]): string {
  let lines = "";
  const add = (operands: readonly string[]) => {
    if (operands.length > 0) lines += `\t${variable} ${lines === "" ? ":=" : "+="} ${operands.join(" + ")}\n`;
  };
  let run: string[] = [];
  for (const piece of pieces) {
    if (typeof piece === "string") run.push(quote(piece));
    else if ("part" in piece && piece.orElse === undefined) run.push(piece.part);
    else {
      add(run);
      run = [];
      if (lines === "") lines = `\tvar ${variable} string\n`;
      lines += conditional(variable, piece);
    }
  }
  add(run);
  return lines;
}

function conditional(variable: string, piece: Exclude<RulePiece, string>): string {
  if ("part" in piece)
    return `\tif ${piece.part} == "" {\n\t\t${variable} += ${quote(piece.orElse ?? "")}\n\t} else {\n\t\t${variable} += ${piece.part}\n\t}\n`;
  const operands = piece.add.map((more) =>
    typeof more === "string" ? quote(more) : "part" in more ? more.part : "",
  );
  return `\tif ${piece.when} != "" {\n\t\t${variable} += ${operands.join(" + ")}\n\t}\n`;
}

function functionOf(plan: SnippetPlan): string {
  const { rule } = plan;
  return `// ${ADVICE[0]}
// ${ADVICE[1]}
func ${camelName(plan)}(url, secret string) string {
	parts := regexp.MustCompile(\`(?s)${rule.pattern}\`).FindStringSubmatch(url)
	${rule.parts.join(", ")} := ${rule.parts.map((_, index) => `parts[${index + 1}]`).join(", ")}

${statements("signingString", rule.signingString)}${plan.computation.go.lines}
${statements("signed", rule.signedUrl)}	return signed
}
`;
}

function imports(names: readonly string[]): string {
  return `import (\n${names.map((name) => `\t"${name}"\n`).join("")})\n`;
}

/** The secret, or the program's end; an empty one is a mistake that `Getenv` would hide. */
function readSecret({ secretVariable }: SnippetPlan): string {
  return `	secret, ok := os.LookupEnv("${secretVariable}")
	if !ok {
		log.Fatal("${secretVariable} is not set")
	}
`;
}

function writeFunction(plan: SnippetPlan): string {
  return `package main

${imports([...plan.computation.go.imports, "encoding/hex", "fmt", "log", "os", "regexp"])}
${functionOf(plan)}
func main() {
${readSecret(plan)}	fmt.Println(${camelName(plan)}(${quote(plan.unsignedUrl)}, secret))
}
`;
}

function writeTest(plan: SnippetPlan, known: KnownAnswer): string {
  return `package sign

${imports([...plan.computation.go.imports, "encoding/hex", "regexp", "testing"])}
${functionOf(plan)}
func TestSignsAsTheVendorDoes(t *testing.T) {
	signed := ${camelName(plan)}(${quote(known.url)}, ${quote(known.secret)})
	expected := ${quote(known.signedUrl)}
	if signed != expected {
		t.Errorf("got %q, want %q", signed, expected)
	}
}
`;
}

function writeScript(plan: SnippetPlan): string {
  const url = spellUrl(plan, { text: quote, signingString: "signingString", signature: "signature" });
  return `package main

${imports([...plan.computation.go.imports, "encoding/hex", "fmt", "log", "os"])}
func main() {
${readSecret(plan)}
	signingString := ${quote(plan.signingString)}
${plan.computation.go.lines}
	fmt.Println(${url.join(" + ")})
}
`;
}
