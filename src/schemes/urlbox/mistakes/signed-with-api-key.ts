import type { Mistake } from "../../../mistakes/mistake";
import { SECRET } from "../../../mistakes/sample";
import { RARE } from "../../../mistakes/weights";
import { sortQuery } from "../../../signing/sort-query";
import { readPath } from "../render-link";
import { QUERY, RENDER_URL } from "./sample";

export const signedWithApiKey: Mistake = {
  id: "signed-with-api-key",
  group: "scope",
  title: "The API key was signed as a parameter.",
  why: "Services such as Google Maps, Flickr or exchanges take their key in the query and sign it there; at Urlbox it stands in the path, which is not signed.",
  fix: "Sign exactly the query that is sent; the API key stands in the path alone.",
  example: { scheme: "urlbox", url: RENDER_URL, secret: SECRET, signed: `api_key=myApiKey&${QUERY}` },
  nearMiss: { scheme: "urlbox", url: RENDER_URL, secret: SECRET, signed: `api_key=anotherKey&${QUERY}` },
  *scopes({ request }) {
    const { apiKey } = readPath(request.unsigned.path);
    if (apiKey)
      yield {
        value: ({ query }) => apiKey + (query ?? ""),
        telling: {
          title: "The API key was signed before the query.",
          why: "Code that signs a salt first, such as imgproxy’s samples, was given the API key for it, or the two were joined with nothing between; the API key is no part of what Urlbox signs.",
          fix: "Sign exactly the query that is sent, and nothing before it.",
        },
        weight: RARE,
      };
  },
  *alone(url, { rule, request }) {
    const { apiKey } = readPath(request.unsigned.path);
    if (!apiKey) return;
    const query = rule(url);
    for (const name of NAMES) {
      const parameter = `${name}=${apiKey}`;
      const detail = `As “${name}=…”.`;
      yield { value: `${parameter}&${query}`, detail };
      yield { value: `${query}&${parameter}`, detail };
      yield {
        value: sortQuery(`${query}&${parameter}`),
        detail: `${detail} The parameters were sorted.`,
      };
    }
  },
};

const NAMES = [
  "api_key",
  "apikey",
  "apiKey",
  "key",
  "access_key",
  "publishable_key",
  "publishableKey",
  "client_id",
  "token",
  "AWSAccessKeyId",
];
