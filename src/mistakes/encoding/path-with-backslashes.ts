import type { Mistake } from "../mistake";
import { PHOTO_URL, SECRET } from "../sample";
import { LESS_USUAL, SELDOM } from "../weights";

export const pathWithBackslashes: Mistake = {
  id: "path-with-backslashes",
  group: "encoding",
  title: "The path was signed with backslashes.",
  why: "path.join of Node, os.path.join of Python and Path.Combine of .NET write “\\” on Windows; browsers send “/” for a bare one.",
  fix: "Join the parts of a URL with “/”: path.posix.join, posixpath.join, or a text.",
  example: { url: PHOTO_URL, secret: SECRET, signed: "\\photos\\cat.jpg?width=200" },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: "\\photos\\dog.jpg?width=200" },
  *urls(url) {
    const { path } = url;
    // What another mistake has left of a path may have no slash at its start.
    if (!path.startsWith("/")) return;
    const rest = path.slice(1);
    yield { value: { ...url, path: path.replaceAll("/", "\\") }, weight: LESS_USUAL };
    yield { value: { ...url, path: `/${rest.replaceAll("/", "\\")}` }, weight: LESS_USUAL };
    if (rest.includes("/")) yield { value: { ...url, path: rest.replaceAll("/", "\\") }, weight: SELDOM };
    yield {
      value: { ...url, path: `/${rest.replaceAll("/", "%5C")}` },
      detail: "Each was written as “%5C”.",
      weight: SELDOM,
    };
    yield {
      value: { ...url, path: path.replaceAll("/", "%5C") },
      detail: "Each was written as “%5C”.",
      weight: SELDOM,
    };
  },
};
