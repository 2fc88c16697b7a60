import { express, ternaries } from "./expression";
import { quoted } from "./grammar";
import type { KnownAnswer, Language } from "./language";
import { escapeLiteral, utf16Escape } from "./literal";
import { ADVICE, camelName, needsUtf8, type SnippetPlan, spellUrl } from "./plan";

/** Java 17 or newer. */
export const java: Language = {
  id: "java",
  label: "Java",
  function: { fileName: "Main.java", write: writeFunction },
  script: { fileName: "Main.java", write: writeScript },
  test: {
    fileName: "SignTest.java",
    runner: "JUnit 5",
    command: "mvn test -Dtest=SignTest",
    write: writeTest,
  },
  grammar: {
    comment: /\/\/.*/,
    string: quoted('"'),
    keywords: "byte class for if import new null public return static throw throws var void",
  },
};

/** A constant holds 65535 bytes at most; javac joins up to three literals in one, and a UTF-16 unit takes three bytes. */
const LONGEST = 7_000;

function quote(text: string): string {
  const literals: string[] = [];
  for (let at = 0; at < text.length || at === 0; at += LONGEST)
    literals.push(`"${escapeLiteral(text.slice(at, at + LONGEST), /["\\]/g, escapeChar)}"`);
  return literals.length === 1 ? literals.join() : `String.join("", ${literals.join(", ")})`;
}

/** Control characters in octal: javac reads `\u000a` as a line break in the source, even inside a literal. */
function escapeChar(char: string): string {
  return char < " " ? `\\${char.charCodeAt(0).toString(8).padStart(3, "0")}` : utf16Escape(char);
}

export const operators = {
  quote,
  plus: " + ",
  ...ternaries(
    (part) => part,
    (name) => `${name}.isEmpty()`,
    '""',
  ),
};

function functionOf(plan: SnippetPlan): string {
  const { rule } = plan;
  return `  // ${ADVICE[0]}
  // ${ADVICE[1]}
  static String ${camelName(plan)}(String url, String secret) throws Exception {
    var parts = Pattern.compile("(?s)${rule.pattern.replaceAll("\\", "\\\\")}").matcher(url);
    if (!parts.matches()) throw new IllegalArgumentException("url");
    var ${rule.parts.map((part, index) => `${part} = parts.group(${index + 1})`).join(";\n    var ")};
    var signingString = ${express(rule.signingString, operators)};

${plan.computation.java.lines}
    return ${express(rule.signedUrl, operators)};
  }
`;
}

/**
 * Java decodes its environment by the locale, which in a bare container knows ASCII alone: characters beyond it are lost, and the signature would be
 * wrong without a word. Linux has the bytes in a file; elsewhere what was lost is an error.
 */
function environment({ secretVariable }: SnippetPlan): string {
  return `  // Java decodes System.getenv by the locale, and a bare container's knows ASCII alone: Linux has the bytes.
  static String readSecret() throws Exception {
    var environment = Path.of("/proc/self/environ");
    if (Files.isReadable(environment))
      for (var line : Files.readString(environment, ISO_8859_1).split("\\0"))
        if (line.startsWith("${secretVariable}="))
          return new String(line.substring(${secretVariable.length + 1}).getBytes(ISO_8859_1), UTF_8);
    var secret = System.getenv("${secretVariable}");
    if (secret == null || secret.contains("\\ufffd"))
      throw new IllegalStateException("${secretVariable} is not set, or not readable in this locale");
    return secret;
  }
`;
}

function imports(names: readonly string[]): string {
  return names.map((name) => `import ${name};\n`).join("");
}

const READING = [
  "static java.nio.charset.StandardCharsets.ISO_8859_1",
  "static java.nio.charset.StandardCharsets.UTF_8",
];

/** How a program prints in every locale. */
function print(plan: SnippetPlan, value: string): string {
  return needsUtf8(plan)
    ? `new PrintStream(System.out, true, UTF_8).println(${value})`
    : `System.out.println(${value})`;
}

function programImports(plan: SnippetPlan, more: readonly string[]): string {
  const io = needsUtf8(plan) ? ["java.io.PrintStream"] : [];
  return `${imports(READING)}
${imports([...io, "java.nio.file.Files", "java.nio.file.Path", "java.util.HexFormat", ...more, ...plan.computation.java.imports])}`;
}

function writeFunction(plan: SnippetPlan): string {
  return `${programImports(plan, ["java.util.regex.Pattern"])}
class Main {
${functionOf(plan)}
  public static void main(String[] args) throws Exception {
    ${print(plan, `${camelName(plan)}(${quote(plan.unsignedUrl)}, readSecret())`)};
  }

${environment(plan)}}
`;
}

function writeTest(plan: SnippetPlan, known: KnownAnswer): string {
  return `import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

${imports(["java.util.HexFormat", "java.util.regex.Pattern", ...plan.computation.java.imports, "org.junit.jupiter.api.Test"])}
class SignTest {
${functionOf(plan)}
  @Test
  void signsAsTheVendorDoes() throws Exception {
    var signed = ${camelName(plan)}(${quote(known.url)}, ${quote(known.secret)});
    assertEquals(${quote(known.signedUrl)}, signed);
  }
}
`;
}

function writeScript(plan: SnippetPlan): string {
  const url = spellUrl(plan, { text: quote, signingString: "signingString", signature: "signature" });
  return `${programImports(plan, [])}
class Main {
  public static void main(String[] args) throws Exception {
    var secret = readSecret();
    var signingString = ${quote(plan.signingString)};

${plan.computation.java.lines}
    ${print(plan, url.join(" + "))};
  }

${environment(plan)}}
`;
}
