import { encodeLike, spellingsOf } from "./encoders";
import { percentDecode } from "./escapes";
import type { Key, Mistake, Variant, WrongSignature } from "./mistake";
import { base64Readings, hexReadings, toBase64, utf8Hex } from "./secret-bytes";
import {
  dollarExpansions,
  invisibleVariants,
  jsonVariants,
  PLACEHOLDERS,
  SINGLE_ONLY,
  withInside,
} from "./secret-text";

const URL_ = "https://images.example.net/photos/cat.jpg?width=200&signature={}";
const SIGNED = "/photos/cat.jpg?width=200";
const example = (secret: string, key: Key, more: Partial<WrongSignature> = {}): WrongSignature => ({
  url: URL_,
  secret,
  signed: SIGNED,
  key,
  ...more,
});

/** What a masked field shows, and how long it is where it does not tell the secret's length. */
const MASKS = ["•", "*", "x", "X"];
const MASK_LENGTHS = [8, 12, 16, 20, 32];

/** What was used as the key in place of the secret. */
export const secretMistakes: readonly Mistake[] = [
  {
    id: "secret-with-newline",
    group: "secret",
    title: "A line break was part of the secret.",
    why: "It comes along when a secret is read from a file, made with “echo” without “-n”, or written in a heredoc or a YAML block.",
    fix: "Strip the line break where the secret is read, or write the file with “printf %s”.",
    example: example("s3cretKey", "s3cretKey\n"),
    nearMiss: example("s3cretKey", "s3cretKey "),
    *keys(key) {
      yield { value: `${key}\n`, detail: "One line feed at the end.", after: ["LF"] };
      yield {
        value: `${key}\r\n`,
        detail: "A carriage return and a line feed at the end.",
        after: ["CR", "LF"],
      };
      yield { value: `${key}\r`, detail: "One carriage return at the end.", after: ["CR"] };
      yield { value: `${key}\n\n`, detail: "Two line feeds at the end.", after: ["LF", "LF"] };
      yield {
        value: `${key}\r\n\r\n`,
        detail: "Two Windows line breaks at the end.",
        after: ["CR", "LF", "CR", "LF"],
      };
      yield { value: `\n${key}`, detail: "One line feed at the start.", before: ["LF"], weight: 1.2 };
      yield {
        value: `\r\n${key}`,
        detail: "A Windows line break at the start.",
        before: ["CR", "LF"],
        weight: 1.3,
      };
      yield {
        value: `\n${key}\n`,
        detail: "A line feed at either end.",
        before: ["LF"],
        after: ["LF"],
        weight: 1.3,
      };
      yield {
        value: `${key}\\n`,
        detail: "A backslash and an “n”, written for a line feed.",
        after: ["\\n"],
        weight: 1.3,
      };
      const stripped = key.replace(/^[\r\n]+|[\r\n]+$/g, "");
      yield { value: stripped, detail: "The secret entered here has one, the key that signed had none." };
      const joined = key.replace(/[\r\n]+/g, "");
      yield {
        value: joined,
        detail: "The secret entered here has line breaks, the key that signed had none.",
        weight: 1.1,
      };
      for (const [value, width] of wrappings(key, WIDTHS))
        yield { value, detail: `It was wrapped after ${width} characters.`, weight: 1.3 };
      yield* withInside(key, [
        ["\n", "A line feed"],
        ["\r\n", "A Windows line break"],
      ]);
    },
  },
  {
    id: "secret-with-space",
    group: "secret",
    title: "White space was part of the secret.",
    why: "It comes along when a secret is copied from a page or a table, or stands after “=” in a .env or .ini file.",
    fix: "Trim the secret where it is stored.",
    example: example("s3cretKey", "s3cretKey "),
    nearMiss: example("s3cretKey", "s3cretKey\n"),
    *keys(key) {
      for (const [space, name, mark] of SPACES) {
        const weight = space.length > 2 ? 1.3 : 1;
        yield { value: key + space, detail: `${name} at the end.`, after: [mark], weight };
        yield { value: space + key, detail: `${name} at the start.`, before: [mark], weight };
        yield {
          value: space + key + space,
          detail: `${name} at either end.`,
          before: [mark],
          after: [mark],
          weight: weight + 0.2,
        };
      }
      yield {
        value: `${key} \n`,
        detail: "A space and a line feed at the end.",
        after: ["SP", "LF"],
        weight: 1.4,
      };
      yield {
        value: trimStart(trimEnd(key)),
        detail: "The secret entered here has it, the key that signed had none.",
      };
      yield {
        value: trimStart(key),
        detail: "The secret entered here has it at the start, the key that signed had none.",
        weight: 1.1,
      };
      yield {
        value: trimEnd(key),
        detail: "The secret entered here has it at the end, the key that signed had none.",
        weight: 1.1,
      };
      yield {
        value: key.replace(/[^\S\ufeff]+/g, ""),
        detail: "The secret entered here has it inside, the key that signed had none.",
        weight: 1.2,
      };
      yield* withInside(key, [
        [" ", "A space"],
        ["\t", "A tab"],
      ]);
    },
  },
  {
    id: "secret-with-quotes",
    group: "secret",
    title: "Quotation marks were part of the secret.",
    why: "Docker’s --env-file, systemd and many .env readers keep the quotes that a shell would remove; others are pasted along.",
    fix: "Remove the quotes around the secret where it is stored.",
    example: example("s3cretKey", '"s3cretKey"'),
    nearMiss: example("s3cretKey", "“s3cretKey”"),
    *keys(key) {
      for (const quote of ['"', "'", "`", '\\"', "\\'", '""', "''"]) {
        const weight = quote.length > 1 || quote === "`" ? 1.3 : 1;
        yield {
          value: quote + key + quote,
          detail: "On both sides.",
          before: [quote],
          after: [quote],
          weight,
        };
        yield { value: key + quote, detail: "At the end only.", after: [quote], weight: weight + 0.2 };
        yield { value: quote + key, detail: "At the start only.", before: [quote], weight: weight + 0.2 };
      }
      const stripped = key.replace(/^\s*(?:\\?["'`])+|(?:\\?["'`])+\s*$/g, "");
      yield { value: stripped, detail: "The secret entered here has them, the key that signed had none." };
      yield {
        value: key.replace(/["'`]/g, ""),
        detail: "A shell removed those inside the secret.",
        weight: 1.2,
      };
      yield {
        value: `"${key}"\n`,
        detail: "On both sides, with a line feed after them.",
        before: ['"'],
        after: ['"', "LF"],
        weight: 1.6,
      };
    },
  },
  {
    id: "secret-cut-at-hash",
    group: "secret",
    title: "The secret was cut off at its “#”.",
    why: "Readers of .env, YAML and .ini files take what follows a “#” for a comment.",
    fix: "Put the secret into quotes where it is stored.",
    example: example("abc#def", "abc"),
    nearMiss: example("abcdef#", "abc"),
    *keys(key) {
      for (const match of key.matchAll(/#/g)) {
        const cut = key.slice(0, match.index);
        const weight = match.index === key.indexOf("#") ? 1 : 1.2;
        yield { value: cut.trimEnd(), detail: keptOf(cut.trimEnd(), key), weight };
        yield { value: cut, detail: keptOf(cut, key), weight };
      }
    },
  },
  {
    id: "secret-dollar-expanded",
    group: "secret",
    title: "A “$” in the secret was taken for a variable.",
    why: "A shell, Docker Compose, Make or PHP’s double quotes replace “$name” by the variable’s value, which is mostly empty.",
    fix: "Put the secret into single quotes, or double each “$” in a Compose file.",
    example: example("pa$word9", "pa"),
    nearMiss: example("pa#word9", "pa"),
    *keys(key) {
      for (const [value, detail] of dollarExpansions(key)) yield { value, detail };
    },
  },
  {
    id: "secret-hex-decoded",
    group: "secret",
    title: "The secret was decoded from hexadecimal before it was used.",
    why: "Code such as Buffer.from(secret, 'hex'), bytes.fromhex or pack('H*') turns its digits into other bytes.",
    fix: "Use the secret’s characters as they stand, as UTF-8.",
    example: example("00ff10aa", Uint8Array.of(0, 255, 16, 170)),
    nearMiss: example("00ff10aa", "00FF10AA"),
    *keys(key) {
      for (const value of hexReadings(key)) yield { value };
    },
  },
  {
    id: "secret-base64-decoded",
    group: "secret",
    title: "The secret was decoded from base64 before it was used.",
    why: "Code such as Buffer.from(secret, 'base64') or base64.b64decode takes any secret and turns it into other bytes.",
    fix: "Use the secret’s characters as they stand, as UTF-8.",
    example: example("aGVsbG8gd29ybGQh", "hello world!"),
    nearMiss: example("aGVsbG8gd29ybGQh", "aGVsbG8gd29ybGQ"),
    *keys(key) {
      for (const value of base64Readings(key)) yield { value };
    },
  },
  {
    id: "secret-hex-encoded",
    group: "secret",
    title: "The secret was turned into hexadecimal before it was used.",
    why: "Tools that want the key in hex (openssl’s hexkey, xxd) invite to pass the digits on as if they were the key.",
    fix: "Use the secret’s characters as they stand, as UTF-8.",
    example: example("abc", "616263"),
    nearMiss: example("abc", "YWJj"),
    *keys(key) {
      yield { value: utf8Hex(key) };
      yield { value: utf8Hex(key).toUpperCase(), detail: "With upper-case digits." };
      yield { value: `0x${utf8Hex(key)}`, detail: "With “0x” before it.", weight: 1.3 };
      for (const [wrapped] of wrappings(utf8Hex(key), [60]))
        for (const value of [wrapped, `${wrapped}\n`])
          yield { value, detail: "Wrapped after 60 digits, as xxd -p writes it.", weight: 1.3 };
    },
  },
  {
    id: "secret-base64-encoded",
    group: "secret",
    title: "The secret was used in its base64 form.",
    why: "Kubernetes and many vaults show secrets in base64, and the text was used as it stands.",
    fix: "Decode the stored value first, or take the secret from the vendor’s dashboard.",
    example: example("s3cretKey", "czNjcmV0S2V5"),
    nearMiss: example("s3cretKey", "7333637265744b6579"),
    *keys(key) {
      const encoded = toBase64(key);
      yield { value: encoded };
      yield { value: encoded.replace(/=+$/, ""), detail: "Without its “=”." };
      const urlSafe = encoded.replaceAll("+", "-").replaceAll("/", "_");
      yield { value: urlSafe, detail: "In the form for URLs." };
      yield { value: urlSafe.replace(/=+$/, ""), detail: "In the form for URLs, without “=”." };
      yield {
        value: toBase64(`${key}\n`),
        detail: "It was encoded with a line feed at its end.",
        weight: 1.2,
      };
      yield { value: `${encoded}\n`, detail: "With a line feed after it.", after: ["LF"], weight: 1.4 };
      for (const [wrapped, width] of wrappings(encoded, WIDTHS))
        for (const value of [wrapped, `${wrapped}\n`])
          yield { value, detail: `Wrapped after ${width} characters.`, weight: 1.3 };
      yield { value: toBase64(encoded), detail: "It was encoded twice.", weight: 1.4 };
    },
  },
  {
    id: "secret-url-encoded",
    group: "secret",
    title: "The secret was percent-encoded before it was used.",
    why: "It was passed through encodeURIComponent or urlencode together with the parameters.",
    fix: "Use the secret as it stands; only parameter values are encoded.",
    example: example("a/b+c", "a%2Fb%2Bc"),
    nearMiss: example("a/b+c", "a/b c"),
    *keys(key) {
      for (const spelling of spellingsOf(key)) {
        yield {
          value: encodeLike(spelling, key),
          detail: `Encoded as ${spelling.name}.`,
          weight: spelling.isOwnCase ? 1 : 1.2,
        };
      }
    },
  },
  {
    id: "secret-url-decoded",
    group: "secret",
    title: "The secret was percent-decoded before it was used.",
    why: "It travelled in a query or a form, and a framework decoded it: “%41” became “A”, and “+” a space.",
    fix: "Encode the secret when it is sent that way, or read it from the environment.",
    example: example("a+b%2Fc", "a b/c"),
    nearMiss: example("a+b%2Fc", "a-b%2Fc"),
    *keys(key) {
      yield { value: percentDecode(key) };
      yield { value: percentDecode(key.replaceAll("+", " ")) };
      yield { value: key.replaceAll("+", " "), detail: "Each “+” became a space." };
    },
  },
  {
    id: "secret-json-escaped",
    group: "secret",
    title: "The secret was used with the escapes of a string literal, or lost its own backslashes.",
    why: "It was copied from JSON or source code as it is written there, or a shell or parser took its backslashes for escapes.",
    fix: "Use the secret’s own characters; let a JSON parser read it.",
    example: example('a"b\\c', 'a\\"b\\\\c'),
    nearMiss: example("abc", '"abc"'),
    *keys(key) {
      for (const [value, detail] of jsonVariants(key)) yield { value, detail };
    },
  },
  {
    id: "secret-wrong-case",
    group: "secret",
    title: "The secret was used in another letter case.",
    why: "It was typed by hand, or code upper- or lower-cased it with the name of its variable.",
    fix: "Use the secret exactly as the dashboard shows it.",
    example: example("s3cretKey", "S3CRETKEY"),
    nearMiss: example("s3cretKey", "s3cretKe"),
    *keys(key) {
      yield { value: key.toLowerCase(), detail: "All lower-case." };
      yield { value: key.toUpperCase(), detail: "All upper-case." };
      yield { value: key.charAt(0).toUpperCase() + key.slice(1), detail: "The first letter upper-case." };
      yield {
        value: key.charAt(0).toUpperCase() + key.slice(1).toLowerCase(),
        detail: "Only the first letter upper-case.",
      };
      yield { value: key.charAt(0).toLowerCase() + key.slice(1), detail: "The first letter lower-case." };
      yield {
        value: key.toLowerCase().replace(/(^|[^a-z])([a-z])/g, (all) => all.toUpperCase()),
        detail: "Each word with a capital.",
        weight: 1.2,
      };
      const swapped = [...key].map((char) =>
        char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase(),
      );
      yield { value: swapped.join(""), detail: "Upper and lower case swapped.", weight: 1.2 };
    },
  },
  {
    id: "secret-with-invisible-character",
    group: "secret",
    title: "The secret had a character that cannot be seen or that looks like another.",
    why: "A byte order mark, a zero-width space or a smart quote comes along from Windows editors, chats, PDFs and word processors.",
    fix: "Copy the secret again from the vendor’s dashboard, or type the doubtful part by hand.",
    example: example("s3cretKey", "\u{feff}s3cretKey"),
    nearMiss: example("s3cretKey", " s3cretKey"),
    *keys(key) {
      yield* invisibleVariants(key);
    },
  },
  {
    id: "secret-of-another-environment",
    group: "secret",
    overrides: true,
    title: "Another secret signed it.",
    why: "Staging and production, an old and a new account, or two projects were mixed up.",
    fix: "Set the secret that belongs to this host in the environment that signs.",
    example: example("s3cretKey", "staging-key", { otherSecrets: ["", "staging-key"] }),
    nearMiss: example("s3cretKey", "staging-key-2", { otherSecrets: ["staging-key"] }),
    *keys(_key, facts) {
      for (const [index, line] of facts.otherSecrets.entries()) {
        if (line.trim() === "") continue;
        yield { value: line, detail: `It is in line ${index + 1} of the other secrets.`, weight: 0.7 };
        if (line.trim() !== line)
          yield {
            value: line.trim(),
            detail: `It is in line ${index + 1} of the other secrets.`,
            weight: 0.8,
          };
      }
    },
  },
  {
    id: "secret-is-placeholder",
    group: "secret",
    overrides: true,
    title: "A placeholder was used as the secret.",
    why: "The value from the documentation or a template was left in the code, or a missing variable became a word such as “undefined”.",
    fix: "Set the real secret, and let the program stop when it is missing.",
    example: example("s3cretKey", "my_secret_key"),
    nearMiss: example("s3cretKey", "my_other_key"),
    *keys(key) {
      const lower = key.toLowerCase();
      for (const value of PLACEHOLDERS) {
        const text = value.toLowerCase();
        const isPart = lower.startsWith(text) || lower.endsWith(text);
        // Text of the secret is not told, and a part from its start or end is rather a secret cut short.
        const isShared = lower.includes(text) || text.includes(lower);
        const detail = isShared ? "It shares text with the secret." : `The key was “${value}”.`;
        yield { value, detail, weight: isPart ? 1.6 : 1 };
      }
      for (const mark of MASKS)
        for (const length of new Set([[...key].length, ...MASK_LENGTHS]))
          yield {
            value: mark.repeat(length),
            detail: `The key was a mask of ${length} “${mark}”.`,
            weight: SINGLE_ONLY,
          };
    },
  },
  {
    id: "secret-empty",
    group: "secret",
    overrides: true,
    title: "The secret was empty.",
    why: "The variable was not set where the code ran: another shell, a missing .env file, a build without its secrets.",
    fix: "Set the variable where the code runs, and let the program stop when it is missing.",
    example: example("s3cretKey", ""),
    nearMiss: example("s3cretKey", "undefined"),
    *keys() {
      yield { value: "" };
    },
  },
  {
    id: "secret-truncated",
    group: "secret",
    title: "Only a part of the secret was used.",
    why: "A copy missed characters, a form or a database column cut it, or a shell ended it at a special character.",
    fix: "Copy the whole secret again, and compare its length.",
    example: example("s3cretKey-0123456789", "s3cretKey-01234567"),
    nearMiss: example("s3cretKey-0123456789", "s3cretKey-012345679"),
    *keys(key) {
      yield* truncations(key);
    },
  },
];

/** Where base64 (RFC 7468 and RFC 2045) and terminals break a long line. */
const WIDTHS = [64, 76, 80];

/** A text broken into lines, for each width that it exceeds. */
function* wrappings(text: string, widths: readonly number[]): Generator<[wrapped: string, width: number]> {
  for (const width of widths)
    if (text.length > width) yield [text.replace(new RegExp(`.{${width}}(?!$)`, "gs"), "$&\n"), width];
}

const SPACES: readonly [space: string, name: string, mark: string][] = [
  [" ", "A space", "SP"],
  ["\t", "A tab", "TAB"],
  ["\u00a0", "A no-break space", "NBSP"],
  ["  ", "Two spaces", "SP SP"],
  ["   ", "Three spaces", "SP SP SP"],
  ["    ", "Four spaces", "4 SP"],
  ["        ", "Eight spaces", "8 SP"],
];

/** White space but no byte order mark, which `trim` takes for white space, too. */
const trimStart = (text: string) => text.replace(/^[^\S\ufeff]+/, "");
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[^\S\ufeff]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function keptOf(part: string, key: string): string {
  return `${part.length} of its ${key.length} characters were used.`;
}

/** All prefixes and suffixes of a secret of ordinary length, else those near its ends and at round lengths. */
function* truncations(key: string): Generator<Variant<Key>> {
  const chars = [...key];
  const lengths = Array.from({ length: chars.length - 1 }, (_, index) => index + 1).filter(
    (length) => chars.length <= 160 || length <= 64 || chars.length - length <= 32 || length % 64 === 0,
  );
  for (const length of lengths.reverse()) {
    const weight = 1.1 + (1 - length / chars.length) * 0.3;
    const of = `${length} of its ${chars.length} characters`;
    yield {
      value: chars.slice(0, length).join(""),
      detail: `The first ${of} were used.`,
      after: ["…"],
      weight,
    };
    yield {
      value: chars.slice(-length).join(""),
      detail: `The last ${of} were used.`,
      before: ["…"],
      weight: weight + 0.1,
    };
  }
  if (chars.length > 3)
    yield {
      value: chars.slice(1, -1).join(""),
      detail: "The first and the last character were missing.",
      before: ["…"],
      after: ["…"],
      weight: 1.5,
    };
}
