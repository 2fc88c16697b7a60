import { unescapeText } from "../escapes";
import {
  type Carrier,
  fragment,
  hexadecimal,
  inBase64,
  inText,
  parameter,
  rest,
  translated,
  without,
} from "./openers";
import { proofpointV2, proofpointV3 } from "./proofpoint";

const anyHost = (path: string) => new RegExp(`^[^/?#]+${path}`, "i");

/** A URL that stands percent-encoded in a path. */
function unhosted(url: string, pattern: RegExp): string | null {
  const inner = pattern.exec(url)?.[1];
  if (!inner) return null;
  return /^https?%3A/i.test(inner) ? unescapeText(inner) : inner;
}

const CHECK_POINT = /^(?:url\.avanan\.click|protect\.checkpoint\.com)\/v2\/_/i;
const betweenUnderscores: Carrier["open"] = (url) =>
  /\/v2\/_{2,3}(https?:\/\/.*?)_{2,3}\./is.exec(url)?.[1] ?? null;

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
      return inner ? unescapeText(inner) : null;
    },
  },
  { name: "GMX’s redirect", host: /^deref-(?:gmx|web|mail)\.[a-z]+\//i, open: parameter("redirectUrl") },
  { name: "Azure’s mail", host: /^[\w.-]+\.safelink\.emails\.azure\.net\//i, open: parameter("destination") },
  { name: "Sophos", host: /^[\w.-]+\.protection\.sophos\.com\//i, open: inBase64(/[?&]u=/) },
  { name: "Check Point", host: CHECK_POINT, open: betweenUnderscores },
  { name: "Avanan", host: /^avanan\.url-protection\.com\//i, open: parameter("o") },
  { name: "Trustwave", host: /^scanmail\.trustwave\.com\//i, open: parameter("u") },
  { name: "Hornetsecurity", host: /^atpscan\.global\.hornetsecurity\.com\//i, open: parameter("u", "url") },
  { name: "Mailtrack", host: /^(?:www\.)?mailtrack\.io\/(?:trace\/)?link\//i, open: parameter("url") },
  { name: "Slack’s redirect", host: /^slack-redir\.net\//i, open: parameter("url") },
  { name: "Slack’s image proxy", host: /^slack-imgs\.com\//i, open: parameter("url") },
  {
    name: "Discord’s image proxy",
    host: /^images-ext-\d+\.discordapp\.net\/external\//i,
    open: (url) => {
      const match = /\/external\/[^/]+\/(?:(%3F[^/]*)\/)?(https?)\/([^?#]*)/i.exec(url);
      return match ? `${match[2]}://${match[3]}${unescapeText(match[1] ?? "")}` : null;
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
  { name: "Bing", host: /^(?:www\.)?bing\.com\/ck\//i, open: inBase64(/[?&]u=a1/) },
  { name: "Bing", host: /^(?:www\.)?bing\.com\/images\//i, open: parameter("mediaurl") },
  {
    name: "Yahoo’s search",
    host: /^r\.search\.yahoo\.com\//i,
    open: (url) => {
      const inner = /\/RU=([^/]*)/.exec(url)?.[1];
      return inner ? unescapeText(inner) : null;
    },
  },
  { name: "Google Lens", host: /^lens\.google\.com\/uploadbyurl\?/i, open: parameter("url") },
  {
    name: "Pinterest’s redirect",
    host: /^(?:www\.)?pinterest\.[a-z.]{2,6}\/offsite\//i,
    open: parameter("url"),
  },
  { name: "Medium’s redirect", host: /^(?:www\.)?medium\.com\/r\//i, open: parameter("url") },
  { name: "Bluesky’s redirect", host: /^go\.bsky\.app\/redirect\?/i, open: parameter("u") },
  { name: "TikTok’s redirect", host: /^(?:www\.)?tiktok\.com\/link\/v2\?/i, open: parameter("target") },
  { name: "Weibo’s redirect", host: /^weibo\.cn\/sinaurl\?/i, open: parameter("u") },
  { name: "WeChat’s redirect", host: /^weixin110\.qq\.com\//i, open: parameter("url") },
  { name: "QQ’s redirect", host: /^c\.pc\.qq\.com\//i, open: parameter("pfurl", "url") },
  {
    name: "Feishu’s redirect",
    host: /^security\.(?:feishu\.cn|larksuite\.com)\/link\//i,
    open: parameter("target"),
  },
  { name: "Zhihu’s redirect", host: /^link\.zhihu\.com\//i, open: parameter("target") },
  { name: "Juejin’s redirect", host: /^link\.juejin\.cn\/?\?/i, open: parameter("target") },
  { name: "CSDN’s redirect", host: /^link\.csdn\.net\/?\?/i, open: parameter("target") },
  // What shares or tests an address
  { name: "X’s sharing", host: /^(?:www\.)?(?:twitter|x)\.com\/(?:intent|share)/i, open: parameter("url") },
  { name: "Facebook’s sharing", host: /^(?:www\.)?facebook\.com\/sharer/i, open: parameter("u") },
  {
    name: "LinkedIn’s sharing",
    host: /^(?:www\.)?linkedin\.com\/(?:sharing|shareArticle)/i,
    open: parameter("url"),
  },
  { name: "Telegram’s sharing", host: /^(?:t|telegram)\.me\/(?:share|iv)/i, open: parameter("url") },
  { name: "WhatsApp’s sharing", host: /^(?:api\.whatsapp\.com\/send|wa\.me\/)/i, open: inText("text") },
  { name: "PageSpeed Insights", host: /^pagespeed\.web\.dev\//i, open: parameter("url") },
  { name: "the W3C’s validator", host: /^validator\.w3\.org\//i, open: parameter("doc", "uri") },
  { name: "Facebook’s debugger", host: /^developers\.facebook\.com\/tools\/debug/i, open: parameter("q") },
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
  {
    name: "Substack",
    host: /^substackcdn\.com\/image\/fetch\//i,
    open: rest(/\/fetch\/(?:[^?#]*?\/)?(?=https?[:%])/i),
  },
  {
    name: "ImageKit",
    host: /^ik\.imagekit\.io\/[^?#]*https?[:%]/i,
    open: without(rest(/^https?:\/\/[^/]+\/[^?#]*?\/(?=https?[:%])/i), /[?&](?:tr|ik-[\w-]+)=[^&]*$/),
  },
  {
    name: "Notion",
    host: /^(?:www\.)?notion\.so\/image\//i,
    open: (url) => unhosted(url, /\/image\/([^?#]*)/),
  },
  {
    name: "Thumbor",
    host: anyHost("/(?:[^?#]*/)?unsafe/"),
    open: rest(/\/unsafe\/(?:[^?#]*?\/)?(?=https?[:%])/i),
  },
  {
    name: "imgproxy",
    host: anyHost("/(?:insecure|unsafe|_)/[^?#]*/?plain/"),
    open: (url) => unhosted(url, /\/plain\/(.*?)(?:@[a-z]{3,4})?$/s),
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
    host: /^[\w-]+\.cdn\.ampproject\.org\//i,
    open: rest(/\.org\/[a-z]\/(?:s\/)?/i),
  },
  { name: "Bing’s translator", host: /^(?:www\.)?translatetheweb\.com\//i, open: parameter("a") },
  { name: "Google Docs", host: /^docs\.google\.com\/(?:gview|viewer)/i, open: parameter("url") },
  { name: "Office’s viewer", host: /^view\.officeapps\.live\.com\//i, open: parameter("src") },
  {
    name: "archive.today",
    host: /^archive\.(?:today|ph|is|li|md|vn|fo)\//i,
    open: rest(/^https?:\/\/[^/]+\/(?:o\/\w+\/|\w+\/)?(?=https?[:%])/i),
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
export const OPAQUE: readonly (readonly [name: string, host: RegExp])[] = [
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
