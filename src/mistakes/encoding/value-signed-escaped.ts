import type { UrlText } from "../../signing/types";
import { listedQuoted } from "../../signing/wording/listed";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { escapeChar, percentDecode } from "../text/escapes";
import { writtenSo } from "../text/values/respelled-values";
import { wholesOf } from "../text/whole";
import { LESS_LIKELY, OFTEN } from "../weights";

export const valueSignedEscaped: Mistake = {
  id: "value-signed-escaped",
  group: "encoding",
  title: "A value was signed as HTML, code or a data file writes it, and sent as it is read.",
  why: "Such a text has escapes of its own, before it is percent-encoded for a URL.",
  fix: "Read the value first, then make the string and the URL of the same text.",
  example: {
    url: `${HOST}/a.jpg?text=Tom%20%26%20Jerry&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?text=Tom%20%26amp%3B%20Jerry",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?text=Tom%20%26%20Jerry&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?text=Tom%20%26and%3B%20Jerry",
  },
  *alone(url, { rule }) {
    yield* wholesOf(writings(url), rule);
  },
};

const OF_HTML: Telling = {
  title: "A value was signed with escapes of HTML in it, and sent without.",
  why: "A template engine, htmlspecialchars or a CMS, such as WordPress’s get_the_title(), had escaped the value for HTML before the string was made of it, and the URL was made of the value itself.",
  fix: "Escape for HTML only where the finished URL is put into a page.",
};

const OF_CODE: Telling = {
  title: "A value was signed with the backslashes that code or SQL writes in it, and sent without.",
  why: "addslashes, WordPress’s $_GET and $_POST, MySQL’s escapes, JSON and literals of code put a backslash before a quotation mark or another backslash. The string was made of the text as it stands there, and the URL has what it says.",
  fix: "Read the value first, as wp_unslash or a JSON parser does, then make the string and the URL of it.",
};

/** JSON has no backslash before an apostrophe. */
const OF_APOSTROPHES: Telling = {
  ...OF_CODE,
  why: "Either the value was escaped for SQL, as mysqli_real_escape_string does it for MySQL; or it stood in code, or came from addslashes or WordPress’s $_GET and $_POST. All put a backslash before an apostrophe, so that the digits fit each. The string was made of that text, and the URL has what it says.",
  fix: "Escape a value only where it goes into SQL or code, and make the string and the URL of the value itself.",
};

const OF_SLASHES: Telling = {
  title: "A value was signed with a backslash before each of its slashes, and sent without.",
  why: "JSON, as PHP’s json_encode writes it, and patterns between slashes have “\\/” for “/”. The string was made of the text as it stands there, and the URL has what it says.",
  fix: "Read the value first, as a JSON parser does, then make the string and the URL of it.",
};

const OF_SQL: Telling = {
  title: "Each apostrophe of a value was signed twice, and sent once.",
  why: "Either the value was escaped for SQL; or it stood as PowerShell, YAML and message formats such as ICU’s write it. All have an apostrophe twice, so that the digits fit each. The string was made of that text, and the URL has what it says.",
  fix: "Escape a value only where it goes into SQL or such a file, and make the string and the URL of the value itself.",
};

const OF_DATA: Telling = {
  title: "Each quotation mark of a value was signed twice, and sent once.",
  why: "CSV files, Visual Basic and PowerShell write a quotation mark twice inside of quotation marks. The string was made of the text as it stands there, and the URL has what it says.",
  fix: "Read the value first, as a CSV parser does, then make the string and the URL of it.",
};

const TYPOGRAPHIC: Telling = {
  title: "Typographic punctuation was signed, and plain punctuation sent.",
  why: "WordPress, Word and telephones put curly quotes for straight ones, a dash for a hyphen and one character for “...”. Either the string was made of such a text and the URL of a plain one, or the URL was made plain after signing. The digits fit both.",
  fix: "Take the text from one place for the string and for the URL.",
  mayBeMeant: true,
};

type Told = readonly [write: (value: string) => string, detail: string, telling: Telling];

/** A value with these characters written otherwise, raw or escaped; what stays of one keeps its spelling. */
function written(as: Readonly<Record<string, string>>): (value: string) => string {
  const chars = Object.keys(as).map((char) => `${char === "\\" ? "\\\\" : char}|${escapeChar(char)}`);
  const any = new RegExp(chars.join("|"), "gi");
  return (value) =>
    value.replaceAll(any, (unit) => {
      const char = percentDecode(unit);
      return Array.from(as[char] ?? "", (one) => (one === char ? unit : encodeURIComponent(one))).join("");
    });
}

const APOSTROPHES = ["'", "&#039;", "&#39;", "&#x27;", "&apos;"];

const html: Told[] = ["&amp;", "&#038;", "&#38;"].flatMap((and) =>
  APOSTROPHES.flatMap((quote) =>
    ["&quot;", "&#34;", '"'].map((double): Told => {
      const as = { "&": and, "'": quote, '"': double, "<": "&lt;", ">": "&gt;" };
      return [written(as), "", OF_HTML];
    }),
  ),
);

const code: Told[] = [
  [written({ "\\": "\\\\", '"': '\\"' }), "", OF_CODE],
  [written({ "\\": "\\\\", "'": "\\'", '"': '\\"' }), "", OF_APOSTROPHES],
  [written({ "\\": "\\\\", '"': '\\"', "/": "\\/" }), "“\\/” for “/”.", OF_SLASHES],
];

const data: Told[] = [
  [written({ "'": "''" }), "“''” for “'”.", OF_SQL],
  [written({ '"': '""' }), '“""” for “"”.', OF_DATA],
  [
    (value) => (/%22|"/.test(value) ? `%22${written({ '"': '""' })(value)}%22` : value),
    "In quotation marks, as a CSV file has it.",
    OF_DATA,
  ],
];

/** A curly apostrophe, two curly quotes, a dash and three dots, as characters and as WordPress writes them in HTML, with its “&”. */
const SIGNS: readonly (readonly [signs: readonly string[], and: string, telling: Telling])[] = [
  [["’", "“", "”", "–", "…"], "&", TYPOGRAPHIC],
  [["&#8217;", "&#8220;", "&#8221;", "&#8211;", "&#8230;"], "&#038;", OF_HTML],
];

const typographic: Told[] = SIGNS.flatMap(([signs, and, telling]) => {
  const [quote = "", opening = "", closing = "", dash = "", dots = ""] = signs.map(encodeURIComponent);
  const quoted = (value: string) => {
    let count = 0;
    return value.replaceAll(/%27|'/g, quote).replaceAll(/%22|"/g, () => (count++ % 2 ? closing : opening));
  };
  const dotted = (value: string) => value.replaceAll("...", dots);
  const dashed = (value: string) => value.replaceAll(/(%20|\+)-(?=%20|\+)|--/g, `$1${dash}`);
  const all = (value: string) => dashed(dotted(quoted(value.replaceAll("%26", encodeURIComponent(and)))));
  return [all, quoted, dotted, dashed].map((write): Told => [write, "", telling]);
});

function* writings(url: UrlText): Generator<Variant<UrlText>> {
  const seen = new Set([url.query]);
  for (const [write, detail, telling] of [...html, ...code, ...data, ...typographic]) {
    const decoded = (value: string) => {
      const escaped = write(value);
      return escaped === value ? null : percentDecode(escaped);
    };
    const ways = [
      ...writtenSo(url, write, detail, OFTEN),
      ...writtenSo(url, decoded, `${detail} Without its percent-encoding.`, OFTEN + LESS_LIKELY),
    ];
    for (const way of ways) {
      const { query } = way.value;
      if (seen.has(query)) continue;
      seen.add(query);
      const escapes = telling === OF_HTML ? escapesIn(query) : "";
      yield { ...way, detail: `${escapes} ${way.detail?.trim()}`.trim(), telling };
    }
  }
}

const MOST_TOLD = 3;

function escapesIn(query: string | null): string {
  const all = percentDecode(query ?? "").match(/&(?:#x?[\da-f]+|amp|quot|apos|lt|gt);/gi) ?? [];
  return `With ${listedQuoted([...new Set(all)].slice(0, MOST_TOLD))}.`;
}
