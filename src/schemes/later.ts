/** What is made when it is first asked for: the page tells it of one URL, and a file has a million of which nobody asks. */
export function later<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
