import type { UrlText } from "../../signing/types";
import { cutQuery, type Parameter } from "../../signing/url-text";
import type { Mistake, Telling, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { gluedAddress } from "../text/addresses/glued-address";
import { joined } from "../text/respell";
import { wholesOf } from "../text/whole";
import { SHOWN, USUAL } from "../weights";

const DECIMAL = `${HOST}/a.jpg?dpr=1,5&width=200&signature={}`;

export const valueCutAtComma: Mistake = {
  id: "value-cut-at-comma",
  group: "encoding",
  title: "Of a value nothing from its “,” on was signed.",
  why: "PHP's intval, JavaScript's parseInt and C's atoi end a number at a comma, and code that takes the first of several values drops the others; or what follows are further cells of a row of CSV, which were taken along with the URL.",
  fix: "Sign the value as it is sent, and write decimals with a point.",
  example: { url: DECIMAL, secret: SECRET, signed: "/a.jpg?dpr=1&width=200" },
  nearMiss: { url: DECIMAL, secret: SECRET, signed: "/a.jpg?dpr=5&width=200" },
  *urls(url) {
    const second = gluedAddress(url.query ?? "");
    if (url.query === null || second === null) return;
    const query = url.query.slice(0, second);
    yield { value: { ...url, query }, telling: TWO_URLS, weight: SHOWN };
  },
  *alone(url, { rule, request }) {
    // Behind a signature nothing of the query is the last of a row.
    const { query } = request.typed;
    yield* wholesOf(cutUrls(url, query !== null && url.query?.endsWith(query.slice(-20)) === true), rule);
  },
};

/** A mark between numbers, values or cells, raw or escaped. */
const MARK = /[,;|]|%2C|%3B|%7C/i;
const SHOWN_AS: Readonly<Record<string, string>> = { "%2C": ",", "%3B": ";", "%7C": "|" };
const MOST_CUT = 40;

function* cutUrls(url: UrlText, mayEndInRow: boolean): Generator<Variant<UrlText>> {
  if (url.query === null) return;
  const parameters = cutQuery(url.query);
  const places = parameters.flatMap((one, at) => (MARK.test(one.value ?? "") ? [at] : [])).slice(0, MOST_CUT);
  for (const chosen of [...places.map((at) => [at]), ...(places.length > 1 ? [places] : [])]) {
    const query = joined(parameters.map((one, at) => (chosen.includes(at) ? cutAtMark(one) : one)));
    const isLast = mayEndInRow && chosen.includes(parameters.length - 1);
    const cut = chosen.flatMap((at) => parameters[at] ?? []);
    yield { value: { ...url, query }, ...toldOf(cut, isLast), weight: USUAL };
  }
}

function cutAtMark({ name, text }: Parameter): Parameter {
  const start = name.length + 1;
  const kept = text.slice(0, start + text.slice(start).search(MARK));
  return { name, text: kept, value: kept.slice(start) };
}

/** Whose doing it may be: only numbers end at a mark by themselves, and only at the end of a URL do further cells stand. */
function toldOf(cut: readonly Parameter[], isLast: boolean): Pick<Variant<UrlText>, "detail" | "telling"> {
  const [first] = cut;
  const values = cut.map(({ value }) => value ?? "");
  const found = MARK.exec(values[0] ?? "")?.[0] ?? ",";
  const mark = SHOWN_AS[found.toUpperCase()] ?? found;
  const stories = [
    ...(values.every((value) => /^[-+]?\d/.test(value))
      ? [
          `code that reads a number, such as PHP's intval, JavaScript's parseInt or C's atoi, ended it at the “${mark}”`,
        ]
      : []),
    "only the first of several values was signed",
    ...(isLast
      ? ["what follows are further cells of a row, such as one of CSV, and no part of the URL"]
      : []),
    ...(isLast ? [] : ["the rest of the value was added after signing"]),
  ];
  const dropped = values.map((value) => `“${value.slice(value.search(MARK)).slice(0, 40)}”`).join(", ");
  return {
    detail: `Not signed: ${dropped}${cut.length === 1 ? ` behind “${first?.name ?? ""}”` : ""}.`,
    telling: {
      title: `Of a value nothing from its “${mark}” on was signed.`,
      why: `Either ${stories.join("; or ")}. The digits fit all of these.`,
      fix: isLast ? `Cut off what is no part of the URL; else sign the value as it is sent.` : AS_SENT,
      isDoubtful: true,
      mayBeEnough: true,
    },
  };
}

const AS_SENT = "Sign the value as it is sent, and write decimals with a point.";

const TWO_URLS: Telling = {
  title: "A second URL stands behind the one that was signed.",
  why: "Two URLs were taken along together, such as cells of one row, entries of a list or lines that were joined.",
  fix: "Use each URL by itself.",
  isDoubtful: true,
  mayBeEnough: true,
};
