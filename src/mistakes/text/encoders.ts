import { escapeText } from "../../signing/escapes";
import { escapeChar, percentDecode } from "./escapes";

/** How one library percent-encodes: what it leaves raw besides letters and digits, and what becomes of a space. */
export interface Encoder {
  /** As users read it, after "as". */
  readonly name: string;
  readonly keep: string;
  readonly space: "+" | "%20";
  /** Where its digits are lower-case. */
  readonly lowerCase?: boolean;
  /** How it writes what is beyond ASCII where that is not UTF-8: one byte up to U+00FF and “%uXXXX” beyond, or “%uXXXX” for all. */
  readonly beyond?: "latin1" | "units";
  /** What it is called where the text has characters beyond U+00FF, which it does not write itself. */
  readonly otherwise?: string;
}

/** The libraries that differ from each other; the commonest first. */
const ENCODERS: readonly Encoder[] = [
  { name: "JavaScript’s encodeURIComponent does", keep: "-_.!~*'()", space: "%20" },
  {
    name: "RFC 3986 says (PHP rawurlencode, Python quote, Ruby ERB)",
    keep: "-_.~",
    space: "%20",
  },
  { name: "Python’s quote_plus, Go’s QueryEscape and Dart do", keep: "-_.~", space: "+" },
  { name: "PHP’s urlencode and http_build_query do", keep: "-_.", space: "+" },
  {
    name: "URLSearchParams, HTML forms, Java and Ruby’s encode_www_form do",
    keep: "-_.*",
    space: "+",
  },
  { name: "Ruby’s CGI.escape does", keep: "-_.*~", space: "+" },
  { name: "Python’s quote does, which leaves “/”", keep: "-_.~/", space: "%20" },
  { name: ".NET’s HttpUtility.UrlEncode does", keep: "-_.!*()", space: "+", lowerCase: true },
  {
    name: "Go’s html/template and code of one’s own with “%02x” do",
    keep: "-_.~",
    space: "%20",
    lowerCase: true,
  },
  { name: ".NET’s WebUtility.UrlEncode does", keep: "-_.!*()", space: "+" },
  { name: "Java’s URLEncoder does, with “%20” put for “+”", keep: "-_.*", space: "%20" },
  { name: "Ruby’s CGI.escape does, with “%20” put for “+”", keep: "-_.*~", space: "%20" },
  { name: "old PHP does, without “~”", keep: "-_.", space: "%20" },
  { name: "JavaScript’s encodeURI does", keep: "-_.!~*'();/?:@&=+$,#", space: "%20" },
  { name: "Python’s quote does with safe=':/'", keep: "-_.~/:", space: "%20" },
  { name: "Python’s urlencode does with safe=':/'", keep: "-_.~/:", space: "+" },
  { name: "Python’s urlencode does with safe='/'", keep: "-_.~/", space: "+" },
  { name: "Ruby’s URI.escape does", keep: "-_.!~*'();/?:@&=+$,[]", space: "%20" },
  { name: "Swift’s urlQueryAllowed does", keep: "-._~!$&'()*+,;=:@/?", space: "%20" },
  { name: "Go’s PathEscape does", keep: "-_.~$&+=:@", space: "%20" },
  { name: "JavaScript’s escape does", keep: "@*_+-./", space: "%20", beyond: "latin1" },
  {
    name: "Perl’s uri_escape does",
    otherwise: "JavaScript’s escape does beyond ASCII",
    keep: "-_.~",
    space: "%20",
    beyond: "latin1",
  },
  {
    name: "the .NET Framework’s UrlEncodeUnicode and ParseQueryString do",
    keep: "-_.!*()",
    space: "+",
    lowerCase: true,
    beyond: "units",
  },
  {
    name: "Rust’s NON_ALPHANUMERIC, Swift’s .alphanumerics and ColdFusion’s URLEncodedFormat do",
    keep: "",
    space: "%20",
  },
  { name: "classic ASP’s Server.URLEncode does", keep: "", space: "+" },
];

/** One encoder with its own digits' case or with the other one, which is rarer. */
export interface Spelling extends Encoder {
  readonly lowerCase: boolean;
  readonly isOwnCase: boolean;
}

/** Every encoder in its own case, then every one in the other. */
export const SPELLINGS: readonly Spelling[] = [true, false].flatMap((isOwnCase) =>
  ENCODERS.map((encoder) => {
    const lowerCase = (encoder.lowerCase ?? false) === isOwnCase;
    const letters = lowerCase ? "lower" : "upper";
    const name = isOwnCase ? encoder.name : `${encoder.name}, but with ${letters}-case escapes`;
    return { ...encoder, name, lowerCase, isOwnCase };
  }),
);

const known = new Map<string, readonly Spelling[]>();

/** The spellings that differ in what they make of this text or of what it says decoded; of equal ones the first. */
export function spellingsOf(text: string): readonly Spelling[] {
  const marks = new Set(`${text}${percentDecode(text)}${text.includes("+") ? " " : ""}`.replace(PLAIN, ""));
  const sample = [...marks].sort().join("a");
  const present = known.get(sample);
  if (present) return present;
  const alike = new Map<string, Spelling[]>();
  const isAscii = !/[^ -~]/.test(sample);
  for (const one of SPELLINGS) {
    if (isAscii && one.beyond === "units") continue;
    const { otherwise } = one;
    const spelling = otherwise && /[^\0-ÿ]/.test(sample) ? { ...one, name: otherwise } : one;
    const encoded = encodeLike(spelling, sample);
    const group = alike.get(encoded);
    if (group) group.push(spelling);
    else alike.set(encoded, [spelling]);
  }
  const distinct = [...alike.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const isShared = others.some(({ isOwnCase }) => isOwnCase);
    return isShared ? { ...first, name: `${first.name}, among others` } : first;
  });
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(sample, distinct);
  return distinct;
}

const PLAIN = /[A-Za-z0-9]+/g;
const MOST_KNOWN = 1000;

/** Percent-encodes decoded text as one library does. */
export function encodeLike({ keep, space, lowerCase, beyond }: Spelling, decoded: string): string {
  return decoded.replace(/[^A-Za-z0-9]+/g, (run) => {
    let text = "";
    for (const char of run) {
      if (keep.includes(char)) text += char;
      else if (char === " ") text += space;
      else text += cased(beyond && char > "~" ? escapeUnits(char, beyond) : escaped(char), lowerCase);
    }
    return text;
  });
}

function escaped(char: string): string {
  return char.length === 1 && char <= "~" ? escapeChar(char) : escapeText(char);
}

/** By UTF-16 units: “latin1” as ECMAScript's Annex B says of `escape`. */
function escapeUnits(char: string, beyond: "latin1" | "units"): string {
  let text = "";
  for (let at = 0; at < char.length; at++) {
    const digits = char.charCodeAt(at).toString(16).toUpperCase();
    text +=
      digits.length > 2 || beyond === "units"
        ? `%u${digits.padStart(4, "0")}`
        : `%${digits.padStart(2, "0")}`;
  }
  return text;
}

const cased = (text: string, lowerCase: boolean) => (lowerCase ? text.toLowerCase() : text);
