import { cutQuery, cutUrl } from "../url-text";
import { proofpointV2, proofpointV3 } from "./proofpoint";
import { isSigned } from "./signed";

/** A service that wraps URLs: where in its own URL the other stands. */
export interface Carrier {
  /** As users know it. */
  readonly name: string;
  /** What its URLs begin with, behind the scheme. */
  readonly host: RegExp;
  /** The URL inside, decoded; `null` where there is none. */
  readonly open: (url: string) => string | null;
}

/** The value of the first of these parameters, percent-decoded once. A URL that was put there unescaped goes on to its signature. */
function parameter(...names: string[]): Carrier["open"] {
  return (url) => {
    const { query } = cutUrl(url);
    if (query === null) return null;
    let at = 0;
    for (const { name, value, text } of cutQuery(query)) {
      if (value && names.includes(name)) {
        const decoded = addressed(decode(value));
        return isSigned(decoded) || !/^https?:\/\//i.test(value)
          ? decoded
          : toSignature(query.slice(at + name.length + 1));
      }
      at += text.length + 1;
    }
    return null;
  };
}

/** What follows this much of the URL, with its scheme where that was left out. */
function rest(before: RegExp): Carrier["open"] {
  return (url) => {
    const match = before.exec(url);
    if (!match) return null;
    const inner = url.slice(match.index + match[0].length);
    return addressed(/^https?%3A/i.test(inner) ? decode(inner) : inner.replace(/^(https?:)%2F%2F/i, "$1//"));
  };
}

/** The URL behind `#`. */
const fragment: Carrier["open"] = (url) => cutUrl(url).fragment;

function toSignature(text: string): string {
  return /^.*?[?&;]signature=[^&]*/i.exec(text)?.[0] ?? text;
}

/** Percent-decoded; as it stands where that is not UTF-8. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One slash is often lost where a URL stands in a path, and the scheme left out. */
function addressed(text: string): string {
  if (/^https?:/i.test(text)) return text.replace(/^(https?:)\/{1,2}(?=[^/])/i, "$1//");
  return `https://${text.replace(/^\/\//, "")}`;
}

/** Behind the image's own query some services put parameters of their own. */
function without(open: Carrier["open"], own: RegExp): Carrier["open"] {
  return (url) => {
    let inner = open(url);
    while (inner && own.test(inner)) inner = inner.replace(own, "");
    return inner;
  };
}

const translated: Carrier["open"] = (url) => {
  const host = /^https?:\/\/([\w-]+)\.translate\.goog/i.exec(url)?.[1];
  if (!host) return null;
  const name = host.replace(/--|-/g, (dashes) => (dashes === "-" ? "." : "-"));
  const inner = `https://${name}${url.slice(url.indexOf(".translate.goog") + ".translate.goog".length)}`;
  return inner.replace(/[?&]_x_tr_[^#]*/, "");
};

/** GitHub writes the URL in hexadecimal. */
const hexadecimal: Carrier["open"] = (url) => {
  const hex = /\/((?:[0-9a-f]{2}){8,})\/?$/i.exec(url)?.[1];
  return hex ? decode(hex.replace(/../g, "%$&")) : null;
};

const anyHost = (path: string) => new RegExp(`^[^/?#]+${path}`, "i");

/** Every service that is opened; no other is. */
export const CARRIERS: readonly Carrier[] = [
  // Mail and chat
  {
    name: "Outlook Safe Links",
    host: /^(?:[\w.-]+\.)?(?:safelinks\.protection\.(?:outlook\.(?:com|cn|de)|office365\.us)|safelinks\.office\.net)\//i,
    open: parameter("url"),
  },
  {
    name: "Teams’ Safe Links",
    host: /^statics\.teams\.(?:microsoft\.com|cdn\.office\.net)\//i,
    open: parameter("url"),
  },
  {
    name: "Proofpoint",
    host: /^urldefense(?:\.proofpoint|\.us)?\.(?:com|us)\/v3\//i,
    open: proofpointV3,
  },
  { name: "Proofpoint", host: /^urldefense\.(?:proofpoint\.)?com\/v2\//i, open: proofpointV2 },
  { name: "Proofpoint", host: /^urldefense\.(?:proofpoint\.)?com\/v1\//i, open: parameter("u") },
  { name: "Barracuda", host: /^linkprotect\.cudasvc\.com\//i, open: parameter("a") },
  { name: "Trend Micro", host: /^[\w.-]+\.trendmicro\.com(?::\d+)?\/wis\//i, open: parameter("url") },
  { name: "FireEye", host: /^protect\d*\.fireeye\.com\//i, open: parameter("u") },
  { name: "Symantec", host: /^clicktime\.symantec\.com\//i, open: parameter("u") },
  {
    name: "Cisco Secure Web",
    host: /^secure-web\.cisco\.com\//i,
    open: rest(/^https?:\/\/[^/]+\/[^/]+\/(?=https?[:%])/i),
  },
  {
    name: "Amazon SES",
    host: /^[\w.-]+\.awstrack\.me\/L0\//i,
    open: (url) => {
      const inner = /\/L0\/(https?(?::|%3A)[^/?#]*)/i.exec(url)?.[1];
      return inner ? decode(inner) : null;
    },
  },
  { name: "GMX’s redirect", host: /^deref-(?:gmx|web|mail)\.[a-z]+\//i, open: parameter("redirectUrl") },
  { name: "Slack’s redirect", host: /^slack-redir\.net\//i, open: parameter("url") },
  { name: "Slack’s image proxy", host: /^slack-imgs\.com\//i, open: parameter("url") },
  {
    name: "Discord’s image proxy",
    host: /^images-ext-\d+\.discordapp\.net\/external\//i,
    open: (url) => {
      const match = /\/external\/[^/]+\/(?:(%3F[^/]*)\/)?(https?)\/([^?#]*)/i.exec(url);
      return match ? `${match[2]}://${match[3]}${decode(match[1] ?? "")}` : null;
    },
  },
  // Redirects
  {
    name: "Google’s redirect",
    host: /^(?:www|plus\.url|notifications)\.google\.[a-z.]{2,6}\/url\?/i,
    open: parameter("q", "url"),
  },
  {
    name: "Google Images",
    host: /^(?:www|images)\.google\.[a-z.]{2,6}\/imgres\?/i,
    open: parameter("imgurl"),
  },
  {
    name: "Facebook’s redirect",
    host: /^(?:lm?\.facebook\.com|l\.messenger\.com|(?:www\.)?facebook\.com)\/(?:l|flx\/warn)/i,
    open: parameter("u"),
  },
  { name: "Instagram’s redirect", host: /^l\.instagram\.com\//i, open: parameter("u") },
  { name: "Threads’ redirect", host: /^l\.threads\.(?:net|com)\//i, open: parameter("u") },
  {
    name: "Facebook’s image proxy",
    host: /^external[\w.-]*\.fbcdn\.net\/(?:safe_image|emg)/i,
    open: parameter("url"),
  },
  {
    name: "LinkedIn’s redirect",
    host: /^(?:www\.)?linkedin\.com\/(?:redir|safety)\//i,
    open: parameter("url"),
  },
  { name: "YouTube’s redirect", host: /^(?:www\.)?youtube\.com\/redirect\?/i, open: parameter("q") },
  { name: "Reddit’s redirect", host: /^out\.reddit\.com\//i, open: parameter("url") },
  { name: "Tumblr’s redirect", host: /^(?:t\.umblr\.com|href\.li)\/redirect\?/i, open: parameter("z") },
  { name: "VK’s redirect", host: /^(?:m\.)?vk\.com\/away/i, open: parameter("to") },
  {
    name: "Steam’s link filter",
    host: /^(?:www\.)?steamcommunity\.com\/linkfilter\//i,
    open: parameter("u", "url"),
  },
  {
    name: "DuckDuckGo",
    host: /^(?:www\.|external-content\.|proxy\.)?duckduckgo\.com\/(?:l|iu)\//i,
    open: parameter("uddg", "u"),
  },
  // Image services before the image
  {
    name: "Gmail’s image proxy",
    host: /^[\w-]+\.googleusercontent\.com\/(?:meips|proxy)\//i,
    open: fragment,
  },
  { name: "GitHub’s image proxy", host: /^camo\.githubusercontent\.com\//i, open: hexadecimal },
  { name: "Yahoo’s image proxy", host: /^ecp\.yusercontent\.com\//i, open: parameter("url") },
  {
    name: "weserv",
    host: /^(?:wsrv\.nl|images\.weserv\.nl)\//i,
    open: parameter("url"),
  },
  {
    name: "WordPress’s Photon",
    host: /^i[0-3]\.wp\.com\//i,
    open: without(
      rest(/^https?:\/\/i[0-3]\.wp\.com\//i),
      /[?&](?:ssl|w|h|fit|resize|strip|zoom|lb|ulb|quality)=[^&]*$/,
    ),
  },
  {
    name: "Cloudinary’s fetch",
    host: /^res\.cloudinary\.com\/[^?#]*?\/fetch\//i,
    open: rest(/\/fetch\/(?:[^?#]*?\/)?(?=https?[:%])/i),
  },
  { name: "Next.js", host: anyHost("(?:/[^?#]*)?/_next/image/?\\?"), open: parameter("url") },
  { name: "Vercel", host: anyHost("(?:/[^?#]*)?/_vercel/image/?\\?"), open: parameter("url") },
  { name: "Netlify", host: anyHost("/\\.netlify/images/?\\?"), open: parameter("url") },
  { name: "Astro", host: anyHost("(?:/[^?#]*)?/_image/?\\?"), open: parameter("href") },
  { name: "Nuxt", host: anyHost("(?:/[^?#]*)?/_ipx/"), open: rest(/\/_ipx\/[^/]+\/(?=https?[:%])/i) },
  {
    name: "Cloudflare’s image resizing",
    host: anyHost("/cdn-cgi/image/"),
    open: rest(/\/cdn-cgi\/image\/[^/]+\/(?=https?[:%]|[\w-]+\.[\w.-]+\/)/i),
  },
  // Readers of pages
  { name: "Google Translate", host: /^[\w-]+\.translate\.goog(?:[/?#]|$)/i, open: translated },
  {
    name: "Google Translate",
    host: /^translate\.google(?:usercontent)?\.[a-z.]{2,6}\//i,
    open: parameter("u"),
  },
  {
    name: "Google AMP",
    host: /^(?:www\.)?google\.[a-z.]{2,6}\/amp\//i,
    open: rest(/\/amp\/(?:s\/)?/i),
  },
  {
    name: "the Wayback Machine",
    host: /^(?:web|wayback)\.archive\.org\/(?:web\/)?/i,
    open: rest(/^https?:\/\/[^/]+\/(?:web\/)?(?:\d{1,14}|\*)?(?:[a-z]{2}_)?\/?(?=https?[:%]|[\w-]+\.)/i),
  },
];

/** Services from whose URLs nothing can be read: only they know where a link leads. */
const OPAQUE: readonly (readonly [name: string, host: RegExp])[] = [
  ["Mimecast", /^(?:protect|url)[\w.-]*\.mimecast(?:protect)?\.com\/|^[\w.-]+\.mimecastprotect\.com\//i],
  ["bit.ly", /^(?:bit\.ly|bitly\.com|j\.mp)\//i],
  ["X’s t.co", /^t\.co\//i],
  ["TinyURL", /^(?:www\.)?tinyurl\.com\//i],
  ["LinkedIn’s lnkd.in", /^lnkd\.in\//i],
  ["goo.gl", /^(?:[\w-]+\.)?goo\.gl\//i],
  ["ow.ly", /^ow\.ly\//i],
  ["Buffer’s buff.ly", /^buff\.ly\//i],
  ["is.gd", /^(?:is|v)\.gd\//i],
  ["Rebrandly", /^rebrand\.ly\//i],
  ["Microsoft’s aka.ms", /^aka\.ms\//i],
  ["SendGrid", /^[\w.-]+\/ls\/click\?upn=/i],
  ["Mailchimp", /^[\w.-]+\.list-manage\.com\/track\/click/i],
  ["HubSpot", /^[\w.-]+\.hubspotlinks(?:starter)?\.com\//i],
  ["Outlook’s attachment proxy", /^attachments?\.office\.net\//i],
];

/** The name of the service that hides where this URL leads; `null` for every other URL. */
export function opaqueCarrier(url: string): string | null {
  const address = withoutScheme(url);
  return OPAQUE.find(([, host]) => host.test(address))?.[0] ?? null;
}

/** A URL and the services that it was taken out of, the innermost first. */
export interface Opened {
  readonly url: string;
  readonly carriers: readonly string[];
}

/** Wrappers are rarely nested more deeply. */
const MOST_LAYERS = 8;

/**
 * The URL that listed services carry, opened one after the other, where what comes out is signed or the vendor's; else the URL
 * itself. Nothing is taken out of a URL of the vendor, or out of one that is itself signed: a signed `src` is a part of it.
 *
 * @param isVendors whether a URL is one of the vendor's own
 */
export function openCarriers(url: string, isVendors: (url: string) => boolean): Opened {
  const carriers: string[] = [];
  let inner = url;
  let best: Opened = { url, carriers: [] };
  for (let layer = 0; layer < MOST_LAYERS && !isVendors(inner); layer++) {
    const carrier = CARRIERS.find(({ host }) => host.test(withoutScheme(inner)));
    const next = carrier?.open(inner);
    if (!carrier || !next || next === inner || hasOwnSignature(inner, next)) break;
    carriers.unshift(carrier.name);
    inner = next;
    if (isSigned(inner) || isVendors(inner)) best = { url: inner, carriers: [...carriers] };
  }
  return best;
}

/** Whether the wrapper is signed by more than what it carries. */
function hasOwnSignature(outer: string, inner: string): boolean {
  if (!isSigned(outer)) return false;
  const signature = /[?&;]signature=([0-9A-Za-z]*)/.exec(outer)?.[1];
  return !isSigned(inner) || (signature !== undefined && !inner.includes(signature));
}

function withoutScheme(url: string): string {
  return url.replace(/^(?:https?:)?\/\//i, "");
}
