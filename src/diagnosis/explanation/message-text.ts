import type { Message } from "../../mistakes/mistake";

/**
 * A signed string as people read it: bytes as the text that they spell in UTF-8 or UTF-16, and a byte that belongs to neither
 * as `<A9>`.
 */
export function messageText(message: Message): string {
  if (typeof message === "string") return message;
  if (isUtf16(message, 1)) return new TextDecoder("utf-16le").decode(message);
  if (isUtf16(message, 0)) return new TextDecoder("utf-16be").decode(message);
  return spelled(message);
}

/** Most of what is signed is ASCII, every other byte of which is zero in UTF-16. */
function isUtf16(bytes: Uint8Array, zeros: 0 | 1): boolean {
  if (bytes.length < 4 || bytes.length % 2 === 1) return false;
  let count = 0;
  for (let at = zeros; at < bytes.length; at += 2) if (bytes[at] === 0) count++;
  return count * 4 > bytes.length;
}

function spelled(bytes: Uint8Array): string {
  const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = lengthOf(bytes[at] ?? 0);
    try {
      text += utf8.decode(bytes.subarray(at, at + length));
      at += length;
    } catch {
      text += `<${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0")}>`;
      at++;
    }
  }
  return text;
}

/** How many bytes UTF-8 says that a character takes, by its first. */
function lengthOf(first: number): number {
  if (first < 0xc2) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}
