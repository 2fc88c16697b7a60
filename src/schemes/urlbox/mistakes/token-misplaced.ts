import type { Mistake } from "../../../mistakes/mistake";
import { SECRET } from "../../../mistakes/sample";
import { LINK } from "./sample";

export const tokenMisplaced: Mistake = {
  id: "token-misplaced",
  group: "form",
  title: "The link’s path did not have API key, token and format in this order.",
  why: "Code joins the parts of the path in another order, or leaves one out.",
  fix: "Put the token between API key and format: /v1/API_KEY/TOKEN/FORMAT.",
  seen: ({ path }) =>
    /^\/v1\/[^/]+\/[^/]+\/?$/.test(path)
      ? "The link has no format: behind the API key the token is all that stands."
      : undefined,
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
