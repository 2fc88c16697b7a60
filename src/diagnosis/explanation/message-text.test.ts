import { expect, it } from "vitest";
import { messageText } from "./message-text";

const bytes = (...parts: readonly (string | number)[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.of(part)))),
  );

it.each([
  ["/files/<A9>.jpeg", bytes("/files/", 0xa9, ".jpeg")],
  ["/é<C3>", bytes("/é", 0xc3)],
  ["/<ED><A0><BD>", bytes("/", 0xed, 0xa0, 0xbd)],
  ["/a\u{1f600}b", bytes("/a\u{1f600}b")],
  ["\ufeff/a", bytes("\ufeff/a")],
  ["/a.jpg?w=é", new Uint8Array(Buffer.from("/a.jpg?w=é", "utf16le"))],
  ["/a.jpg?w=é", new Uint8Array(Buffer.from("/a.jpg?w=é", "utf16le").swap16())],
  ["/a\0b", bytes("/a\0b")],
  ["", bytes()],
])("%j is read from bytes", (text, message) => expect(messageText(message)).toBe(text));
