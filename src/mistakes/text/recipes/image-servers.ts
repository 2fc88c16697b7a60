import type { Key, Message, Recipe } from "../../mistake";
import { concat, fromHex } from "../bytes";
import { BASE64, keyed, type Parts } from "./parts";

/** Servers that scale images, as their own clients sign for them. */
export function* imageServers(parts: Parts): Generator<Recipe> {
  const { facts, path, string } = parts;
  // Thumbor, libthumbor's url_signers/base64_hmac_sha1.py
  const paths = [path, string].filter((text) => text.startsWith("/"));
  for (const text of new Set(paths.map((text) => text.slice(1))))
    yield {
      key: facts.secret,
      message: text,
      digest: keyed("SHA-1"),
      forms: BASE64,
      detail: "Thumbor’s: the path without its first slash, and HMAC-SHA1.",
    };
  yield* imgproxy(parts);
}

interface Salt {
  readonly salt: Key;
  readonly words: string;
  readonly holdsSecret?: true;
}

/** imgproxy, "Signing the URL": key and salt are written in hex, but some clients take them as they stand. */
function* imgproxy({ facts: { secret, otherSecrets }, path, string }: Parts): Generator<Recipe> {
  const keys: readonly Pick<Recipe, "key" | "keyDetail">[] = [
    ...asHex(secret).map((key) => ({ key, keyDetail: "The key was the secret read as hex." })),
    { key: secret },
  ];
  const salts: Salt[] = [
    { salt: secret, words: "the secret, which served as the salt, too, then", holdsSecret: true },
    // A line that is left empty is no secret.
    ...otherSecrets
      .filter((other) => other !== "")
      .flatMap((other) =>
        [other, ...asHex(other)].map((salt) => ({ salt, words: "another of the secrets as the salt, then" })),
      ),
  ];
  // Without a salt, only a key in hex tells it from another hash and another form.
  for (const { key, keyDetail } of keys)
    for (const { salt, words, ...traits } of keyDetail
      ? [...salts, { salt: "", words: "without a salt" }]
      : salts)
      for (const text of new Set([path, string]))
        yield {
          key,
          message: joined(salt, text),
          digest: keyed("SHA-256"),
          forms: BASE64,
          detail: `imgproxy’s: ${words} the path, and HMAC-SHA256.`,
          ...(keyDetail && { keyDetail }),
          ...traits,
        };
}

function asHex(text: string): Key[] {
  return /^(?:[0-9a-f]{2}){8,}$/i.test(text) ? [fromHex(text)] : [];
}

function joined(salt: Key, text: string): Message {
  return typeof salt === "string" ? salt + text : concat(salt, new TextEncoder().encode(text));
}
