import type { Mistake } from "../../../mistakes/mistake";
import { SECRET } from "../../../mistakes/sample";
import { LINK } from "./sample";

export const tokenInQuery: Mistake = {
  id: "token-in-query",
  group: "form",
  title: "The token stood in the query.",
  why: "Most vendors take a signature as a parameter; Urlbox reads its token from the path.",
  fix: "Put the token between API key and format: /v1/API_KEY/TOKEN/FORMAT.",
  example: {
    scheme: "urlbox",
    url: `${LINK}/png?url=example.com&token={}`,
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
