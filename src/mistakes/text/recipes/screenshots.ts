import { cutQuery } from "../../../signing/url-text";
import type { Recipe } from "../../mistake";
import { formDecode } from "../parameters";
import { joinedBy, type Parts, plain } from "./parts";

/** Other services that capture the page in `url`, all with MD5. */
export function* screenshots({ facts: { secret: key, request }, pairs }: Parts): Generator<Recipe> {
  const { query } = request.unsigned;
  const target = cutQuery(query ?? "").find(({ name }) => name === "url")?.value;
  if (!query || !target) return;
  // url2png, "API v6"; its own samples sign the query, some clients the “?” with it
  const alike = pairs.some((sorted) => joinedBy(sorted, "&") === query) ? ALIPAY : "";
  for (const [message, words, also] of [
    [query, "the query", alike],
    [`?${query}`, "the query with its “?”", ""],
  ] as const)
    yield {
      key,
      message,
      digest: plain("MD5", "message+key"),
      detail: `url2png’s: ${words}, then the secret, and MD5.${also}`,
    };
  // screenshotlayer, "Secret keyword"; Screenshot Machine, "Secret phrase"
  yield {
    key,
    message: formDecode(target),
    digest: plain("MD5", "message+key"),
    detail: "That of screenshotlayer and Screenshot Machine: the page’s address, then the secret, and MD5.",
  };
}

const ALIPAY = " Alipay’s MD5 gateway makes the same of sorted parameters, and these are.";
