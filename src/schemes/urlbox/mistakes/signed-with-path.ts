import type { Mistake } from "../../../mistakes/mistake";
import { SECRET } from "../../../mistakes/sample";
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
      [full, undefined, 0.9],
      [full.slice(1), "Without its leading slash.", 1],
      [`/v1/${apiKey}`, "Without the format.", 1],
      [`/v1/${apiKey}/`, "Without the format.", 1.1],
      [`v1/${apiKey}`, "Without the format.", 1.2],
      [`v1/${apiKey}/`, "Without the format.", 1.2],
      [`${apiKey}/${format}`, "Without “/v1/”.", 1],
      [`/${apiKey}/${format}`, "Without “/v1”.", 1],
      [apiKey, "Only the API key of it.", 1.1],
      [`${apiKey}/`, "Only the API key of it.", 1.2],
      ["/v1/", "Only “/v1/” of it.", 1.4],
      ["/", "Only a slash of it.", 1.2],
      [`/v1/${apiKey}//${format}`, "With nothing where the token stands.", 1.2],
      [`/v1/${apiKey}/TOKEN/${format}`, "With “TOKEN” where the token stands.", 1.4],
    ];
    const { origin } = facts.request.typed;
    for (const token of ["TOKEN", "{token}", "<token>", ":token", "HMAC_TOKEN"])
      paths.push([
        `${origin}/v1/${apiKey}/${token}/${format}`,
        `With scheme and host, and “${token}” where the token stands.`,
        1.3,
      ]);
    for (const [path, detail, weight] of paths) {
      yield { value: (url) => `${path}?${url.query ?? ""}`, detail, weight };
      yield {
        value: (url) => `${path}${url.query ?? ""}`,
        detail: "The “?” was left out.",
        weight: weight + 0.3,
      };
      yield {
        value: (url) => `${path}/?${url.query ?? ""}`,
        detail: "With a slash before the “?”.",
        weight: weight + 0.4,
      };
    }
  },
};
