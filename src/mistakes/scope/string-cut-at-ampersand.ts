import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";

const THREE = `${HOST}/a.jpg?width=200&height=100&mode=crop&signature={}`;

export const stringCutAtAmpersand: Mistake = {
  id: "string-cut-at-ampersand",
  group: "scope",
  title: "The string that was signed ended before the first “&”.",
  why: "A shell ends a command at an “&” that stands outside quotes, and a query inside another URL or a form ends there; or the code signs only what it knows, or the later parameters were added after signing.",
  fix: "Put the string in single quotes on a command line, escape it inside another URL, and sign every parameter that is sent.",
  example: { url: THREE, secret: SECRET, signed: "/a.jpg?width=200" },
  nearMiss: { url: THREE, secret: SECRET, signed: "/a.jpg?width=200&mode=crop" },
  *messages(message) {
    const at = message.indexOf("&");
    if (at > 0 && message[at - 1] !== "?") yield { value: message.slice(0, at), weight: 0.95 };
  },
};
