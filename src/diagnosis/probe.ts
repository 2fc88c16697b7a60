import { digestOf } from "./kernel/digest";

/**
 * What the reader's own code printed: `countersign1 LENGTH FINGERPRINT STRING` in one line. The length of the secret in bytes, decimal; the first
 * 4 hex digits of the SHA-256 of those bytes; the bytes of the string that was signed, in hex, which may be none.
 */
export interface Probe {
  readonly secretBytes: number;
  readonly fingerprint: string;
  readonly signed: Uint8Array<ArrayBuffer>;
}

const LINE = /\bcountersign1 (\d{1,7}) ([0-9a-f]{4})(?![0-9a-f])(?: ([0-9a-f]*))?/i;

/** The probe's line, wherever it stands in a paste of a log; `null` where there is none, or it is cut. */
export function readProbe(pasted: string): Probe | null {
  const [, length, fingerprint, hex = ""] = LINE.exec(pasted) ?? [];
  if (length === undefined || fingerprint === undefined || hex.length % 2 === 1) return null;
  const signed = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  return { secretBytes: Number(length), fingerprint: fingerprint.toLowerCase(), signed };
}

/** The string that was signed as text; `null` where its bytes are no UTF-8. */
export function signedText({ signed }: Probe): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(signed);
  } catch {
    return null;
  }
}

/** What one line decides. All three may differ; `secret` and `string` are told apart from each other, and the hash is what is left. */
export interface ProbeFinding {
  readonly string: "same" | "differs";
  readonly secret: "same" | "differs";
  /** What was done to the secret, where an ordinary change of it has this length and fingerprint. */
  readonly secretChange: string | null;
}

/** Ordinary changes of a secret on its way into code, each in words that follow “the code’s secret has”. */
const CHANGES: readonly (readonly [words: string, change: (secret: string) => string])[] = [
  ["a line break at its end", (secret) => `${secret}\n`],
  ["a Windows line break at its end", (secret) => `${secret}\r\n`],
  ["a space at its end", (secret) => `${secret} `],
  ["a space before it", (secret) => ` ${secret}`],
  ["double quotes around it", (secret) => `"${secret}"`],
  ["single quotes around it", (secret) => `'${secret}'`],
  ["a byte order mark before it", (secret) => `\ufeff${secret}`],
  ["lost the white space around it", (secret) => secret.trim()],
  ["lost all its characters", () => ""],
];

/**
 * Compares the line with the string to sign and the secret that the page holds. A secret is the same where its length and 16 bits of its
 * SHA-256 are: a wrong one of the same length passes once in 65,536 times.
 */
export function judgeProbe(probe: Probe, signingString: string, secret: string): ProbeFinding {
  const utf8 = new TextEncoder();
  const expected = utf8.encode(signingString);
  const isSame =
    expected.length === probe.signed.length && expected.every((byte, at) => byte === probe.signed[at]);
  const fits = (text: string) => {
    const bytes = utf8.encode(text);
    return bytes.length === probe.secretBytes && fingerprintOf(bytes) === probe.fingerprint;
  };
  const same = fits(secret);
  const change = same
    ? undefined
    : CHANGES.find(([, change]) => change(secret) !== secret && fits(change(secret)));
  return {
    string: isSame ? "same" : "differs",
    secret: same ? "same" : "differs",
    secretChange: change?.[0] ?? null,
  };
}

/** The first 16 bits of the SHA-256 of a secret's bytes, as 4 lower-case hex digits. */
function fingerprintOf(bytes: Uint8Array): string {
  return Array.from(digestOf("SHA-256", bytes).slice(0, 2), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
