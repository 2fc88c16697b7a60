import { percentDecode } from "../../diagnosis/escapes";
import type { Facts, Mistake } from "../../diagnosis/mistake";
import { type RenderPath, readPath } from "./render-link";

const SECRET = "s3cretKey";
const URL_ = "https://api.urlbox.com/v1/myApiKey/{}/png?url=example.com&width=300";
const QUERY = "url=example.com&width=300";

/** Mistakes that only Urlbox's rule invites: it signs the query alone, and its path holds the API key. */
export const mistakes: readonly Mistake[] = [
  {
    id: "secret-is-api-key",
    group: "secret",
    overrides: true,
    title: "The API key was used as the secret.",
    why: "Urlbox gives each project both; the API key stands in the path, the API secret stays on the server.",
    fix: "Use the API secret from the dashboard as the key.",
    example: { scheme: "urlbox", url: URL_, secret: SECRET, signed: QUERY, key: "myApiKey" },
    nearMiss: { scheme: "urlbox", url: URL_, secret: SECRET, signed: QUERY, key: "myApiKey2" },
    *keys(_key, facts) {
      const { apiKey } = pathOf(facts);
      if (apiKey === "") return;
      yield { value: apiKey, weight: 0.8 };
      yield { value: percentDecode(apiKey), weight: 0.9 };
      yield { value: `${apiKey}\n`, detail: "With a line feed at the end.", after: ["LF"], weight: 1.4 };
    },
  },
  {
    id: "signed-with-question-mark",
    group: "scope",
    title: "The “?” before the query was signed too.",
    why: "url.search in JavaScript gives the query with its “?”.",
    fix: "Begin the string after the “?”.",
    example: { scheme: "urlbox", url: URL_, secret: SECRET, signed: `?${QUERY}` },
    nearMiss: { scheme: "urlbox", url: URL_, secret: SECRET, signed: `&${QUERY}` },
    *messages(message) {
      yield { value: `?${message}`, weight: 0.9 };
    },
  },
  {
    id: "signed-with-path",
    group: "scope",
    title: "The path was signed too.",
    why: "Most vendors sign path and query; Urlbox signs the query alone.",
    fix: "Sign only what follows the “?”.",
    example: { scheme: "urlbox", url: URL_, secret: SECRET, signed: `/v1/myApiKey/png?${QUERY}` },
    nearMiss: { scheme: "urlbox", url: URL_, secret: SECRET, signed: `png?${QUERY}` },
    *scopes(facts) {
      const { apiKey, format } = pathOf(facts);
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
  },
  {
    id: "signed-with-format",
    group: "scope",
    title: "The format was signed too.",
    why: "urlbox-python and urlbox-ruby put “format=” into the query; code like them then sent a query without it.",
    fix: "Sign exactly the query that is sent; the format stands in the path alone.",
    example: { scheme: "urlbox", url: URL_, secret: SECRET, signed: `${QUERY}&format=png` },
    nearMiss: { scheme: "urlbox", url: URL_, secret: SECRET, signed: `/v1/myApiKey/png?${QUERY}` },
    *messages(message, facts) {
      const { format } = pathOf(facts);
      if (format === null) return;
      const other = /^jpe?g$/i.exec(format)?.[0].length === 3 ? "jpeg" : "jpg";
      const likely = ["png", ...(format.toLowerCase().startsWith("jp") ? [other] : [])];
      for (const name of new Set([format, format.toLowerCase(), ...likely])) {
        const weight = name === format ? 1 : 1.2;
        const detail = `As “format=${name}”.`;
        yield { value: `${message}&format=${name}`, detail, weight };
        yield { value: `format=${name}&${message}`, detail, weight };
        const parameters = message.split("&");
        for (let at = 1; at < parameters.length && at < 20; at++)
          yield {
            value: parameters.toSpliced(at, 0, `format=${name}`).join("&"),
            detail,
            weight: weight + 0.2,
          };
        yield {
          value: [...parameters, `format=${name}`].sort().join("&"),
          detail: `${detail} The parameters were sorted.`,
          weight: weight + 0.3,
        };
        yield { value: `${name}?${message}`, detail: `As “${name}?” before the query.`, weight };
        yield {
          value: `/${name}?${message}`,
          detail: `As “/${name}?” before the query.`,
          weight: weight + 0.1,
        };
        for (const joint of ["", "/", "&", ":", "."]) {
          yield { value: `${name}${joint}${message}`, detail: "Before the query.", weight: weight + 0.2 };
          yield { value: `${message}${joint}${name}`, detail: "After the query.", weight: weight + 0.2 };
        }
        yield { value: `/${name}/${message}`, detail: "Before the query.", weight: weight + 0.4 };
      }
    },
  },
];

function pathOf({ request }: Facts): RenderPath {
  return readPath(request.unsigned.path);
}
