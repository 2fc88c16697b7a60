import type { Mistake, Telling } from "../../../mistakes/mistake";
import { SECRET } from "../../../mistakes/sample";
import { FAR_LESS_LIKELY, LESS_LIKELY, MUCH_LESS_LIKELY, SELDOM, USUAL } from "../../../mistakes/weights";
import { readPath } from "../render-link";
import { QUERY, RENDER_URL } from "./sample";

export const signedWithFormat: Mistake = {
  id: "signed-with-format",
  group: "scope",
  title: "The format was signed too.",
  why: "urlbox-python and urlbox-ruby put “format=” into the query; code like them then sent a query without it.",
  fix: "Sign exactly the query that is sent; the format stands in the path alone.",
  example: { scheme: "urlbox", url: RENDER_URL, secret: SECRET, signed: `${QUERY}&format=png` },
  nearMiss: { scheme: "urlbox", url: RENDER_URL, secret: SECRET, signed: `/v1/myApiKey/png?${QUERY}` },
  *messages(message, facts) {
    const { format } = readPath(facts.request.unsigned.path);
    if (format === null) return;
    // Where the query has one of its own, it is that one which was signed with another value.
    if (FORMAT.test(facts.request.unsigned.query ?? "") && !FORMAT.test(message)) return;
    const other = /^jpe?g$/i.exec(format)?.[0].length === 3 ? "jpeg" : "jpg";
    const likely = ["png", ...(format.toLowerCase().startsWith("jp") ? [other] : [])];
    for (const name of new Set([format, format.toLowerCase(), ...likely])) {
      const weight = name === format ? USUAL : SELDOM;
      const detail = `As “format=${name}”.`;
      yield { value: `${message}&format=${name}`, detail, weight };
      yield { value: `format=${name}&${message}`, detail, weight };
      const parameters = message.split("&");
      for (let at = 1; at < parameters.length && at < 20; at++)
        yield {
          value: parameters.toSpliced(at, 0, `format=${name}`).join("&"),
          detail,
          weight: weight + MUCH_LESS_LIKELY,
        };
      yield {
        value: [...parameters, `format=${name}`].sort().join("&"),
        detail: `${detail} The parameters were sorted.`,
        weight: weight + MUCH_LESS_LIKELY,
      };
      yield {
        value: `${name}?${message}`,
        detail: `As “${name}?” before the query.`,
        weight,
        telling: OF_PATH,
      };
      yield {
        value: `/${name}?${message}`,
        detail: `As “/${name}?” before the query.`,
        weight: weight + LESS_LIKELY,
        telling: OF_PATH,
      };
      for (const joint of ["", "/", "&", ":", "."]) {
        yield {
          value: `${name}${joint}${message}`,
          detail: "Before the query.",
          weight: weight + MUCH_LESS_LIKELY,
          telling: JOINED,
        };
        yield {
          value: `${message}${joint}${name}`,
          detail: "After the query.",
          weight: weight + MUCH_LESS_LIKELY,
          telling: JOINED,
        };
      }
      yield {
        value: `/${name}/${message}`,
        detail: "Before the query.",
        weight: weight + FAR_LESS_LIKELY,
        telling: JOINED,
      };
    }
  },
};

const OF_PATH: Telling = {
  why: "Most vendors sign path and query: the code took the end of the path along, or wrote path and query anew.",
  fix: "Sign only what follows the “?”.",
};

const JOINED: Telling = {
  why: "The code joined the format to the query before it signed: the URL has it in its path, and nothing of the path is signed.",
};

const FORMAT = /(?:^|[?&])format=/;
