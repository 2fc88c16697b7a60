import type { Mistake } from "../../../mistakes/mistake";
import { SECRET } from "../../../mistakes/sample";
import { readPath } from "../render-link";
import { LINK } from "./sample";

export const tokenMisplaced: Mistake = {
  id: "token-misplaced",
  group: "form",
  title: "The link’s path did not have API key, token and format in this order.",
  why: "Code joins the parts of the path in another order, or leaves one out.",
  fix: "Put the token between API key and format: /v1/API_KEY/TOKEN/FORMAT.",
  seen: ({ path }) => {
    if (/^\/v1\/[^/]+\/[^/]+\/?$/.test(path))
      return "The link has no format: behind the API key the token is all that stands.";
    const { apiKey, token } = readPath(path);
    return path.startsWith(`/v1/${token}/${apiKey}/`)
      ? "API key and token stand in each other’s place."
      : undefined;
  },
  example: {
    scheme: "urlbox",
    url: `${LINK}/png/{}?url=example.com`,
    secret: SECRET,
    signed: "url=example.com",
  },
  nearMiss: {
    scheme: "urlbox",
    url: `${LINK}/{}/png?url=example.com`,
    secret: SECRET,
    signed: "url=example.com&",
  },
};
