import { schemes } from "../schemes";

/** What of the playground an embed shows beside the verdict, which is always there. */
export const SHOWN = ["inputs", "steps", "options", "code"] as const;
export type Shown = (typeof SHOWN)[number];

/** How the page around an embed wants it to look. */
export interface Look {
  /** The only scheme that may be chosen, by its id; `null` where its reader may choose. */
  readonly scheme: string | null;
  readonly show: ReadonlySet<Shown>;
  /** `#rrggbb`; `null` where it is the playground's own. */
  readonly accent: string | null;
}

const DEFAULT: readonly Shown[] = ["inputs", "steps"];

/** True where a frame's query asks for another look than the build has drawn. */
export function asksForLook(search: string): boolean {
  const fields = new URLSearchParams(search);
  return ["scheme", "show", "accent"].some((name) => fields.has(name));
}

/** Reads a frame's query: `scheme=libpixel&show=inputs,steps&accent=0a55a5`. What it does not know it passes over. */
export function readLook(search: string): Look {
  const fields = new URLSearchParams(search);
  const scheme = schemes.find(({ id }) => id === fields.get("scheme"))?.id ?? null;
  const asked = fields.get("show")?.split(",") ?? DEFAULT;
  const accent = /^#?([0-9a-f]{6})$/i.exec(fields.get("accent") ?? "")?.[1];
  return {
    scheme,
    show: new Set(SHOWN.filter((part) => asked.includes(part))),
    accent: accent ? `#${accent.toLowerCase()}` : null,
  };
}
