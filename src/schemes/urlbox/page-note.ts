import type { Note, SigningRequest } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";
import { buildLink, FORMATS } from "./render-link";

const FOLDER = /^https?:\/\/[^/]+(\/.+)$/is;

/** What was taken for a link in a folder of somebody's own proxy may be a page to capture as well: forges have such paths. */
export function pageNote({ typed, found, built }: SigningRequest, signature: string): Note[] {
  const folder = FOLDER.exec(typed.origin)?.[1];
  if (built || folder === undefined || found?.text.toLowerCase() === signature) return [];
  return [
    {
      kind: "in-folder",
      sentence: `This was taken for a render link that a proxy has in its folder “${folder.slice(0, 40)}”. It may be the address of a page as well.`,
      rewrite: {
        label: "Take it as the page to capture",
        text: joinUrl(buildLink(joinUrl(typed), "API_KEY", FORMATS[0])),
      },
    },
  ];
}
