import type { LinkedCase } from "../../session/address/link";
import { addressOf } from "./address";

/** Widths of columns of text, in pixels, and the heights that the embed takes at each, with a mistake in it and without. */
export const WIDTHS = ["320", "640", "1000"] as const;
const HEIGHTS = {
  "320": { other: 850, mismatch: 1130 },
  "640": { other: 700, mismatch: 830 },
  "1000": { other: 470, mismatch: 600 },
} as const;

export const EMBED_PARTS = ["inputs", "steps", "options", "code"] as const;

/** What a docs writer chooses of an embed. */
export interface EmbedChoice {
  readonly width: (typeof WIDTHS)[number];
  readonly theme: "auto" | "light" | "dark";
  /** True where its reader may not choose another scheme. */
  readonly locks: boolean;
  readonly show: readonly (typeof EMBED_PARTS)[number][];
  /** `#rrggbb`; `null` where it is the playground's own. */
  readonly accent: string | null;
}

export const USUAL_EMBED: EmbedChoice = {
  width: "640",
  theme: "auto",
  locks: false,
  show: ["inputs", "steps"],
  accent: null,
};

/** The embed's address, with what differs from the usual in its query. */
export function embedAddress(page: string, linked: LinkedCase, choice: EmbedChoice): string {
  const { theme, locks, show, accent } = choice;
  const fields = [
    ...(theme === "auto" ? [] : [`theme=${theme}`]),
    ...(locks && linked.scheme ? [`scheme=${linked.scheme}`] : []),
    ...(show.join() === USUAL_EMBED.show.join() ? [] : [`show=${show.join(",")}`]),
    ...(accent === null ? [] : [`accent=${accent.slice(1)}`]),
  ];
  return addressOf(page, fields.length === 0 ? "embed.html" : `embed.html?${fields.join("&")}`, linked);
}

/** Pixels, for a page that does not listen; one that does is told the exact height. */
export function embedHeight({ width, show }: EmbedChoice, verdict: string): number {
  const height = HEIGHTS[width][verdict === "mismatch" ? "mismatch" : "other"];
  return height + (show.includes("options") ? 220 : 0) + (show.includes("code") ? 460 : 0);
}
