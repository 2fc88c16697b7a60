/** The value below which the share `at` of all lies; NaN for none. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const ms = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
export const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
export const ratio = (value: number, of: number): string => `${(value / of).toFixed(2)}×`;

/** A heading, and rows in columns; the first row names them. */
export function printTable(title: string, rows: readonly (readonly string[])[], ...notes: string[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ");
  console.log(`\n${title}`);
  rows.forEach((row, at) => {
    console.log(line(row));
    if (at === 0) console.log(widths.map((width) => "─".repeat(width)).join("  "));
  });
  for (const note of notes) console.log(note);
}
