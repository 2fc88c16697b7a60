import type { Digest, Key, Message } from "../../mistakes/mistake";
import { concat } from "../../mistakes/text/bytes";

const utf8 = new TextEncoder();

/** The bytes of a key or a message; UTF-8 of text. */
export function bytesOf(text: Key | Message): Uint8Array<ArrayBuffer> {
  return typeof text === "string" ? utf8.encode(text) : text;
}

/** Key and message in one, as a plain digest takes them: as text, which is the fastest, unless one of them is no text. */
export function keyAndMessage({ mode, joint }: Digest, key: Key, message: Message): Message {
  if (typeof key === "string" && typeof message === "string") {
    if (mode === "key+message") return key + joint + message;
    if (mode === "message+key") return message + joint + key;
    return key + joint + message + joint + key;
  }
  const [first, between, last] = [bytesOf(key), utf8.encode(joint), bytesOf(message)];
  if (mode === "key+message") return concat(first, between, last);
  if (mode === "message+key") return concat(last, between, first);
  return concat(first, between, last, between, first);
}
