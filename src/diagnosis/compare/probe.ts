import type { Key, Message } from "../../mistakes/mistake";
import { textOfUtf8 } from "../../mistakes/text/bytes";
import type { Node } from "../candidates/nodes";
import { digestOf } from "../kernel/digest";

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

/** Whether a paste holds the beginning of such a line, whole or cut. */
export function holdsProbe(pasted: string): boolean {
  return /\bcountersign1 \d/i.test(pasted);
}

/** The probe's line, wherever it stands in a paste of a log; `null` where there is none, or it is cut. */
export function readProbe(pasted: string): Probe | null {
  const [, length, fingerprint, hex = ""] = LINE.exec(pasted) ?? [];
  if (length === undefined || fingerprint === undefined || hex.length % 2 === 1) return null;
  const signed = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  return { secretBytes: Number(length), fingerprint: fingerprint.toLowerCase(), signed };
}

/** The string that was signed as text, or as bytes where they are no UTF-8. */
export function signedMessage({ signed }: Probe): Message {
  return textOfUtf8(signed) ?? signed;
}

/** What one line decides. All three may differ; `secret` and `string` are told apart from each other, and the hash is what is left. */
export interface ProbeFinding {
  readonly string: "same" | "differs";
  readonly secret: "same" | "differs";
  /** Length of the entered secret and of the code's, in bytes. */
  readonly bytes: { readonly entered: number; readonly used: number };
  /** What may have been done to the secret: the changes of it that have this length and fingerprint, the likeliest first. */
  readonly changes: readonly Node<Key>[];
  /** How many changes of it have this length: by chance another secret fits one of them so many times in 65,536. */
  readonly ofThisLength: number;
}

/**
 * Compares the line with the string to sign, the secret that the page holds and the changes of it in `keys`. A secret is the same
 * where its length and 16 bits of its SHA-256 are: a wrong one of the same length passes once in 65,536 times.
 */
export function judgeProbe(
  probe: Probe,
  signingString: string,
  secret: string,
  keys: readonly Node<Key>[],
): ProbeFinding {
  const expected = utf8.encode(signingString);
  const isRight =
    expected.length === probe.signed.length && expected.every((byte, at) => byte === probe.signed[at]);
  const entered = utf8.encode(secret);
  const isOwn = entered.length === probe.secretBytes && fingerprintOf(entered) === probe.fingerprint;
  const changed = keys
    .map((node) => ({ node, bytes: bytesOf(node.value) }))
    .filter(({ bytes }) => bytes.length === probe.secretBytes);
  return {
    string: isRight ? "same" : "differs",
    secret: isOwn ? "same" : "differs",
    bytes: { entered: entered.length, used: probe.secretBytes },
    changes: isOwn
      ? []
      : changed.filter(({ bytes }) => fingerprintOf(bytes) === probe.fingerprint).map(({ node }) => node),
    ofThisLength: changed.length,
  };
}

const utf8 = new TextEncoder();

function bytesOf(key: Key): Uint8Array {
  return typeof key === "string" ? utf8.encode(key) : key;
}

/** The first 16 bits of the SHA-256 of a secret's bytes, as 4 lower-case hex digits. */
function fingerprintOf(bytes: Uint8Array): string {
  return Array.from(digestOf("SHA-256", bytes).slice(0, 2), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
