/** What parts the cells of a table, in the output of a shell or a database. */
const BARS = /[\s|│┃║]/;

/**
 * The rest of a cell that was broken over lines: it stands below in the same column, and every other cell of its line is empty.
 * `null` where nothing such follows.
 *
 * @param start where the cell's text begins in the whole text
 * @param end where its last line ends so far
 */
export function cellBelow(text: string, start: number, end: number): { start: number; end: number } | null {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const column = start - lineStart;
  const next = text.indexOf("\n", end) + 1;
  if (column === 0 || next === 0) return null;
  const stop = text.indexOf("\n", next);
  const line = text.slice(next, stop < 0 ? text.length : stop);
  const piece = /^[^\s|│┃║]+/.exec(line.slice(column))?.[0];
  if (piece === undefined) return null;
  const around = line.slice(0, column) + line.slice(column + piece.length);
  const isTable = /[|│┃║]/.test(around) || /\S\s{2,}$/.test(text.slice(lineStart, start));
  const isAlone = isTable && [...around].every((char) => BARS.test(char));
  return isAlone ? { start: next + column, end: next + column + piece.length } : null;
}
