import { escapeText } from "../signing/url-text";
import { escapeChar } from "./escapes";

/** How one library percent-encodes: what it leaves raw besides letters and digits, and what becomes of a space. */
export interface Encoder {
  /** As users read it, after "as". */
  readonly name: string;
  readonly keep: string;
  readonly space: "+" | "%20";
  readonly lowerCase?: boolean;
}

/** The libraries that differ from each other; the commonest first. */
export const ENCODERS: readonly Encoder[] = [
  { name: "JavaScript’s encodeURIComponent does", keep: "-_.!~*'()", space: "%20" },
  { name: "RFC 3986 says (PHP rawurlencode, Python quote, Ruby ERB)", keep: "-_.~", space: "%20" },
  { name: "Python’s quote_plus, Go’s QueryEscape and Dart do", keep: "-_.~", space: "+" },
  { name: "PHP’s urlencode and http_build_query do", keep: "-_.", space: "+" },
  { name: "URLSearchParams, HTML forms, Java and Ruby’s encode_www_form do", keep: "-_.*", space: "+" },
  { name: "Ruby’s CGI.escape does", keep: "-_.*~", space: "+" },
  { name: "Python’s quote does, which leaves “/”", keep: "-_.~/", space: "%20" },
  { name: ".NET’s HttpUtility.UrlEncode does", keep: "-_.!*()", space: "+", lowerCase: true },
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
  { name: "JavaScript’s escape does", keep: "@*_+-./", space: "%20" },
];

/** Percent-encodes decoded text as one library does. */
export function encodeLike({ keep, space, lowerCase = false }: Encoder, decoded: string): string {
  return decoded.replace(/[^A-Za-z0-9]+/g, (run) => {
    let text = "";
    for (const char of run) {
      if (keep.includes(char)) text += char;
      else if (char === " ") text += space;
      else text += escaped(char, lowerCase);
    }
    return text;
  });
}

function escaped(char: string, lowerCase: boolean): string {
  const text = char.length === 1 && char <= "~" ? escapeChar(char) : escapeText(char);
  return lowerCase ? text.toLowerCase() : text;
}
