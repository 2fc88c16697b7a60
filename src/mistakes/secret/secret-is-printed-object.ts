import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { SELDOM } from "../weights";

export const secretIsPrintedObject: Mistake = {
  id: "secret-is-printed-object",
  group: "secret",
  answerTells: "other key",
  overrides: true,
  title: "What a program shows in the place of a secret was used as the secret.",
  why: "The secret came in a promise or in a type that hides its content, the variable held nothing, or it was copied from a log or a field that hides it.",
  fix: "Fill the variable with the value itself: by await, get_secret_value(), expose_secret(), GetNetworkCredential().Password, or a copy of the whole secret.",
  example: signedWithKey("s3cretKey", "[object Promise]"),
  nearMiss: signedWithKey("s3cretKey", "[object Signal]"),
  *keys(key) {
    for (const value of PRINTS)
      if (value !== key) yield { value, detail: `The secret was “${value}”.`, weight: SELDOM };
  },
};

const PRINTS = [
  "[object Promise]",
  "[object Object]",
  "[object CryptoKey]",
  "[object ArrayBuffer]",
  "[object Undefined]",
  // Pydantic
  "**********",
  "SecretStr('**********')",
  "SecretStr('')",
  // .NET
  "System.Security.SecureString",
  "System.Byte[]",
  "System.Char[]",
  // Rust's secrecy
  "Secret([REDACTED alloc::string::String])",
  "SecretBox<str>([REDACTED])",
  "[REDACTED]",
  "[redacted]",
  "<redacted>",
  "REDACTED",
  // Rails, Terraform, Python's keyring and dynaconf
  "[FILTERED]",
  "[Filtered]",
  "(sensitive value)",
  "(sensitive)",
  "(known after apply)",
  "<SecretStr>",
  "<hidden>",
  "[hidden]",
  "(null)",
  "Optional(nil)",
  "<nil>",
  "nil",
];
