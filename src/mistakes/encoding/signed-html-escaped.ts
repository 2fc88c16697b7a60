import { listed } from "../../signing/wording/listed";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { FAR_LESS_LIKELY, LESS_LIKELY, LESS_USUAL, RARE, USUAL, VERY_RARE } from "../weights";

export const signedHtmlEscaped: Mistake = {
  id: "signed-html-escaped",
  group: "encoding",
  title: "The string was signed with the escapes of HTML or JSON in it.",
  why: "A template engine, htmlspecialchars or esc_url escaped it for HTML, with “&amp;” for “&”, before it was signed, or a JSON encoder such as that of Rails or Go wrote “\\u0026”.",
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
    for (const [engine, hasOwn, escapes] of ENGINES)
      if (hasOwn(message))
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
      const escaped = { ...escapedAs({ "&": amp }, message), weight };
      yield escaped;
      if (OTHERS.test(message)) yield* alsoEscaped(message, amp, weight + LESS_LIKELY);
      if (!message.endsWith("&"))
        yield {
          value: `${escaped.value}${amp}`,
          detail: message.includes("&")
            ? `“&” was signed as “${amp}”. One stood at the end, too.`
            : `“${amp}” stood at its end.`,
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

function* alsoEscaped(text: string, amp: string, weight: number): Generator<Variant<string>> {
  const rest = { '"': "&quot;", "<": "&lt;", ">": "&gt;" };
  for (const quote of ["&#39;", "&#039;", "&apos;", "&#x27;"]) {
    yield { ...escapedAs({ "&": amp, "'": quote }, text), weight };
    yield { ...escapedAs({ "&": amp, "'": quote, ...rest }, text), weight };
  }
  yield { ...escapedAs({ "&": amp, ...rest }, text), weight };
}

/** The text with these characters written so, and which of them it has. */
function escapedAs(escapes: Readonly<Record<string, string>>, text: string): Variant<string> {
  const has = Object.entries(escapes).filter(([char]) => text.includes(char));
  const told = has.map(([char, by], at) => `“${char}” ${at === 0 ? "was signed as" : "as"} “${by}”`);
  const value = text.replaceAll(/[&'"<>]/g, (char) => escapes[char] ?? char);
  return { value, detail: `${listed(told)}.` };
}

const BASIC = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Template engines, and what they escape more than HTML asks for: Handlebars’ lib/handlebars/utils.js, mustache.js’ escapeHtml. Without that others write the same. */
const ENGINES: readonly (readonly [
  engine: string,
  hasOwn: (text: string) => boolean,
  escapes: Readonly<Record<string, string>>,
])[] = [
  [
    "Handlebars",
    (text) => text.includes("=") && /[/']/.test(text),
    { ...BASIC, "'": "&#x27;", "`": "&#x60;", "=": "&#x3D;" },
  ],
  [
    "mustache.js",
    (text) => text.includes("=") && /[/']/.test(text),
    { ...BASIC, "'": "&#39;", "`": "&#x60;", "=": "&#x3D;", "/": "&#x2F;" },
  ],
  [
    "Handlebars or mustache.js",
    (text) => text.includes("=") && !/[/']/.test(text),
    { ...BASIC, "`": "&#x60;", "=": "&#x3D;" },
  ],
  ["Underscore’s _.escape", (text) => text.includes("`"), { ...BASIC, "'": "&#x27;", "`": "&#x60;" }],
  ["OWASP’s list", (text) => text.includes("/"), { ...BASIC, "'": "&#x27;", "/": "&#x2F;" }],
];
