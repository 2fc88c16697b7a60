import type { Key, Mistake, Telling, Variant } from "../mistake";
import { signedWithKey } from "../sample";
import { SECRET_NAMES } from "../text/secret-names";
import { LIKELY, SELDOM, SINGLE_ONLY, VERY_RARE } from "../weights";

export const secretInItsWrapping: Mistake = {
  id: "secret-in-its-wrapping",
  group: "secret",
  answerTells: "name",
  title: "The secret was taken together with what it is stored in.",
  why: "A line of a .env file, the JSON of a secrets manager or the value of a header was read whole.",
  fix: "Take the value out first: parse the JSON, or cut the line at its “=”.",
  example: signedWithKey("s3cretKey", "LIBPIXEL_SECRET=s3cretKey"),
  nearMiss: signedWithKey("s3cretKey", "s3cretKey="),
  *keys(key) {
    yield* wrapped(key);
    const inner = unwrapped(key);
    if (inner !== null)
      yield {
        value: inner,
        detail: "The secret entered here still has its name or wrapping, the secret that signed had none.",
        entered: true,
      };
    yield* withoutSigns(key);
  },
};

/** Signs of a sentence, a mail or Markdown around what was entered as the secret. */
function* withoutSigns(key: string): Generator<Variant<Key>> {
  const without = (value: string, detail: string): Variant<Key> => ({
    value,
    detail: `${detail}, the secret that signed had none of it.`,
    entered: true,
    weight: LIKELY,
    telling: WITH_SIGNS,
  });
  const [, sign] = /[^.,;:]([.,;:])$/.exec(key) ?? [];
  if (sign) yield without(key.slice(0, -1), `The secret entered here has “${sign}” at its end`);
  const [, bullet] = /^([-*•>]) ./.exec(key) ?? [];
  if (bullet) yield without(key.slice(2), `The secret entered here has “${bullet}” and a space at its start`);
  for (const [open, close] of PAIRS)
    if (key.startsWith(open) && key.endsWith(close) && key.length > open.length + close.length)
      yield without(
        key.slice(open.length, -close.length),
        `The secret entered here stands in “${open}…${close}”`,
      );
}

const PAIRS = [
  ["<", ">"],
  ["**", "**"],
  ["*", "*"],
  ["__", "__"],
  ["_", "_"],
  ["`", "`"],
  ["```", "```"],
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
] as const;

const WITH_SIGNS: Telling = {
  title: "The secret entered here has more around it than the one that signed.",
};

const NAMES = [
  ...SECRET_NAMES,
  "URLBOX_SECRET_KEY",
  "authSecret",
  "auth_secret",
  "apiSecret",
  "api_secret",
  "secretKey",
  "secret_key",
  "key",
  "value",
  "password",
];

/** `{}` is the secret, `NAME` its name. */
const FORMS = [
  "export NAME={}",
  'NAME="{}"',
  "NAME='{}'",
  'export NAME="{}"',
  "export NAME='{}'",
  "NAME = {}",
  "NAME: {}",
  'NAME: "{}"',
  "NAME={}\n",
  '{"NAME":"{}"}',
  '{"NAME": "{}"}',
  '{\n  "NAME": "{}"\n}',
  "set NAME={}",
  "$env:NAME={}",
];

const NAMELESS = [
  "Bearer {}",
  "bearer {}",
  "Basic {}",
  "Token {}",
  "token {}",
  "={}",
  ":{}",
  "[{}]",
  '["{}"]',
  "{{}}",
  "({})",
  "<{}>",
  "<secret>{}</secret>",
  "<string>{}</string>",
  "Secret({})",
  "{};",
  "{},",
];

/** As languages print a text that lies in another value, for whoever debugs: Python, Swift, Rust, Haskell, Java, Elixir, R. */
const PRINTED = [
  "b'{}'",
  'b"{}"',
  "u'{}'",
  "('{}',)",
  "['{}']",
  'Optional("{}")',
  'Optional("{}")!',
  "Optional({})",
  'Some("{}")',
  "Some({})",
  'Ok("{}")',
  'Just "{}"',
  "Optional[{}]",
  "Success({})",
  '{:ok, "{}"}',
  '[1] "{}"',
  'Secret("{}")',
  'SecretString("{}")',
  'SecretStr("{}")',
  "SecretStr('{}')",
];

const AS_PRINTED: Telling = {
  title: "The secret was used as a program prints it, with what stands around it.",
  why: "Python’s str() of bytes, Swift’s “\\(…)” of an optional or Rust’s “{:?}” writes a text for people who debug, not the text itself.",
  fix: "Use the text itself: decode the bytes, or unwrap the value.",
};

/** What stands around the key, and its words; made once, because they are tried with many keys. */
const WRAPPINGS: readonly (ReturnType<typeof wrapping> & Pick<Variant<Key>, "fix" | "telling">)[] = [
  ...NAMES.map((name) => wrapping(`${name}={}`, SELDOM)),
  ...NAMELESS.map((form) =>
    form.endsWith(" {}")
      ? {
          ...wrapping(form, SELDOM),
          fix: "Use the secret alone, without the word that a header has before it.",
        }
      : { ...wrapping(form, VERY_RARE), fix: "Use the secret alone, without what stands around it." },
  ),
  ...PRINTED.map((form) => ({ ...wrapping(form, SINGLE_ONLY), telling: AS_PRINTED })),
  ...FORMS.flatMap((form) => NAMES.map((name) => wrapping(form.replace("NAME", name), VERY_RARE))),
];

function wrapping(form: string, weight: number) {
  const [head = "", tail = ""] = form.split("{}");
  const shown = form.replace("{}", "…").replaceAll("\n", "⏎");
  return {
    head,
    tail,
    detail: `“${shown}” was used, with the secret in the place of “…”.`,
    weight,
    before: head ? [head.trim()] : [],
    after: tail ? [tail.trim()] : [],
  };
}

function* wrapped(key: string): Generator<Variant<Key>> {
  for (const { head, tail, ...told } of WRAPPINGS) yield { value: head + key + tail, ...told };
}

/** A line that gives a name its value, in a shell, a `.env` file, JSON, YAML or code. */
const LINE =
  /^(?:export\s+|set\s+|\$env:|(?:const|let|var)\s+|\$)?["']?[A-Za-z_][\w.-]*["']?\s*(?:=>|[=:])\s*(["']?)(.+?)\1[;,]?$/;

/** What stands in a wrapping that was entered as the secret. */
function unwrapped(key: string): string | null {
  const text = key.trim();
  const line = LINE.exec(text)?.[2];
  const json = /^\{\s*"[^"]*"\s*:\s*"([^"]*)"\s*\}$/.exec(text)?.[1];
  const printed = /^(?:b|u|Optional|Some|Ok|Secret\w*)\(?(["'])(.+)\1\)?$/.exec(text)?.[2];
  const header = /^(?:bearer|basic|token)\s+(\S+)$/i.exec(text)?.[1];
  return json ?? header ?? printed ?? line ?? null;
}
