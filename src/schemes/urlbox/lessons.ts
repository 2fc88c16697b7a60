/** What one learns from each example, in one sentence, by its id. They come with the list of examples, not with the page. */
export const lessons: Readonly<Record<string, string>> = {
  "urlbox-page": "Only the query is signed; the token goes into the path.",
  "urlbox-sha256": "The token has 64 digits, and its length tells the hash.",
  "urlbox-signed": "The token in the path is compared with the one this secret makes.",
  "urlbox-build": "From a plain address the whole link is built.",
  "urlbox-question-mark": "Urlbox signs the query without the “?” before it.",
  "urlbox-quotes": "The quotes around the value became part of the secret.",
  "urlbox-api-key": "The public key from the path was taken for the secret.",
  "urlbox-decoded": "The token covers the readable query, the link carries the encoded one.",
};
