import { cutQuery } from "../../signing/url-text";
import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";

export const signatureTwice: Mistake = {
  id: "signature-twice",
  group: "form",
  title: "The URL carried two signatures.",
  why: "Mostly a URL that was signed already is signed again, and the new signature added beside the old one.",
  fix: "Keep the one that is right, and sign no URL again that has one.",
  example: {
    url: `${HOST}/a.jpg?width=200&signature=00&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200",
  },
  nearMiss: {
    url: `${HOST}/a.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/a.jpg?width=200&signature=00",
  },
  seen({ query }, signature) {
    const all = cutQuery(query ?? "");
    const name = all.find(({ value }) => value === signature)?.name;
    const values = all.filter((parameter) => parameter.name === name).map(({ value }) => value);
    if (name === undefined || values.length < 2) return undefined;
    if (values.every((value) => value === signature)) return "All of them have the same digits.";
    const at = values.indexOf(signature);
    const place = at === 0 ? "first" : at === values.length - 1 ? "last" : "middle";
    return `The proof is that of the ${place} one.`;
  },
};
