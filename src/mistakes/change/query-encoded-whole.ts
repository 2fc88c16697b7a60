import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { percentDecode } from "../text/escapes";
import { LIKELY, OFTEN } from "../weights";

export const queryEncodedWhole: Mistake = {
  id: "query-encoded-whole",
  group: "change",
  undoes: true,
  damages: true,
  title: "The whole query was percent-encoded after signing, its “=” and “&” too.",
  why: "encodeURIComponent and HTTP libraries that take a query for the name or the value of one parameter escape its “=” and “&”, and nobody reads parameters in it then.",
  fix: "Encode each value before the query is joined, and send the signed query as it is.",
  example: {
    url: `${HOST}/a.jpg?width%3D200%26height%3D100&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200&height=100",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?width%3D200%26height%3D100&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200&height%3D100",
  },
  *urls({ query, ...url }) {
    // Another mistake may have left the signature’s “&” behind.
    const whole = query?.replace(/&$/, "") ?? "";
    if (!/%3D/i.test(whole) || /[=&]/.test(whole)) return;
    yield { value: { ...url, query: percentDecode(whole) }, weight: LIKELY };
    const delimiters = whole.replaceAll(/%3D/gi, "=").replaceAll(/%26/gi, "&");
    yield { value: { ...url, query: delimiters }, weight: OFTEN };
  },
};
