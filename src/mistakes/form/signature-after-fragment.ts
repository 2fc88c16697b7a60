import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";

export const signatureAfterFragment: Mistake = {
  id: "signature-after-fragment",
  group: "form",
  mayBeCutOff: true,
  title: "The signature stood behind the “#”, which never reaches the server.",
  why: "It was appended to the end of the URL’s text, behind a fragment.",
  fix: "Put the signature before the “#”, or leave the fragment out.",
  example: { url: `${HOST}/a.jpg?width=200#top&signature={}`, secret: SECRET, signed: "/a.jpg?width=200" },
  nearMiss: {
    url: `${HOST}/a.jpg?width=200&signature={}#top`,
    secret: SECRET,
    signed: "/a.jpg?width=200#top",
  },
};
