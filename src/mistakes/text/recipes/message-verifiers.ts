import type { Recipe } from "../../mistake";
import { bytesToBase64, concat } from "../bytes";
import { keyed, type Parts } from "./parts";

/** Rails’ `ActiveSupport::MessageVerifier`, whose digest stands after “--”. */
export function* messageVerifiers({ facts: { secret: key }, string }: Parts): Generator<Recipe> {
  const utf8 = new TextEncoder().encode(string);
  const json = JSON.stringify(string);
  for (const [bytes, written] of [
    [new TextEncoder().encode(json), "as JSON"],
    [new TextEncoder().encode(escapedJson(json)), "as Rails’ JSON"],
    [marshalled(utf8), "as Ruby’s Marshal writes it"],
  ] as const)
    for (const hash of ["SHA-1", "SHA-256"] as const)
      yield {
        key,
        message: bytesToBase64(bytes),
        digest: keyed(hash),
        detail: `That of Rails’ MessageVerifier: the string ${written}, in base64, and HMAC-${hash.replace("-", "")}.`,
      };
}

/** As ActiveSupport writes JSON, so that it may stand in HTML. */
function escapedJson(json: string): string {
  return json.replace(/[&<>]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
}

/** A string in UTF-8 as Ruby’s Marshal 4.8 writes it. */
function marshalled(utf8: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = utf8;
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.push(rest % 256);
  const size = length === 0 ? [0] : length < 123 ? [length + 5] : [digits.length, ...digits];
  return concat(Uint8Array.of(4, 8, 0x49, 0x22, ...size), utf8, Uint8Array.of(6, 0x3a, 6, 0x45, 0x54));
}
