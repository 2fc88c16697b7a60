/** Each scheme's folder holds those of its own examples. */
const FOLDERS = import.meta.glob<Readonly<Record<string, string>>>("./*/lessons.ts", {
  eager: true,
  import: "lessons",
});

/** What one learns from each example, by its id. */
const LESSONS: ReadonlyMap<string, string> = new Map(Object.values(FOLDERS).flatMap(Object.entries));

/** What one learns from an example, by its id; empty for one that has no lesson. */
export function lessonOf(id: string): string {
  return LESSONS.get(id) ?? "";
}
