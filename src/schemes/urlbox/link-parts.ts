import { joinUrl } from "../../signing/url-text";
import type { LinkParts } from "../link-part";
import { noLinks } from "./no-links";
import { FORMATS, readPath, renderPath } from "./render-link";

/** API key and format where they stand in a render link. The vendor's dashboard calls the key publishable. */
export const linkParts: LinkParts = {
  fields: [
    { name: "apiKey", label: "Publishable key", initial: "" },
    { name: "format", label: "Format", initial: FORMATS[0], choices: FORMATS },
  ],
  remark:
    "“Publishable key” is what the dashboard calls the API key. Neither it nor the format is signed: the token stays the same.",
  read: (text) => {
    const { path } = text;
    const { apiKey, format, misplaced } = readPath(path);
    const url = joinUrl(text);
    if (noLinks.some(({ is }) => is(url))) return null;
    return misplaced === null && format !== null && isWhole(path) ? { apiKey, format } : null;
  },
  write: (text, { apiKey = "", format = "" }) => ({
    ...text,
    path: renderPath({ ...readPath(text.path), apiKey: segment(apiKey), format: segment(format) }),
  }),
};

/** Whether the path holds nothing but what a render link's does. */
const isWhole = (path: string): boolean => renderPath(readPath(path)) === path;

/** A typed text as one segment of a path. */
const segment = (text: string): string => text.replace(/[/?#\s]/g, encodeURIComponent);
