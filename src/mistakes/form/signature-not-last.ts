import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";

export const signatureNotLast: Mistake = {
  id: "signature-not-last",
  group: "form",
  title: "The signature was not the last parameter.",
  why: "Parameters were appended behind it, or a library sorted them all.",
  fix: "Add “signature” after all other parameters.",
  withoutSecret: {
    fix: "Add every parameter before signing, and “signature” behind all of them: what was added to a signed URL has to be signed, too, or left out.",
  },
  example: { url: `${HOST}/a.jpg?signature={}&width=200`, secret: SECRET, signed: "/a.jpg?width=200" },
  nearMiss: { url: `${HOST}/a.jpg?width=200&signature={}`, secret: SECRET, signed: "/a.jpg?width=300" },
};
