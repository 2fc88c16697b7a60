import { invisibleName } from "./invisible";
import type { Key, Variant } from "./mistake";

/** Values that documents and templates show where the secret belongs, and what a missing one turns into. */
export const PLACEHOLDERS: readonly string[] = [
  "my_secret_key",
  "Auth Secret",
  "auth secret",
  "auth_secret",
  "AUTH_SECRET",
  "your auth secret",
  "YOUR_AUTH_SECRET",
  "API Secret",
  "authSecret",
  "<nil>",
  "sk_test",
  "YOUR_SECRET_KEY",
  "YOUR_API_SECRET",
  "API_SECRET",
  "secret",
  "LibPixel",
  "libpixel",
  "TOP-SECRET",
  "undefined",
  "null",
  "None",
  "nil",
  "NULL",
  "[object Object]",
  "false",
  "true",
  "NaN",
  "changeme",
  "change_me",
  "CHANGEME",
  "change-me",
  "changeit",
  "changethis",
  "CHANGE_ME",
  "your_api_secret",
  "your-api-secret",
  "YOUR-API-SECRET",
  "your_secret_key",
  "your-secret-key",
  "your_secret",
  "your-secret",
  "YOUR_SECRET",
  "YOUR-SECRET",
  "Your Secret",
  "YOUR SECRET",
  "your secret",
  "yoursecret",
  "YOURSECRET",
  "yourSecret",
  "your_secret_here",
  "your-secret-here",
  "YOUR_SECRET_HERE",
  "YOUR-SECRET-HERE",
  "your secret here",
  "YOUR SECRET HERE",
  "your_secret_key_here",
  "your-secret-key-here",
  "YOUR_SECRET_KEY_HERE",
  "your_api_secret_here",
  "YOUR_API_SECRET_HERE",
  "secret_here",
  "SECRET_HERE",
  "your secret key",
  "YOUR SECRET KEY",
  "<YOUR SECRET KEY>",
  "<YOUR_SECRET_KEY>",
  "<secret>",
  "<SECRET>",
  "<YOUR_SECRET>",
  "<your_secret>",
  "<YOUR SECRET>",
  "[YOUR_SECRET]",
  "{YOUR_SECRET}",
  "<your-secret>",
  "<API_SECRET>",
  "<YOUR_API_SECRET>",
  "YOUR_URLBOX_API_SECRET",
  "YOUR_URLBOX_SECRET",
  "your_urlbox_api_secret",
  "your_urlbox_secret",
  "URLBOX_API_SECRET",
  "URLBOX_SECRET",
  "URLBOX_API_KEY",
  "YOUR_URLBOX_API_KEY",
  "YOUR_API_KEY",
  "API_KEY",
  "your_api_key",
  "your-api-key",
  "YOUR_LIBPIXEL_SECRET",
  "LIBPIXEL_SECRET",
  "LIBPIXEL_AUTH_SECRET",
  "LIBPIXEL_TOKEN",
  "your_auth_secret",
  "your_libpixel_secret",
  "secret_key",
  "SECRET_KEY",
  "SECRET",
  "Secret",
  "secretkey",
  "secretKey",
  "secret-key",
  "api_secret",
  "apiSecret",
  "api-secret",
  "my_secret",
  "my-secret",
  "mysecret",
  "my-secret-key",
  "MY_SECRET_KEY",
  "MY_SECRET",
  "MY_API_SECRET",
  "my_api_secret",
  "mySecret",
  "shhh",
  "s3cr3t",
  "s3cret",
  "password",
  "PASSWORD",
  "key",
  "KEY",
  "test",
  "TEST",
  "testing",
  "test_secret",
  "test-secret",
  "example",
  "dummy",
  "foo",
  "foobar",
  "xxx",
  "XXX",
  "XXXX",
  "xxxx",
  "xxxxxxxx",
  "XXXXXXXX",
  "TODO",
  "todo",
  "tbd",
  "TBD",
  "fixme",
  "FIXME",
  "REPLACEME",
  "REPLACE_ME",
  "replace_me",
  "replace-me",
  "placeholder",
  "abc123",
  "12345",
  "123456",
  "...",
  "0",
  "1",
  "$LIBPIXEL_SECRET",
  "${LIBPIXEL_SECRET}",
  "$URLBOX_API_SECRET",
  "${URLBOX_API_SECRET}",
  "$URLBOX_SECRET",
  "${URLBOX_SECRET}",
  "$SECRET",
  "${SECRET}",
  "%SECRET%",
  "{{secret}}",
  "{{ secret }}",
  "process.env.LIBPIXEL_SECRET",
  "process.env.URLBOX_API_SECRET",
  "process.env.URLBOX_SECRET",
  "process.env.SECRET",
  ...["LIBPIXEL_SECRET", "LIBPIXEL_AUTH_SECRET", "URLBOX_API_SECRET", "URLBOX_SECRET"].flatMap((name) => [
    `%${name}%`,
    `{{${name}}}`,
    `{{ ${name} }}`,
    `\${{ secrets.${name} }}`,
    `<${name}>`,
    `ENV['${name}']`,
    `os.environ['${name}']`,
    `env('${name}')`,
  ]),
  "your-auth-secret",
  "YOUR-AUTH-SECRET",
  "YOUR AUTH SECRET",
  "your-libpixel-secret",
  "your-urlbox-secret",
  "your-urlbox-api-secret",
  "***",
  "********",
];

/** The weight from which on a key is tried alone, but not in pairs. */
export const SINGLE_ONLY = 1.7;

/** Names and special parameters (POSIX shell, 2.5.2). */
const PARAMETERS = /\$(?:\{[^}]*\}|[A-Za-z_]\w*|[\d@*#?!-])/g;
const VALUES: Readonly<Record<string, string>> = { "$?": "0", "$#": "0", "$-": "hBc" };

const REFERENCE = /\$(?:\{[^}]*\}|\w+)/g;

/** What becomes of a secret with a `$` (or `%NAME%`) in a shell, Compose, Make, PHP or cmd, each with its cause. */
export function dollarExpansions(key: string): [value: string, detail: string][] {
  const names = "A name after “$” was replaced by nothing.";
  const results: [string, string][] = [
    [key.replace(PARAMETERS, ""), names],
    [key.replace(/\$(?:\{[^}]*\}|[A-Za-z_]\w*)/g, ""), names],
    [
      key.replace(/\$\$|\$(?:\{[^}]*\}|[A-Za-z_]\w*|\d)/g, (all) => (all === "$$" ? "$" : "")),
      "“$$” became “$”.",
    ],
    [key.replaceAll("$$", "$"), "“$$” became “$”."],
    [
      key.replace(/\$(?:\([^)]*\)|\{[^}]*\}|.)/g, (all) => (all === "$$" ? "$" : "")),
      "Make took one character after “$” for a name.",
    ],
    [key.replace(REFERENCE, ""), names],
    ...["bash", "sh", "-bash", "zsh"].map((shell): [string, string] => [
      key.replace(PARAMETERS, (all) => VALUES[all] ?? (all === "$0" ? shell : "")),
      "“$” and a character became what a shell keeps there.",
    ]),
    [
      key.replace(/\{?\$[A-Za-z_]\w*(?:\[[^\]]*\]|->\w+)+\}?/g, ""),
      "PHP took an index or a property after “$name” along.",
    ],
    [key.replace(/\$./g, ""), "“$” and the character after it were dropped."],
    [key.replaceAll("$", ""), "Each “$” was dropped."],
    [key.replaceAll("$", "$$$$"), "“$” was doubled, and both were kept."],
    [key.replaceAll("$", "\\$"), "A backslash before “$” was kept."],
    [key.replaceAll("\\$", "$"), "A backslash before “$” was removed."],
    [key.replace(/%[A-Za-z_]\w*%/g, ""), "A name between “%” was replaced by nothing."],
    [key.replaceAll("%%", "%"), "“%%” became “%”."],
    [key.replace(/\$\([^)]*\)|`[^`]*`/g, ""), "A command was run and gave nothing."],
    [key.replace(/\$\{([^}]*)\}/g, "$$$1"), "Braces after “$” were dropped."],
    [key.replace(/\$\{\w+:?-([^}]*)\}/g, "$1"), "A default after “:-” was used."],
  ];
  for (const match of key.matchAll(PARAMETERS))
    results.push([
      key.slice(0, match.index) + key.slice(match.index + match[0].length),
      "One name after “$” was replaced by nothing.",
    ]);
  return results;
}

/** The escapes of string literals, written or read. */
export function jsonVariants(key: string): [value: string, detail: string][] {
  const inside = JSON.stringify(key).slice(1, -1);
  const digits = (char: string) => char.charCodeAt(0).toString(16).padStart(4, "0");
  const ascii = inside.replace(/[^ -~]/g, (char) => `\\u${digits(char)}`);
  const html = (text: string) => text.replace(/[<>&]/g, (char) => `\\u${digits(char)}`);
  // PHP’s JSON_HEX_… flags and .NET’s System.Text.Json.
  const upper = (text: string, chars: RegExp) =>
    text.replaceAll("\\", "\\\\").replace(chars, (char) => `\\u${digits(char).toUpperCase()}`);
  const written = "Its escapes stood in the key.";
  const read = "Its backslashes were taken for escapes.";
  const results: [string, string][] = [
    inside,
    ascii,
    inside.replaceAll("/", "\\/"),
    ascii.replaceAll("/", "\\/"),
    html(inside),
    html(ascii),
    upper(key, /[<>&'"]/g),
    upper(key, /[<>&'"]/g).replaceAll("/", "\\/"),
    upper(key, /[<>&'"+`]|[^ -~]/g),
  ]
    .flatMap((value): [string, string][] => [
      [value, written],
      [`"${value}"`, `${written} So did the quotes.`],
    ])
    .filter(([value]) => value !== `"${key}"`);
  results.push(
    [key.replaceAll("\\", "\\\\"), written],
    [key.replaceAll('"', '\\"'), written],
    [key.replaceAll("'", "\\'"), written],
    [key.replace(/["'\\]/g, "\\$&"), written],
    [key.replaceAll("/", "\\/"), written],
    [key.replace(/\\(.)/g, "$1"), read],
    [key.replaceAll("\\\\", "\\"), read],
    [key.replaceAll("\\", ""), read],
    [key.replaceAll("\\/", "/"), read],
    [
      key.replace(/\\u([0-9a-f]{4})/gi, (_, digits: string) =>
        String.fromCharCode(Number.parseInt(digits, 16)),
      ),
      read,
    ],
    [key.replace(/\\([nrtbfv0])/g, (_, char: string) => CONTROLS[char] ?? char), read],
    [key.replace(/\\([nrtbfv0])|\\(.)/g, (_, char: string, other: string) => CONTROLS[char] ?? other), read],
  );
  const parsed = parseJson(`"${key}"`) ?? parseJson(key);
  if (parsed !== null) results.push([parsed, read]);
  return results;
}

const CONTROLS: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  v: "\v",
  0: "\0",
};

function parseJson(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}

const INVISIBLE: readonly [char: string, name: string, mark: string][] = [
  ["\u{feff}", "A byte order mark", "BOM"],
  ["\u{200b}", "A zero-width space", "ZWSP"],
  ["\u{200c}", "A zero-width non-joiner", "ZWNJ"],
  ["\u{200d}", "A zero-width joiner", "ZWJ"],
  ["\u{2060}", "A word joiner", "WJ"],
  ["\u{ad}", "A soft hyphen", "SHY"],
  ["\u{200e}", "A left-to-right mark", "LRM"],
  ["\u{200f}", "A right-to-left mark", "RLM"],
  ["\u{202c}", "A direction mark", "PDF"],
  ["\u{202f}", "A narrow no-break space", "NNBSP"],
  ["\u{3000}", "An ideographic space", "IDSP"],
  ["\u{2002}", "An en space", "ENSP"],
  ["\u{2003}", "An em space", "EMSP"],
  ["\u{2009}", "A thin space", "THSP"],
  ["ï»¿", "A byte order mark read as Latin-1", "ï»¿"],
  ["\u{2028}", "A line separator", "LS"],
  ["\0", "A zero byte", "NUL"],
];
/** They come in pairs, as from address books and chats (Unicode, UAX #9). */
const DIRECTIONS: readonly (readonly [open: string, close: string])[] = [
  ["\u{202a}", "\u{202c}"],
  ["\u{202b}", "\u{202c}"],
  ["\u{202d}", "\u{202c}"],
  ["\u{2066}", "\u{2069}"],
  ["\u{2067}", "\u{2069}"],
  ["\u{2068}", "\u{2069}"],
];
const SMART: readonly [open: string, close: string][] = [
  ["“", "”"],
  ["‘", "’"],
  ["„", "“"],
  ["«", "»"],
  ["”", "”"],
  ["’", "’"],
  ["‚", "‘"],
  ["″", "″"],
];

/** Invisible characters around it or taken out of it, typographic substitutes, and other spellings of the same text. */
export function* invisibleVariants(key: string): Generator<Variant<Key>> {
  for (const [char, name, mark] of INVISIBLE) {
    yield { value: char + key, detail: `${name} at the start.`, before: [mark] };
    yield { value: key + char, detail: `${name} at the end.`, after: [mark] };
    yield {
      value: char + key + char,
      detail: `${name} at either end.`,
      before: [mark],
      after: [mark],
      weight: 1.3,
    };
  }
  for (const [open, close] of DIRECTIONS)
    yield {
      value: open + key + close,
      detail: "Direction marks stood around it.",
      before: [invisibleName(open) ?? ""],
      after: [invisibleName(close) ?? ""],
      weight: 1.3,
    };
  yield* withInside(key, INSIDE);
  const visible = key.replace(/[\p{Cf}\p{Zl}\p{Zp}\u202f\u3000]/gu, "").replaceAll("\0", "");
  for (const value of [visible, visible.replaceAll("\u00a0", ""), key.replaceAll("\u00a0", "")])
    yield { value, detail: "The secret entered here has one, the key that signed had none." };
  yield { value: key.replaceAll("\u00a0", " "), detail: "A no-break space in it was a space." };
  yield {
    value: key.replace(/^[“”‘’„«‚″]|[“”‘’«»″]$/g, ""),
    detail: "The secret entered here has smart quotes, the key that signed had none.",
  };
  for (const [open, close] of SMART) {
    yield {
      value: open + key + close,
      detail: "Smart quotes stood around it.",
      before: [open],
      after: [close],
    };
    yield { value: key + close, detail: "A smart quote stood at the end.", after: [close], weight: 1.4 };
    yield { value: open + key, detail: "A smart quote stood at the start.", before: [open], weight: 1.4 };
  }
  for (const [from, to, detail] of LOOKALIKES) yield { value: key.replaceAll(from, to), detail };
  yield {
    value: key.replace(/[“”„″]/g, '"').replace(/[‘’‚]/g, "'"),
    detail: "Smart quotes in it were straight ones.",
  };
  yield { value: key.replace(/[‐‑‒–—−]/g, "-"), detail: "A long dash in it was a hyphen." };
  for (const form of ["NFC", "NFD", "NFKC"] as const)
    yield { value: key.normalize(form), detail: "Its accented letters were composed otherwise." };
  yield {
    value: wide(key, false),
    detail: "Its bytes were UTF-16, with a zero byte beside each letter.",
    weight: 1.3,
  };
  yield {
    value: wide(key, true),
    detail: "Its bytes were UTF-16, with a zero byte beside each letter.",
    weight: 1.4,
  };
  if (/[\u0080-\u00ff]/.test(key) && !/[^\0-\u00ff]/.test(key))
    yield {
      value: Uint8Array.from(key, (char) => char.charCodeAt(0)),
      detail: "Its bytes were Latin-1, not UTF-8.",
      weight: 1.3,
    };
}

/** What web pages, chats and PDFs put into text where a line may break. */
const INSIDE = [
  ["\u{200b}", "A zero-width space"],
  ["\u{ad}", "A soft hyphen"],
  ["\u{feff}", "A byte order mark"],
  ["\u{a0}", "A no-break space"],
] as const;
/** Longer secrets have too many places. */
const MOST_PLACES = 128;

/** The key with each of these texts at each place inside it. */
export function* withInside(
  key: string,
  texts: readonly (readonly [text: string, name: string])[],
): Generator<Variant<Key>> {
  const chars = [...key];
  if (chars.length > MOST_PLACES) return;
  for (let at = 1; at < chars.length; at++) {
    const start = chars.slice(0, at).join("");
    const end = chars.slice(at).join("");
    for (const [text, name] of texts) {
      const detail = `${name} after ${at} of its ${chars.length} characters.`;
      yield { value: start + text + end, detail, weight: SINGLE_ONLY + 0.1 };
    }
  }
}

const LOOKALIKES: readonly [from: string, to: string, detail: string][] = [
  ["--", "–", "“--” in it had become a dash."],
  ["--", "—", "“--” in it had become a dash."],
  ["-", "–", "A hyphen in it had become a dash."],
  ["-", "—", "A hyphen in it had become a dash."],
  ["-", "‑", "A hyphen in it had become one that does not break."],
  ["-", "−", "A hyphen in it had become a minus sign."],
  ["'", "’", "An apostrophe in it had become a smart quote."],
  ['"', "”", "A quotation mark in it had become a smart quote."],
  ["...", "…", "Three dots in it had become one character."],
  [" ", "\u00a0", "A space in it had become a no-break space."],
];

function wide(text: string, bigEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), !bigEndian);
  return new Uint8Array(view.buffer);
}
