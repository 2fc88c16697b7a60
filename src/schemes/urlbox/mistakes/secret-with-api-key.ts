import type { Mistake } from "../../../mistakes/mistake";
import { SECRET } from "../../../mistakes/sample";
import { toBase64 } from "../../../mistakes/text/bytes";
import { RARE, SELDOM } from "../../../mistakes/weights";
import { readPath } from "../render-link";
import { QUERY, RENDER_URL } from "./sample";

export const secretWithApiKey: Mistake = {
  id: "secret-with-api-key",
  group: "secret",
  answerTells: "name",
  title: "The API key and the secret were used together as the key.",
  why: "Basic authentication joins the two with “:”, and code for it was reused for render links.",
  fix: "Sign with the API secret alone.",
  example: { scheme: "urlbox", url: RENDER_URL, secret: SECRET, signed: QUERY, key: `myApiKey:${SECRET}` },
  nearMiss: { scheme: "urlbox", url: RENDER_URL, secret: SECRET, signed: QUERY, key: `myApiKey2:${SECRET}` },
  *keys(key, facts) {
    const { apiKey } = readPath(facts.request.unsigned.path);
    if (apiKey === "") return;
    const detail = "The API key, “:” and the secret.";
    yield { value: `${apiKey}:${key}`, detail, weight: SELDOM };
    yield {
      value: apiKey + key,
      detail: "The API key and the secret, with nothing between.",
      weight: SELDOM,
    };
    yield { value: toBase64(`${apiKey}:${key}`), detail: `${detail} In base64.`, weight: RARE };
    yield { value: `${key}:${apiKey}`, detail: "The secret, “:” and the API key.", weight: RARE };
    yield { value: key + apiKey, detail: "The secret and the API key, with nothing between.", weight: RARE };
  },
};
