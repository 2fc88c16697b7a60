/** What the examples of Urlbox's mistakes are made of. `{}` is where the token stands. */
export const LINK = "https://api.urlbox.com/v1/myApiKey";
/** The right signing string of `RENDER_URL`. */
export const QUERY = "url=example.com&width=300";
export const RENDER_URL = `${LINK}/{}/png?${QUERY}`;
