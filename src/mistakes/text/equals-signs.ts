/** The query with a “=” behind every name that stands alone. */
export function withEquals(query: string): string {
  return query
    .split("&")
    .map((text) => (text === "" || text.includes("=") ? text : `${text}=`))
    .join("&");
}
