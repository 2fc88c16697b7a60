/** A conversion of printf as it stands in a format: `%`, flags, width, precision, and one letter. */
const CONVERSION = /%([-+ #0']*)(\d*)(?:\.(\d*))?(?:hh|h|ll|l|j|z|t|L)?([\s\S]?)/g;

/** What printf writes for a number that is missing, which counts as zero. */
const ZEROS: Readonly<Record<string, string>> = {
  d: "0",
  i: "0",
  o: "0",
  u: "0",
  x: "0",
  X: "0",
  e: "0.000000e+00",
  E: "0.000000E+00",
  f: "0.000000",
  F: "0.000000",
  g: "0",
  G: "0",
  a: "0x0p+0",
  A: "0X0P+0",
};
/** What it writes for a text that is missing. A NUL character is lost where a shell keeps the output. */
const SHELL: Readonly<Record<string, string>> = { ...ZEROS, s: "", b: "", q: "''", c: "" };
const PERL: Readonly<Record<string, string>> = {
  ...ZEROS,
  s: "",
  c: "\0",
  D: "0",
  U: "0",
  O: "0",
  b: "0",
  B: "0",
};

/** As the printf of shells prints a text that it takes for a format, without arguments: it stops at what is no conversion. */
export function shellPrintf(text: string): string {
  let at = 0;
  let printed = "";
  for (const { index, 0: whole, 1: flags = "", 2: width = "", 4: letter = "" } of text.matchAll(CONVERSION)) {
    printed += text.slice(at, index);
    at = index + whole.length;
    if (whole === "%%") printed += "%";
    else if (SHELL[letter] === undefined) return printed;
    // Of a padded NUL the padding remains.
    else printed += padded(SHELL[letter], flags, Number(width) - (letter === "c" && width !== "" ? 1 : 0));
  }
  return printed + text.slice(at);
}

/** As Perl’s printf does: what is no conversion stays. */
export function perlPrintf(text: string): string {
  return text.replace(CONVERSION, (whole, flags: string, width: string, _: string, letter: string) => {
    if (whole === "%%") return "%";
    const zero = PERL[letter];
    return zero === undefined ? whole : padded(zero, flags, Number(width), true);
  });
}

/** As Go’s Sprintf does: each verb says that its value is missing. */
export function goSprintf(text: string): string {
  return text.replace(/%[-+ #0]*\d*(?:\.\d*)?([\s\S]?)/gu, (_, verb: string) =>
    verb === "%" ? "%" : verb === "" ? "%!(NOVERB)" : `%!${verb}(MISSING)`,
  );
}

/** No URL has a wider field than this; a wider one would only cost memory. */
const MOST_WIDTH = 10_000;

function padded(text: string, flags: string, width: number, zerosForText = false): string {
  const size = Math.min(width, MOST_WIDTH);
  if (flags.includes("-")) return text.padEnd(size, " ");
  const isNumber = /^\d/.test(text) && !/^0x/i.test(text);
  return text.padStart(size, flags.includes("0") && (isNumber || zerosForText) ? "0" : " ");
}
