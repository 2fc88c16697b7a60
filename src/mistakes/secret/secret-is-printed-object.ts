import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { SELDOM } from "../weights";

export const secretIsPrintedObject: Mistake = {
  id: "secret-is-printed-object",
  group: "secret",
  answerTells: "other key",
  overrides: true,
  title: "What a program prints for an object was used as the secret.",
  why: "The secret came in a promise, or in a type that hides its content from logs, and was put into a text as it stood.",
  fix: "Wait for the value, or ask the type for it: await, get_secret_value(), expose_secret(), GetNetworkCredential().Password.",
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
  "<SecretStr>",
  "<hidden>",
  "[hidden]",
  "(null)",
  "Optional(nil)",
  "<nil>",
  "nil",
];
