import { createHmac } from "node:crypto";
import { search } from "./search";
import { inputOf } from "./testing";

const { secret: SECRET } = inputOf("");

/** By the secret that tests enter, or by another key. */
export const hmac = (signed: string, key = SECRET) => createHmac("sha1", key).update(signed).digest("hex");

/** What is told of a URL with `{}` for the signature of this string, of one mistake. */
export async function toldOf(url: string, signed: string) {
  const schemeId = url.startsWith("https://api.urlbox.com") ? "urlbox" : "libpixel";
  const found = await search(inputOf(url.replace("{}", hmac(signed)), { schemeId }));
  if (found.state !== "explained") throw new Error(`${url} is ${found.state}`);
  const [told, ...more] = found.mistakes;
  if (!told || more.length > 0) throw new Error(`${found.mistakes.length} mistakes in ${url}`);
  const { repaired, corrected } = found;
  return { ...told, found, repaired, corrected, words: [told.title, told.why, told.detail].join(" ") };
}
