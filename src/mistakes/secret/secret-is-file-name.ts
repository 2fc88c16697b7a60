import type { Facts, Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { SINGLE_ONLY } from "../weights";

export const secretIsFileName: Mistake = {
  id: "secret-is-file-name",
  group: "secret",
  answerTells: "other key",
  overrides: true,
  title: "The name of a file was used as the secret.",
  why: "openssl’s “-hmac” takes a text, not a file, and a variable such as SECRET_FILE says where Docker keeps a secret, not what it is.",
  fix: 'Read the file and use what it holds, without the line break at its end, as “-hmac "$(cat key.txt)"” does.',
  example: signedWithKey("s3cretKey", "key.txt"),
  nearMiss: signedWithKey("s3cretKey", "keys.txt"),
  *keys(key, facts) {
    for (const value of new Set(fileNames(facts)))
      if (value !== key) yield { value, detail: `The secret was “${value}”.`, weight: SINGLE_ONLY };
  },
};

function fileNames({ vendor, secretVariables }: Facts): string[] {
  const own = [...secretVariables.map((name) => name.toLowerCase()), `${vendor.toLowerCase()}_secret`];
  const names = [...NAMES, vendor.toLowerCase(), ...own, ...own.map((name) => name.replaceAll("_", "-"))];
  return [
    ...names.flatMap((name) => [`${name}.txt`, `${name}.key`]),
    ...["secret", "secret_key", "api_secret", ...own].map((name) => `/run/secrets/${name}`),
    ...OTHERS,
  ];
}

const NAMES = [
  "secret",
  "key",
  "secret_key",
  "secret-key",
  "api_secret",
  "hmac",
  "hmac_key",
  "hmac-key",
  "token",
];

const OTHERS = [
  "./secret.txt",
  "./key.txt",
  "@secret.txt",
  "@key.txt",
  ".env",
  ".secret",
  "secrets.txt",
  "secret.json",
  "secrets.json",
  "key.pem",
  "secret.pem",
  "private.key",
  "secret.bin",
  "key.bin",
  "/dev/stdin",
];
