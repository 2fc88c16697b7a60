const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const RUN = /(?:%[0-9a-f]{2})+/gi;

/** Percent-decodes UTF-8; escapes that are no UTF-8 stay as they stand. `+` stays a plus. */
export function percentDecode(text: string): string {
  return text.replace(RUN, decodeRun);
}

/** Percent-decodes, and what that gives once more as a form is decoded: “%2B” becomes a space. */
export function decodeTwiceAsForm(text: string): string {
  return percentDecode(percentDecode(text).replaceAll("+", " "));
}

function decodeRun(run: string): string {
  if (run.length === 3 && run < "%8") return String.fromCharCode(Number.parseInt(run.slice(1), 16));
  try {
    return utf8.decode(runBytes(run));
  } catch {
    return run;
  }
}

/** Percent-decodes only what lies beyond ASCII. */
export function decodeBeyondAscii(text: string): string {
  return text.replace(/(?:%[89a-f][0-9a-f])+/gi, percentDecode);
}

/** As decodeURI does: what separates the parts of a URL stays encoded. */
export function decodeLoosely(text: string): string {
  return percentDecode(text.replace(/%(?=2[346bcf]|3[abdf]|40)/gi, "%25"));
}

function runBytes(run: string): Uint8Array {
  return Uint8Array.from(run.slice(1).split("%"), (digits) => Number.parseInt(digits, 16));
}

/** As it is: one of the ways to encode a text. */
export const raw = (text: string): string => text;

/** Gives the digits of every escape one case. */
export function escapeCase(text: string, upper: boolean): string {
  return text.replace(/%[0-9a-f]{2}/gi, (digits) => (upper ? digits.toUpperCase() : digits.toLowerCase()));
}

/** Each escape of ASCII: a search writes millions. */
const ASCII = Array.from(
  { length: 128 },
  (_, code) => `%${code.toString(16).toUpperCase().padStart(2, "0")}`,
);

/** One printable ASCII character as an escape, upper-case. */
export function escapeChar(char: string): string {
  return ASCII[char.charCodeAt(0)] ?? "";
}
