import { quoted } from "./grammar";
import type { Language } from "./language";
import { escapeLiteral, utf16Escape } from "./literal";
import { needsUtf8, type SnippetPlan, spellUrl } from "./plan";

/** Java 17 or newer. */
export const java: Language = {
  id: "java",
  label: "Java",
  fileName: "Main.java",
  write,
  grammar: {
    comment: /\/\/.*/,
    string: quoted('"'),
    keywords: "byte class import new public static throws var void",
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

function write(plan: SnippetPlan): string {
  const url = spellUrl(plan, { text: quote, signingString: "signingString", signature: "signature" });
  const algorithm = `Hmac${plan.algorithm.toUpperCase()}`;
  const print = needsUtf8(plan) ? "new PrintStream(System.out, true, UTF_8).println" : "System.out.println";
  return `import static java.nio.charset.StandardCharsets.UTF_8;

${needsUtf8(plan) ? "import java.io.PrintStream;\n" : ""}import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class Main {
  public static void main(String[] args) throws Exception {
    var secret = System.getenv("${plan.secretVariable}");
    var signingString = ${quote(plan.signingString)};

    var mac = Mac.getInstance("${algorithm}");
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "${algorithm}"));
    var signature = HexFormat.of().formatHex(mac.doFinal(signingString.getBytes(UTF_8)));

    ${print}(${url.join(" + ")});
  }
}
`;
}
