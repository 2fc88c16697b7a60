import { hostOf } from "../../../signing/url-text";
import type { Facts, Recipe } from "../../mistake";
import { decodedPairs, pairsOf, sortedPairs } from "../parameters";
import { datedKeys } from "./dated-keys";
import { exchanges } from "./exchanges";
import { httpSignatures, webhooks } from "./headers";
import { imageServers } from "./image-servers";
import { edgeTokens, storesAndLinks } from "./links";
import { messageVerifiers } from "./message-verifiers";
import type { Parts } from "./parts";
import { derivedKeys, requests } from "./requests";
import { screenshots } from "./screenshots";
import { sortedAndKeyed, sortedAndSecret } from "./sorted-parameters";

/** Whole recipes of other services, each with the page or source that says so. */
export function* vendorRecipes(facts: Facts): Generator<Recipe> {
  const url = facts.request.unsigned;
  const pairs = pairsOf(url);
  const path = url.path || "/";
  const parts: Parts = {
    facts,
    base: url.origin.toLowerCase() + path,
    host: hostOf(url.origin).toLowerCase(),
    path,
    string: facts.rule(url),
    pairs: [sortedPairs(decodedPairs(pairs)), sortedPairs(pairs)],
    times: [
      /^\d{9,13}(?=-)/.exec(facts.request.found?.text ?? "")?.[0] ?? "",
      ...pairs.map(({ value }) => value),
    ]
      .filter((text) => /^\d{9,13}$/.test(text))
      .slice(0, 3),
  };
  for (const recipes of [
    // Before those that are the same for a query that stands sorted.
    screenshots,
    sortedAndSecret,
    sortedAndKeyed,
    storesAndLinks,
    edgeTokens,
    httpSignatures,
    exchanges,
    imageServers,
    webhooks,
    derivedKeys,
    datedKeys,
    messageVerifiers,
    requests,
  ])
    yield* recipes(parts);
}
