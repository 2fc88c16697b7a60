import { decodeEntities } from "../../signing/find/html";
import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";

export const secretHtmlEscaped: Mistake = {
  id: "secret-html-escaped",
  group: "secret",
  answerTells: "name",
  title: "The secret was written as HTML writes it.",
  enteredTitle: "The secret entered here is written as HTML writes it.",
  why: "It was copied from a page’s source, or code escaped it for a page (htmlspecialchars, a form filter) before it was stored.",
  fix: "Use the secret’s own characters, “&” and not “&amp;”.",
  example: signedWithKey("a&b<c", "a&amp;b&lt;c"),
  nearMiss: signedWithKey("a&b<c", "a%26b%3Cc"),
  *keys(key) {
    if (/^[^<>"'`=/]*&[^<>"'`=/]*$/.test(key))
      yield {
        value: key.replaceAll("&", "&amp;"),
        detail: "The secret that signed had “&amp;” for “&”.",
      };
    for (const quotes of QUOTES) {
      const value = key.replace(/[&<>"'`=/]/g, (char) => ESCAPES[char] ?? quotes[char] ?? char);
      yield { value, detail: "The secret that signed had the escapes." };
    }
    yield {
      value: key.replaceAll("&", "&#038;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
      detail: "The secret that signed had the escapes, as WordPress writes them.",
    };
    const escaped = key.replace(/[&<>]/g, (char) => ESCAPES[char] ?? char);
    yield {
      value: escaped.replaceAll("&", "&amp;"),
      detail: "The secret that signed had the escapes, and those were escaped once more.",
    };
    let value = key;
    for (let round = 0; round < 2; round++) {
      value = unescaped(value);
      yield {
        value,
        detail: "The secret entered here has the escapes, the secret that signed had none.",
        entered: true,
      };
    }
  },
};

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** What libraries make of quotes and other characters. */
const QUOTES: readonly Readonly<Record<string, string>>[] = [
  {},
  { '"': "&quot;" },
  { '"': "&quot;", "'": "&#39;" },
  { '"': "&quot;", "'": "&#x27;" },
  { '"': "&quot;", "'": "&#039;" },
  { '"': "&#34;", "'": "&#39;" },
  { '"': "&quot;", "'": "&apos;" },
  { '"': "&quot;", "'": "&#39;", "/": "&#x2F;", "`": "&#x60;", "=": "&#x3D;" },
  { '"': "&quot;", "'": "&#x27;", "`": "&#x60;", "=": "&#x3D;" },
];

/** As a reader of HTML, one time: of the names it knows the five of XML and the space that does not break. */
function unescaped(text: string): string {
  return decodeEntities(text.replace(/&nbsp;/gi, "\u00a0"));
}
