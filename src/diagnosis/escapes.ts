const utf8 = new TextDecoder("utf-8", { fatal: true });
const RUN = /(?:%[0-9a-f]{2})+/gi;

/** Percent-decodes UTF-8; escapes that are no UTF-8 stay as they stand. `+` stays a plus. */
export function percentDecode(text: string): string {
  return text.replace(RUN, (run) => {
    try {
      return utf8.decode(runBytes(run));
    } catch {
      return run;
    }
  });
}

/** Percent-decodes only what lies beyond ASCII. */
export function decodeBeyondAscii(text: string): string {
  return text.replace(/(?:%[89a-f][0-9a-f])+/gi, percentDecode);
}

function runBytes(run: string): Uint8Array {
  return Uint8Array.from(run.slice(1).split("%"), (digits) => Number.parseInt(digits, 16));
}

/** Gives the digits of every escape one case. */
export function escapeCase(text: string, upper: boolean): string {
  return text.replace(/%[0-9a-f]{2}/gi, (digits) => (upper ? digits.toUpperCase() : digits.toLowerCase()));
}

/** One printable ASCII character as an escape, upper-case. */
export function escapeChar(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
