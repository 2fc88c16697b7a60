import type { Mistake } from "../mistake";
import { SECRET } from "../sample";
import { percentDecode } from "../text/escapes";
import { SELDOM } from "../weights";

export const signedWithFragment: Mistake = {
  id: "signed-with-fragment",
  group: "scope",
  title: "The fragment after “#” was signed too.",
  why: "Code took all that follows the host; but servers never see a fragment.",
  fix: "Write a “#” that belongs to a value as “%23”; one that only names a place on the page is sent to no server, so leave it out of the string.",
  example: {
    url: "https://images.example.net/cat.jpg?width=200&signature={}#top",
    secret: SECRET,
    signed: "/cat.jpg?width=200#top",
  },
  nearMiss: {
    url: "https://images.example.net/cat.jpg?width=200&signature={}#top",
    secret: SECRET,
    signed: "/cat.jpg?width=200#",
  },
  *messages(message, { request }) {
    const fragment = request.unsigned.fragment;
    if (fragment === null || fragment === "") return;
    yield { value: `${message}#${fragment}` };
    yield { value: `${message}#${percentDecode(fragment)}`, weight: SELDOM };
  },
};
