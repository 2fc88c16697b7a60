import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { FAR_LESS_LIKELY, LESS_LIKELY, LESS_USUAL, RARE, USUAL, VERY_RARE } from "../weights";

export const signedHtmlEscaped: Mistake = {
  id: "signed-html-escaped",
  group: "encoding",
  title: "The string was signed with the escapes of HTML or JSON in it.",
  why: "A template engine, htmlspecialchars or esc_url wrote “&” as “&amp;” before the string was signed, or a JSON encoder such as that of Rails or Go wrote “\\u0026”.",
  fix: "Sign the plain text, and escape the finished URL for HTML or JSON.",
  example: {
    url: `${HOST}/a.jpg?width=200&height=100&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200&amp;height=100",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?width=200&height=100&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200;height=100",
  },
  *messages(message) {
    for (const [engine, escapes] of ENGINES)
      yield {
        value: message.replaceAll(/[&<>"'`=/]/g, (char) => escapes[char] ?? char),
        detail: `As ${engine} escapes it.`,
        weight: LESS_USUAL,
      };
    for (const [amp, weight] of [
      ["&amp;", USUAL],
      ["&#38;", LESS_USUAL],
      ["&#038;", LESS_USUAL],
      ["&#x26;", LESS_USUAL],
      ["\\u0026", RARE],
      ["&amp;amp;", RARE],
    ] as const) {
      const escaped = message.replaceAll("&", amp);
      const detail = `“&” was signed as “${amp}”.`;
      yield { value: escaped, detail, weight };
      if (OTHERS.test(message)) yield* alsoEscaped(escaped, detail, weight + LESS_LIKELY);
      if (!message.endsWith("&"))
        yield {
          value: `${escaped}${amp}`,
          detail: `${detail} One stood at the end, too.`,
          weight: weight + FAR_LESS_LIKELY,
        };
    }
    yield {
      value: message.replaceAll("/", "\\/"),
      detail: "“/” was signed as “\\/”, as JSON writes it.",
      weight: RARE,
    };
    yield {
      value: message.replaceAll("/", "\\/").replaceAll("&", "\\u0026"),
      detail: "As JSON writes it.",
      weight: VERY_RARE,
    };
  },
};

/** What HTML escapes besides “&”. */
const OTHERS = /['"<>]/;

function* alsoEscaped(text: string, detail: string, weight: number): Generator<Variant<string>> {
  const rest = (part: string) =>
    part.replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  for (const quote of ["&#39;", "&#039;", "&apos;", "&#x27;"]) {
    const quoted = text.replaceAll("'", quote);
    yield { value: quoted, detail, weight };
    yield { value: rest(quoted), detail, weight };
  }
  yield { value: rest(text), detail, weight };
}

const BASIC = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Template engines that escape more than HTML asks for: Handlebars’ lib/handlebars/utils.js, mustache.js’ escapeHtml. */
const ENGINES: readonly (readonly [engine: string, escapes: Readonly<Record<string, string>>])[] = [
  ["Handlebars", { ...BASIC, "'": "&#x27;", "`": "&#x60;", "=": "&#x3D;" }],
  ["mustache.js", { ...BASIC, "'": "&#39;", "`": "&#x60;", "=": "&#x3D;", "/": "&#x2F;" }],
  ["Underscore’s _.escape", { ...BASIC, "'": "&#x27;", "`": "&#x60;" }],
  ["OWASP’s list", { ...BASIC, "'": "&#x27;", "/": "&#x2F;" }],
];
