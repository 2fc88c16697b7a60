/** A paste may hold any number of URLs; more are not counted. */
const MOST = 10_000;
/** Where a URL may begin: not inside another, whose “=”, “/” or escape stands before it. */
const URL_TEXT = /(?<![^\s"'`“”„‘‚«»‹›<>([{|,;])https?:\/\/(?:(?!\]\()[^\s"'`“”„‘’«»‹›<>\\])+/gi;

/** Every URL of a paste as it stands there, in order, each once; an address inside another is none of its own. */
export function listUrls(pasted: string): readonly string[] {
  const urls = new Set<string>();
  for (const [text] of pasted.matchAll(URL_TEXT)) {
    urls.add(text.replace(/[.,;:!?)\]}]+$/, ""));
    if (urls.size >= MOST) break;
  }
  return [...urls];
}
