import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { raw } from "../text/escapes";
import { formEncode } from "../text/parameters";
import { joined } from "../text/respell";
import { otherDates } from "../text/values/date-times";
import { fractionsAt } from "../text/values/fractions";
import { FOR_PEOPLE, OF_DATE_TIMES, OF_ROUNDING } from "../text/values/number-words";
import { DIGITS_ALONE, NUMBER_WRITINGS } from "../text/values/number-writings";
import { writtenSo } from "../text/values/respelled-values";
import { wholesOf } from "../text/whole";
import { SELDOM, SHOWN } from "../weights";

export const numberWrittenOtherwise: Mistake = {
  id: "number-written-otherwise",
  group: "encoding",
  title: "A number was written otherwise when it was signed.",
  why: "A division makes “640.0” in Python, formatting for people makes “1,280”, in German or French “1,5” of 1.5, in Arabic “٦٤٠” of 640, and large numbers become “1.79E+12” in PHP, Excel and others.",
  fix: "Turn each number into text once, in the digits 0 to 9 and at most a point, and use that text for the string and for the URL.",
  example: { url: `${HOST}/a.jpg?width=640&signature={}`, secret: SECRET, signed: "/a.jpg?width=640.0" },
  nearMiss: { url: `${HOST}/a.jpg?width=640&signature={}`, secret: SECRET, signed: "/a.jpg?width=641" },
  *urls(url) {
    for (const [write, detail, telling] of NUMBER_WRITINGS.slice(0, 3))
      for (const variant of writtenSo(url, write, detail, SELDOM)) yield { ...variant, telling };
    for (const variant of writtenSo(url, DIGITS_ALONE, "As digits alone.", SHOWN))
      yield { ...variant, telling: FOR_PEOPLE };
  },
  *alone(url, facts) {
    yield* wholesOf(writings(url), facts.rule);
    yield* wholesOf(dateTimes(url), facts.rule);
  },
  *manyAlone(url, { rule }) {
    yield* wholesOf(fractions(url), rule);
  },
};

function* writings(url: UrlText): Generator<Variant<UrlText>> {
  for (const [write, detail, telling] of NUMBER_WRITINGS)
    for (const encode of [raw, encodeURIComponent, encodeURI])
      for (const variant of writtenSo(url, (value, name) => escaped(write(value, name), encode), detail))
        yield { ...variant, telling };
}

/** One date, or date and time, in each other format. */
function* dateTimes(url: UrlText): Generator<Variant<UrlText>> {
  for (const parameter of cutQuery(url.query ?? ""))
    for (const text of new Set(otherDates(parameter.value ?? "")))
      for (const encode of [raw, encodeURIComponent, encodeURI, formEncode])
        for (const variant of writtenSo(
          url,
          (value, name) => (name === parameter.name && value === parameter.value ? encode(text) : null),
          `As “${text}”.`,
        ))
          yield { ...variant, telling: OF_DATE_TIMES };
}

const MOST_WITH_FRACTIONS = 8;

/** One whole number, with each likely fraction. */
function* fractions(url: UrlText): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  const numbers = parameters.flatMap(({ value }, at) => (/^[1-9]\d{0,3}$/.test(value ?? "") ? [at] : []));
  for (const at of numbers.slice(0, MOST_WITH_FRACTIONS)) {
    const { name, value } = parameters[at] ?? { name: "", value: "" };
    for (const number of new Set(fractionsAt(Number(value)))) {
      const query = joined(parameters.with(at, { name, value: number, text: `${name}=${number}` }));
      const detail = `When it was signed, “${name.slice(0, 40)}” was ${number}.`;
      yield { value: { ...url, query }, detail, telling: OF_ROUNDING };
    }
  }
}

const escaped = (text: string | null, encode: (text: string) => string) =>
  text === null ? null : encode(text);
