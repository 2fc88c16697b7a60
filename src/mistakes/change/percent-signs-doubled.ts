import type { Mistake, Telling } from "../mistake";
import { HOST, SECRET } from "../sample";
import { hasBarePercent } from "../text/bare-percent";
import { inQueryAndPath } from "../text/respell";
import { LIKELY, RARE } from "../weights";

export const percentSignsDoubled: Mistake = {
  id: "percent-signs-doubled",
  group: "change",
  undoes: true,
  damages: true,
  title: "Each “%” stands twice in the URL, and was signed once.",
  why: "Batch files of Windows, systemd, Python’s ConfigParser and the formats of printf write “%%” for one “%”. Elsewhere both stay in the URL: it was copied out of such a place, or one that was written for it never went through it.",
  fix: "Send the URL with each “%” once, as it was signed.",
  example: {
    url: `${HOST}/my%%20cat.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/my%20cat.jpg?width=200",
  },
  nearMiss: {
    url: `${HOST}/my%%20cat.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/my%25%20cat.jpg?width=200",
  },
  *urls(url) {
    const text = `${url.path}?${url.query ?? ""}`;
    // What doubles them doubles all.
    if (/(?<!%)%(?!%)/.test(text)) return;
    const telling = IN_WORDS.test(text) ? undefined : OR_OF_TEXT;
    for (const doubled of [/%%/g, /%%+/g])
      for (const variant of inQueryAndPath(url, (text) => text.replaceAll(doubled, "%"), undefined, LIKELY))
        yield hasBarePercent(variant.value)
          ? { ...variant, telling: OF_TEXT, weight: RARE }
          : { ...variant, telling };
  },
};

/** A “%%” that stands behind no number, so that no percentage is meant. */
const IN_WORDS = /(?<![\d%])%%|%%%/;

/** “100%%20off”: the escape of a space behind a “%” that was to be escaped, too. */
const OR_OF_TEXT: Telling = {
  title: "“%%” stands in the URL where one “%” was signed.",
  why: "Either each “%” was doubled, as batch files of Windows, systemd and the formats of printf write it, and the URL never went through what makes one of two. Or a percentage is meant, as in “100% off”, whose “%” lacks its escape “%25”, and the string went through a format that makes one “%” of two. The digits fit both.",
  fix: "Send the URL with each “%” once, as it was signed; or, where a percentage is meant, write its “%” as “%25” and sign that.",
  isDoubtful: true,
};

/** The “%” that was signed begins no escape: it is one of the text, and to be sent as “%25”. */
const OF_TEXT: Telling = { fix: "Write each “%” of a text as “%25”, and sign that.", isUnwanted: true };
