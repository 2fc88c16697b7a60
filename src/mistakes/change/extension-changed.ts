import type { Mistake, Variant } from "../mistake";
import { HOST, SECRET } from "../sample";
import { SELDOM, USUAL } from "../weights";

const EXTENSIONS = [
  "jpg",
  "jpeg",
  "png",
  "webp",
  "avif",
  "gif",
  "JPG",
  "JPEG",
  "PNG",
  "svg",
  "heic",
  "tif",
  "tiff",
  "bmp",
  "jxl",
  "mp4",
  "webm",
  "pdf",
  "html",
];

export const extensionChanged: Mistake = {
  id: "extension-changed",
  group: "change",
  title: "The file was signed with another extension than it was sent with.",
  why: "Image plugins and CDNs rewrite “.jpg” to “.webp” or “.avif” in the finished page, or add it. Or code signs the name of the original, and builds the URL with another extension: the digits fit both.",
  fix: "Sign the address of the file that is asked for, or exempt signed URLs from the rewriting.",
  example: {
    url: `${HOST}/photos/cat.webp?width=200&signature={}`,
    secret: SECRET,
    signed: "/photos/cat.jpg?width=200",
  },
  nearMiss: {
    url: `${HOST}/photos/cat.webp?width=200&signature={}`,
    secret: SECRET,
    signed: "/photos/dog.jpg?width=200",
  },
  *alone(url, { rule }) {
    for (const { value: path, detail, weight } of otherNames(url.path))
      yield { value: rule({ ...url, path }), detail, weight: weight ?? USUAL };
    const { query } = url;
    if (query === null) return;
    // The address of a file inside a value has an extension, too.
    for (const [end] of query.matchAll(/\.[a-z0-9]{3,5}(?=&|$|%3F|\?)/gi))
      for (const extension of EXTENSIONS)
        yield {
          value: rule({ ...url, query: query.replaceAll(`${end}`, `.${extension}`) }),
          detail: `“.${extension}” was signed, in the query.`,
          weight: SELDOM,
        };
  },
};

function* otherNames(path: string): Generator<Variant<string>> {
  const [, bare = "", end = ""] = /^(.*)(\.[A-Za-z0-9]{2,5})$/.exec(path) ?? [];
  for (const extension of EXTENSIONS) {
    const detail = `“.${extension}” was signed.`;
    if (end !== "") yield { value: `${bare}.${extension}`, detail };
    yield { value: `${path}.${extension}`, detail: `“.${extension}” was signed at its end.`, weight: SELDOM };
  }
  if (end !== "") yield { value: bare, detail: `It was signed without “${end}”.` };
}
