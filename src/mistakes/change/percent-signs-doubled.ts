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
    // What doubles them doubles all.
    if (/(?<!%)%(?!%)/.test(`${url.path}?${url.query ?? ""}`)) return;
    for (const doubled of [/%%/g, /%%+/g])
      for (const variant of inQueryAndPath(url, (text) => text.replaceAll(doubled, "%"), undefined, LIKELY))
        yield hasBarePercent(variant.value) ? { ...variant, telling: OF_TEXT, weight: RARE } : variant;
  },
};

/** The “%” that was signed begins no escape: it is one of the text, and to be sent as “%25”. */
const OF_TEXT: Telling = { fix: "Write each “%” of a text as “%25”, and sign that.", isUnwanted: true };
