import type { Key, Mistake, Variant } from "../mistake";
import { signedWithKey } from "../sample";
import { SECRET_NAMES } from "../text/secret-names";
import { SELDOM, SINGLE_ONLY, VERY_RARE } from "../weights";

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
        telling: { title: "The secret entered here has its name or wrapping around it." },
      };
  },
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

/** What stands around the key, and its words; made once, because they are tried with many keys. */
const WRAPPINGS: readonly (ReturnType<typeof wrapping> & Pick<Variant<Key>, "fix">)[] = [
  ...NAMES.map((name) => wrapping(`${name}={}`, SELDOM)),
  ...["{}:", "{}.", "{}?"].map((form) => ({
    ...wrapping(form, SINGLE_ONLY),
    fix: "Use the secret alone, without the sign that stood behind it.",
  })),
  ...NAMELESS.map((form) =>
    form.endsWith(" {}")
      ? {
          ...wrapping(form, SELDOM),
          fix: "Use the secret alone, without the word that a header has before it.",
        }
      : { ...wrapping(form, VERY_RARE), fix: "Use the secret alone, without what stands around it." },
  ),
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
  const label = /^[A-Za-z][\w ()'’-]{0,40}(?:=>|[=:])\s+(\S+)$/.exec(text)?.[1];
  const header = /^(?:bearer|basic|token)\s+(\S+)$/i.exec(text)?.[1];
  return json ?? header ?? line ?? label ?? null;
}
