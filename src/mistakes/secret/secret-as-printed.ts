import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { SINGLE_ONLY } from "../weights";

export const secretAsPrinted: Mistake = {
  id: "secret-as-printed",
  group: "secret",
  answerTells: "name",
  title: "The secret was used as a program prints it, with what stands around it.",
  why: "Python’s str() of bytes, Swift’s “\\(…)” of an optional or Rust’s “{:?}” writes a text for people who debug, not the text itself.",
  fix: "Use the text itself: decode the bytes, or unwrap the value.",
  example: signedWithKey("s3cretKey", "b's3cretKey'"),
  nearMiss: signedWithKey("s3cretKey", "c's3cretKey'"),
  *keys(key) {
    for (const form of PRINTED) {
      const [head = "", tail = ""] = form.split("…");
      yield {
        value: head + key + tail,
        detail: `“${form}” was used, with the secret in the place of “…”.`,
        weight: SINGLE_ONLY,
        before: [head],
        after: [tail],
      };
    }
    const inner = /^(?:b|u|Optional|Some|Ok|Secret\w*)\(?(["'])(.+)\1\)?$/.exec(key.trim())?.[2];
    if (inner !== undefined)
      yield {
        value: inner,
        detail: "The secret entered here has that around it, the secret that signed had none.",
        entered: true,
        telling: { title: "The secret entered here has around it what a program prints." },
      };
  },
};

/** Of Python, Swift, Rust, Haskell, Java, Scala, Elixir and R. */
const PRINTED = [
  "b'…'",
  'b"…"',
  "u'…'",
  "('…',)",
  "['…']",
  'Optional("…")',
  'Optional("…")!',
  "Optional(…)",
  'Some("…")',
  "Some(…)",
  'Ok("…")',
  'Just "…"',
  "Optional[…]",
  "Success(…)",
  '{:ok, "…"}',
  '[1] "…"',
  'Secret("…")',
  'SecretString("…")',
  'SecretStr("…")',
  "SecretStr('…')",
];
