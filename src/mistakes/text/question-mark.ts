import { IMAGE_EXTENSION } from "../../signing/image-extension";
import type { UrlText } from "../../signing/types";

/** A query that stands in the path, with what stands in the place of its “?”. */
export interface InPath {
  readonly url: UrlText;
  readonly sign: string;
  /** The name of its first parameter. */
  readonly first: string;
}

/** Right behind an image's extension, or behind another sign. */
const BEFORE = [
  new RegExp(String.raw`(?<=${IMAGE_EXTENSION})()([a-z_][\w-]{0,40})=`, "i"),
  /(%3F|[&;/])([a-z_][\w.-]{0,40})=/i,
];

const FOLDER_OR_IMAGE = new RegExp(`^[^=]*=[^/]*/|${IMAGE_EXTENSION}$`, "i");

/** Whether it is a folder or a file by its name, and no parameter: its value goes on with a path, or is an image that has no address. */
const isOfFile = (parameter: string) =>
  !/^[\w.-]*=(?:https?|%2f|\/)/i.test(parameter) && FOLDER_OR_IMAGE.test(parameter);

/** The URL with its “?” before the first parameter, each way in which that can be; none where the path holds no parameter. */
export function* withQuestionMark(url: UrlText): Generator<InPath> {
  const match = BEFORE.map((pattern) => pattern.exec(url.path)).find((found) => found !== null);
  if (!match) return;
  const [, sign = "", first = ""] = match;
  const inPath = url.path.slice(match.index + sign.length);
  if (inPath.split(/[&;]/).some(isOfFile)) return;
  const query = url.query === null ? inPath : `${inPath}&${url.query}`;
  // A path that is nothing but its first slash keeps it.
  for (const kept of sign === "/" ? [sign, ""] : [""]) {
    const path = url.path.slice(0, match.index) + kept;
    if (path !== "") yield { url: { ...url, path, query }, sign, first };
  }
}
