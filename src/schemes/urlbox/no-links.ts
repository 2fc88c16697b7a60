import { percentDecode } from "../../mistakes/text/escapes";
import { cutUrl, joinUrl } from "../../signing/url-text";
import type { NoLink } from "../scheme";
import { options, otherOptions } from "./options";
import { isApiHost, isFormat } from "./render-link";
import { isToken } from "./token-text";

/** What Urlbox has beside render links: none of it carries a token. */
export const noLinks: readonly NoLink[] = [
  {
    is: (text) => /^\/v1\/render(?:\/a?sync)?\/?$/i.test(apiPath(text)),
    // urlbox.com/docs/api
    sentence:
      "This is Urlbox’s API, where nothing in the URL is signed: a request by POST carries the secret key in its Authorization header, as urlbox.com/docs/api says. A render link that can be signed is /v1/API_KEY/FORMAT?url=…",
  },
  {
    is: (text) => /^\/v1\/render\/[\da-f-]{30,}\/?$/i.test(apiPath(text)),
    sentence:
      "This address tells how far a render is. It carries no token, and nothing in it is signed. Paste a render link: /v1/API_KEY/FORMAT?url=…",
  },
  {
    is: (text) => /^https?:\/\/renders\.urlbox\.(?:com|io)(?:[/?#]|$)/i.test(text),
    sentence:
      "This is the address of a finished render. It carries no token, and nothing in it is signed. Paste the render link that made it.",
  },
  {
    is: (text) => IN_PATH.test(apiPath(text)),
    sentence:
      "The parameters of this render link are part of its path, for no “?” stands before them. Write one behind the format: Urlbox signs what follows it.",
    rewrite: (text) => {
      const url = cutUrl(text);
      return { label: "Write “?”", text: joinUrl({ ...url, path: url.path.replace(IN_PATH, "$1?$2") }) };
    },
  },
  {
    is: (text) => DOUBLED.test(apiQuery(text)),
    sentence:
      "More than one “?” stands before the query of this render link. What follows the first is read as a name, so that no “url” is found.",
    rewrite: (text) => ({ label: "Write one “?”", text: text.replace(/\?+/, "?") }),
  },
  {
    is: (text) => isEscaped(apiQuery(text)) && mayBeOfPage(apiQuery(text)),
    sentence:
      "The “=” behind the name of what to capture is escaped as “%3D” in this render link, so that the name has no end and no “url” is found. Write “=” there. What stands behind a “%26” may be an option of the link or a parameter of the page: write “&” before what is the link’s.",
  },
  {
    is: (text) => isEscaped(apiQuery(text)),
    sentence:
      "The “=” behind the name of what to capture is escaped as “%3D” in this render link, so that the name has no end and no “url” is found.",
    rewrite: (text) => ({ label: "Write “=” for “%3D”", text: unescaped(text) }),
  },
  {
    is: (text) => hasDoubledPart(apiPath(text)),
    sentence:
      "A part of this render link’s path stands there twice, or a “/” does. Each stands once: /v1/API_KEY/TOKEN/FORMAT.",
    rewrite: (text) => {
      const url = cutUrl(text);
      return {
        label: "Write each once",
        text: joinUrl({ ...url, path: url.path.replace(PARTS, "/v1/$2/$4$5") }),
      };
    },
  },
  {
    is: (text) => /^x-urlbox-signature\s*:/i.test(text),
    // urlbox.com/docs/webhooks
    sentence:
      "This header signs the body of a webhook, with the webhook secret, and no URL. Its rule stands at urlbox.com/docs/webhooks. Paste a render link to check its token.",
  },
];

/** Behind a format, and behind what stands in the place of the “?”. */
const IN_PATH =
  /^(\/v1\/(?:[^/&=]+\/){1,2}(?:png|jpe?g|avif|webp|pdf|svg|html|mp4|webm|gif|m?html|md))(?:[&;/]|%3F)?((?:[a-z_]+=[^&]*&)*(?:url|html)=.*)$/is;

const DOUBLED = /^\?+(?:url|html)(?:=|%3D)/i;

/** The name of what to capture with an escaped “=”, and none with a plain one. */
const isEscaped = (query: string) =>
  !/(?:^|&)(?:url|html)=/.test(query) &&
  (/(?:^|&)(?:url|html)%3D/i.test(query) || (isWhole(query) && /%26(?:url|html)%3D/i.test(query)));

/** Whether all of its “=” and “&” are escaped. */
const isWhole = (query: string) => !/[=&]/.test(query);

/** What was escaped twice, as a whole or in a parameter, is so once; else what stands between names and values is plain again. */
function unescaped(text: string): string {
  const url = cutUrl(text);
  const query = url.query ?? "";
  if (isWhole(query) && isTwice(query)) return joinUrl({ ...url, query: percentDecode(query) });
  const before = isWhole(query) ? /(^|%26)(\w+)%3D/gi : /^()(\w+)%3D/i;
  const parts = query
    .split("&")
    .map((part) =>
      isTwice(part) && /^\w+%3D/i.test(part)
        ? percentDecode(part)
        : part.replace(before, (whole, sign: string, name: string) =>
            sign === "%26" && !NAMES.includes(name) ? whole : `${sign && "&"}${name}=`,
          ),
    );
  return joinUrl({ ...url, query: parts.join("&") });
}

/** Whether values are escaped twice: nothing but what joins them is escaped once. */
const isTwice = (text: string) => /%25[\da-f]{2}/i.test(text) && !/%(?!25|26|3D)[\da-f]{2}/i.test(text);

/** Whether the name of an option stands behind the “?” of the page, where it may be one of the page's own query. */
const mayBeOfPage = (query: string) =>
  isWhole(query) &&
  !isTwice(query) &&
  [...(/%3F.*/is.exec(query)?.[0] ?? "").matchAll(/%26(\w+)%3D/gi)].some(([, name = ""]) =>
    NAMES.includes(name),
  );

/** Behind an escaped “&” another name may be one of the address’ own query. */
const NAMES = [...options.map(({ name }) => name), ...otherOptions];

/** An empty part or another “v1” before the API key, that key, and the two again where something is left behind them. */
const PARTS = /^\/v1\/((?:\/|v1\/)*)([^/]+)\/(v1\/\2\/|\2\/(?=[^/]+\/))?([^/]+\/)?([^/]+)$/;

/** Digits in the place of the key are rather a token behind an empty one. */
function hasDoubledPart(path: string): boolean {
  const [, before, key = "", again, , format = ""] = PARTS.exec(path) ?? [];
  return Boolean(before || again) && !isToken(key, true) && isFormat(format);
}

/** The query of a render link’s address; empty for any other text. */
function apiQuery(text: string): string {
  const url = cutUrl(text);
  return isApiHost(url) && /^\/v1\/./.test(url.path) ? (url.query ?? "") : "";
}

/** The path of an address of the API; empty for any other text. */
function apiPath(text: string): string {
  const url = cutUrl(text);
  return isApiHost(url) ? url.path : "";
}
