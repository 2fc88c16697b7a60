import { cutQuery } from "../../../signing/url-text";
import type { Recipe } from "../../mistake";
import { formDecode } from "../parameters";
import { type Parts, plain } from "./parts";

/** Other services that capture the page in `url`, all with MD5. */
export function* screenshots({ facts: { secret: key, request } }: Parts): Generator<Recipe> {
  const { query } = request.unsigned;
  const target = cutQuery(query ?? "").find(({ name }) => name === "url")?.value;
  if (!query || !target) return;
  // url2png, "API v6"; its own samples sign the query, some clients the “?” with it
  for (const [message, words] of [
    [query, "the query"],
    [`?${query}`, "the query with its “?”"],
  ] as const)
    yield {
      key,
      message,
      digest: plain("MD5", "message+key"),
      detail: `url2png’s: ${words}, then the secret, and MD5.`,
    };
  // screenshotlayer, "Secret keyword"; Screenshot Machine, "Secret phrase"
  yield {
    key,
    message: formDecode(target),
    digest: plain("MD5", "message+key"),
    detail: "That of screenshotlayer and Screenshot Machine: the page’s address, then the secret, and MD5.",
  };
}
