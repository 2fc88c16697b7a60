import type { Mistake } from "../../../mistakes/mistake";
import { SECRET } from "../../../mistakes/sample";
import { LINK } from "./sample";

export const tokenMisplaced: Mistake = {
  id: "token-misplaced",
  group: "form",
  title: "The token did not stand between API key and format.",
  why: "Code joins the parts of the path in another order.",
  fix: "Put the token between API key and format: /v1/API_KEY/TOKEN/FORMAT.",
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
