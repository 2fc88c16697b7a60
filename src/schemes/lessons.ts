import { lessons as libpixel } from "./libpixel/lessons";
import { lessons as urlbox } from "./urlbox/lessons";

/** What one learns from an example, by its id; empty for one that has no lesson. */
export function lessonOf(id: string): string {
  return libpixel[id] ?? urlbox[id] ?? "";
}
