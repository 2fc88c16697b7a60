/** What one learns from each example, in one sentence, by its id. They come with the list of examples, not with the page. */
export const lessons: Readonly<Record<string, string>> = {
  "libpixel-options": "Path and query are signed together, from the first slash on.",
  "libpixel-source": "The source’s address is percent-encoded, so its own “?” and “&” stay part of it.",
  "libpixel-page": "The page signs “?src=…”, its rule asks for “/?src=…”: the rule holds.",
  "libpixel-image": "Without a query there is no “?” to sign; the signature begins the query.",
  "libpixel-signed": "Its signature is compared with the one this secret makes.",
  "libpixel-slashless": "The code followed the example and left the leading slash out.",
  "libpixel-newline": "The secret was read from a file, with the line break at its end.",
  "libpixel-two-mistakes": "Neither fix alone would have helped; the search finds both.",
  "libpixel-utm": "A campaign tool appended its parameters to a signed URL.",
  "libpixel-html": "HTML writes “&” as “&amp;”, and the copy kept it.",
  "libpixel-apostrophe": "encodeURIComponent leaves “'” raw, browsers send “%27”.",
  "libpixel-sha256": "LibPixel signs with SHA-1; 64 digits are a sign of another hash.",
};
