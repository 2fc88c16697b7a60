/** The query with its parameters in the order of their text, by UTF-16 units, as most code sorts them. */
export function sortQuery(query: string): string {
  return query.split("&").sort().join("&");
}
