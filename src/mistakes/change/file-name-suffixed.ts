import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { SELDOM, USUAL } from "../weights";

export const fileNameSuffixed: Mistake = {
  id: "file-name-suffixed",
  group: "change",
  title: "The file was signed without a suffix of its name, such as that of another size.",
  why: "WordPress puts “-300x200” or “-scaled” behind a name, and scripts for sharp screens “@2x”, in the finished page. Or code signs the name of the original, and builds the URL with the suffix: the digits fit both.",
  fix: "Sign the address of the file that is asked for, or exempt signed URLs from the rewriting.",
  example: {
    url: `${HOST}/photos/cat@2x.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/photos/cat.jpg?width=200",
  },
  nearMiss: {
    url: `${HOST}/photos/cat@2x.jpg?width=200&signature={}`,
    secret: SECRET,
    signed: "/photos/cat@1x.jpg?width=200",
  },
  *alone(url, { rule }) {
    for (const part of ["path", "query"] as const) {
      const text = url[part];
      if (text === null) continue;
      for (const suffixes of SUFFIXES) {
        const removed = [...text.matchAll(suffixes)].map(([suffix]) => suffix);
        const value = text.replaceAll(suffixes, "");
        if (removed.length > 0)
          yield {
            value: rule({ ...url, [part]: value }),
            detail: `It was signed without “${removed[0]}”.`,
            weight: part === "path" ? USUAL : SELDOM,
          };
      }
    }
  },
};

/** Before the extension at the end of the path, or of an address in a value. */
const END = "(?=\\.[A-Za-z0-9]{2,5}(?:$|[?&]|%3F))";
const SUFFIXES = [
  "(?:@|%40)[1-4](?:\\.\\d)?x",
  "-\\d{1,5}x\\d{1,5}",
  "-scaled",
  "-e\\d{9,13}",
  "-\\d{1,5}w",
  "[-_](?:thumb|thumbnail|small|medium|large|original|retina|optimized|min|copy)",
  "[-_.][0-9a-f]{6,32}",
].map((suffix) => new RegExp(suffix + END, "gi"));
