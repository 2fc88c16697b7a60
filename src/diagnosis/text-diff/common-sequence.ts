/**
 * The longest common sequence of two lists, as places in the first and in the second. Of several that are as long, the one that leaves
 * out elements of the first list earlier. The time grows with the product of the lengths.
 */
export function commonPlaces(
  first: number,
  second: number,
  isSame: (at: number, to: number) => boolean,
): [at: number, to: number][] {
  const lengths = Array.from({ length: first + 1 }, () => new Array<number>(second + 1).fill(0));
  const length = (at: number, to: number) => lengths[at]?.[to] ?? 0;
  for (let at = first - 1; at >= 0; at--)
    for (let to = second - 1; to >= 0; to--) {
      const row = lengths[at];
      if (row)
        row[to] = isSame(at, to)
          ? 1 + length(at + 1, to + 1)
          : Math.max(length(at + 1, to), length(at, to + 1));
    }
  const places: [number, number][] = [];
  let [at, to] = [0, 0];
  while (at < first && to < second) {
    if (isSame(at, to)) places.push([at++, to++]);
    else if (length(at + 1, to) >= length(at, to + 1)) at++;
    else to++;
  }
  return places;
}
