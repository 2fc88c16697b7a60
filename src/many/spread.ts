/** All of them, those far from each other first: causes may stand one behind another. */
export function* spread<T>(items: readonly T[]): Generator<T> {
  const step = Math.max(1, Math.floor(Math.sqrt(items.length)));
  for (let from = 0; from < step; from++)
    for (let at = from; at < items.length; at += step) {
      const item = items[at];
      if (item !== undefined) yield item;
    }
}
