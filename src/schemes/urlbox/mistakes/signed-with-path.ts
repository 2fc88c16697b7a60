import type { Mistake } from "../../../mistakes/mistake";
import { SECRET } from "../../../mistakes/sample";
import {
  FAR_LESS_LIKELY,
  LESS_USUAL,
  MUCH_LESS_LIKELY,
  OFTEN,
  RARE,
  SELDOM,
  USUAL,
  VERY_RARE,
} from "../../../mistakes/weights";
import { readPath } from "../render-link";
import { QUERY, RENDER_URL } from "./sample";

export const signedWithPath: Mistake = {
  id: "signed-with-path",
  group: "scope",
  title: "The path was signed too.",
  why: "Most vendors sign path and query; Urlbox signs the query alone.",
  fix: "Sign only what follows the “?”.",
  example: { scheme: "urlbox", url: RENDER_URL, secret: SECRET, signed: `/v1/myApiKey/png?${QUERY}` },
  nearMiss: { scheme: "urlbox", url: RENDER_URL, secret: SECRET, signed: `png?${QUERY}` },
  *scopes(facts) {
    const { apiKey, format } = readPath(facts.request.unsigned.path);
    const full = facts.request.unsigned.path;
    const paths: [path: string, detail: string | undefined, weight: number][] = [
      [full, undefined, OFTEN],
      [full.slice(1), "Without its leading slash.", USUAL],
      [`/v1/${apiKey}`, "Without the format.", USUAL],
      [`/v1/${apiKey}/`, "Without the format.", LESS_USUAL],
      [`v1/${apiKey}`, "Without the format.", SELDOM],
      [`v1/${apiKey}/`, "Without the format.", SELDOM],
      [`${apiKey}/${format}`, "Without “/v1/”.", USUAL],
      [`/${apiKey}/${format}`, "Without “/v1”.", USUAL],
      [apiKey, "Only the API key of it.", LESS_USUAL],
      [`${apiKey}/`, "Only the API key of it.", SELDOM],
      ["/v1/", "Only “/v1/” of it.", VERY_RARE],
      ["/", "Only a slash of it.", SELDOM],
      [`/v1/${apiKey}//${format}`, "With nothing where the token stands.", SELDOM],
      [`/v1/${apiKey}/TOKEN/${format}`, "With “TOKEN” where the token stands.", VERY_RARE],
    ];
    const { origin } = facts.request.typed;
    for (const token of ["TOKEN", "{token}", "<token>", ":token", "HMAC_TOKEN"])
      paths.push([
        `${origin}/v1/${apiKey}/${token}/${format}`,
        `With scheme and host, and “${token}” where the token stands.`,
        RARE,
      ]);
    for (const [path, detail, weight] of paths) {
      yield { value: (url) => `${path}?${url.query ?? ""}`, detail, weight };
      // The bare key before the query is rather a salt, as `signed-with-api-key` says.
      if (path !== apiKey)
        yield {
          value: (url) => `${path}${url.query ?? ""}`,
          detail: [detail, "The “?” was left out."].filter(Boolean).join(" "),
          weight: weight + MUCH_LESS_LIKELY,
        };
      yield {
        value: (url) => `${path}/?${url.query ?? ""}`,
        detail: [detail, "With a slash before the “?”."].filter(Boolean).join(" "),
        weight: weight + FAR_LESS_LIKELY,
      };
    }
  },
};
