/** Buckets of a map that holds three quarters of them at most, doubled as a larger one was asked for; half of them after a copy. */
const DOUBLINGS = [1, 2, 4, 0.5];
const LEAST_BUCKETS = 16;

/**
 * The orders in which Java’s HashMap, HashSet and ConcurrentHashMap go through these names, which were put in as they stand, the likeliest
 * first. Each is a function of the names and of the number of buckets alone (OpenJDK 8 and later, `HashMap.hash`).
 */
export function hashMapOrders<T extends { readonly name: string }>(items: readonly T[]): T[][] {
  let buckets = LEAST_BUCKETS;
  while (items.length > buckets * 0.75) buckets *= 2;
  return DOUBLINGS.map((times) => {
    const bucket = ({ name }: T) => spread(name) & (buckets * times - 1);
    // Within a bucket they stand as they came.
    return items.toSorted((a, b) => bucket(a) - bucket(b));
  });
}

/** Java’s `String.hashCode` of UTF-16 units, its high half laid over the low one. */
function spread(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at++) hash = (Math.imul(31, hash) + name.charCodeAt(at)) | 0;
  return hash ^ (hash >>> 16);
}
