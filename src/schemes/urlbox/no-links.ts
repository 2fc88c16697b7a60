import { cutUrl } from "../../signing/url-text";
import type { NoLink } from "../scheme";
import { isApiHost } from "./render-link";

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
    is: (text) => /^\/v1\/[^?]*&(?:url|html)=/i.test(apiPath(text)),
    sentence:
      "The query of this render link begins with “&”, so it is part of the path. Write “?” in place of the first “&”: Urlbox signs what follows it.",
  },
  {
    is: (text) => /^x-urlbox-signature\s*:/i.test(text),
    // urlbox.com/docs/webhooks
    sentence:
      "This header signs the body of a webhook, with the webhook secret, and no URL. Its rule stands at urlbox.com/docs/webhooks. Paste a render link to check its token.",
  },
];

/** The path of an address of the API; empty for any other text. */
function apiPath(text: string): string {
  const url = cutUrl(text);
  return isApiHost(url) ? url.path : "";
}
