import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";

export const signatureTwice: Mistake = {
  id: "signature-twice",
  group: "form",
  title: "The URL carried two signatures.",
  why: "Mostly a URL that was signed already is signed again, and the new signature added beside the old one.",
  fix: "Remove the old signature before a new one is added.",
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
};
