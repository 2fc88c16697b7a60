import type { Mistake } from "../../../mistakes/mistake";
import { SECRET } from "../../../mistakes/sample";
import { percentDecode } from "../../../mistakes/text/escapes";
import { LIKELY, OFTEN, VERY_RARE } from "../../../mistakes/weights";
import { readPath } from "../render-link";
import { QUERY, RENDER_URL } from "./sample";

export const secretIsApiKey: Mistake = {
  id: "secret-is-api-key",
  group: "secret",
  answerTells: "name",
  overrides: true,
  publicKeys: "the API key",
  title: "The API key was used as the secret.",
  why: "Urlbox gives each project both; the API key stands in the path, the API secret stays on the server.",
  fix: "Sign with the API secret from the dashboard.",
  example: { scheme: "urlbox", url: RENDER_URL, secret: SECRET, signed: QUERY, key: "myApiKey" },
  nearMiss: { scheme: "urlbox", url: RENDER_URL, secret: SECRET, signed: QUERY, key: "myApiKey2" },
  *keys(_key, facts) {
    const { apiKey } = readPath(facts.request.unsigned.path);
    if (apiKey === "") return;
    yield { value: apiKey, weight: LIKELY };
    yield { value: percentDecode(apiKey), weight: OFTEN };
    yield { value: `${apiKey}\n`, detail: "With a line feed at the end.", after: ["LF"], weight: VERY_RARE };
  },
};
