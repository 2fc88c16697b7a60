import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { libpixel } from "../../schemes/libpixel";
import { urlbox } from "../../schemes/urlbox";
import type { UrlText } from "../types";
import { CARRIERS } from "./carrier-list";
import { opaqueCarrier } from "./carriers";
import { findUrl, findUrls } from "./find-url";

const vendor = { recognises: (text: UrlText) => libpixel.recognises(text) || urlbox.recognises(text) };
const find = (pasted: string) => findUrl(pasted, vendor)?.url;

const base64Url = (text: string) => btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const bare = (url: string) => url.replace(/^https?:\/\//, "");
const inParameter =
  (before: string, after = "") =>
  (url: string) =>
    `https://${before}${encodeURIComponent(url)}${after}`;
const behind = (before: string) => (url: string) => `https://${before}${url}`;

const RUNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** What each service makes of a URL, as seen in its links. */
const WRAPS: Readonly<Record<string, readonly ((url: string) => string)[]>> = {
  "Outlook Safe Links": [
    inParameter(
      "eur01.safelinks.protection.outlook.com/?url=",
      "&data=05%7C02%7Cx%40fjord.test%7C&sdata=q%2Bw%3D&reserved=0",
    ),
    inParameter("nam02.safelinks.protection.outlook.com/ap/w-59584e83/?url=", "&data=05"),
  ],
  "Teams’ Safe Links": [
    inParameter(
      "statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=",
      "&locale=en",
    ),
  ],
  Proofpoint: [
    (url) => {
      const escaped = encodeURIComponent(url).replace(/[-_]/g, (char) => (char === "-" ? "%2D" : "%5F"));
      const value = escaped.replaceAll("%2F", "_").replaceAll("%", "-");
      return `https://urldefense.proofpoint.com/v2/url?u=${value}&d=DwMFaQ&c=x&r=y`;
    },
    (url) => {
      const kept: string[] = [];
      const marked = url.replace(/[^\w:/?=&.~-]{1,65}/g, (run) => {
        kept.push(run);
        return run.length === 1 ? "*" : `**${RUNS[run.length - 2]}`;
      });
      return `https://urldefense.com/v3/__${marked}__;${base64Url(kept.join(""))}!!Aut4ZtE!x$`;
    },
    inParameter("urldefense.proofpoint.com/v1/url?u=", "&k=x&r=y"),
  ],
  Barracuda: [inParameter("linkprotect.cudasvc.com/url?a=", "&c=E,1,x&typo=1")],
  "Trend Micro": [inParameter("imsva91-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=", "&umid=x")],
  FireEye: [inParameter("protect2.fireeye.com/v1/url?k=a&q=1&u=")],
  Symantec: [inParameter("clicktime.symantec.com/a/1/x?d=y&u=")],
  "Cisco Secure Web": [inParameter("secure-web.cisco.com/1x-y_z/")],
  "Amazon SES": [inParameter("abc.r.eu-west-1.awstrack.me/L0/", "/1/0102018-x/y=12")],
  "GMX’s redirect": [inParameter("deref-gmx.net/mail/client/x/dereferrer/?redirectUrl=")],
  "Slack’s redirect": [inParameter("slack-redir.net/link?url=")],
  "Slack’s image proxy": [inParameter("slack-imgs.com/?c=1&o1=ro&url=")],
  "Discord’s image proxy": [
    (url) => {
      const [path, query] = bare(url).split(/\?(.*)/s);
      return `https://images-ext-1.discordapp.net/external/aB-c_d/${encodeURIComponent(`?${query}`)}/https/${path}?width=4`;
    },
  ],
  "Google’s redirect": [
    inParameter("www.google.com/url?q=", "&sa=D&source=docs&ust=1764100000"),
    inParameter("www.google.de/url?sa=t&url=", "&ved=2ahUK"),
  ],
  "Google Images": [inParameter("www.google.com/imgres?imgurl=", "&w=4")],
  "Facebook’s redirect": [inParameter("l.facebook.com/l.php?u=", "&h=AT0x")],
  "Instagram’s redirect": [inParameter("l.instagram.com/?u=", "&e=AT0x")],
  "Threads’ redirect": [inParameter("l.threads.net/?u=", "&e=AT0x")],
  "Facebook’s image proxy": [
    inParameter("external-fra3-1.xx.fbcdn.net/safe_image.php?d=x&url=", "&_nc_hash=y"),
  ],
  "LinkedIn’s redirect": [
    inParameter("www.linkedin.com/redir/redirect?url=", "&urlhash=x"),
    inParameter("www.linkedin.com/safety/go?url="),
  ],
  "YouTube’s redirect": [inParameter("www.youtube.com/redirect?event=x&q=", "&v=y")],
  "Reddit’s redirect": [inParameter("out.reddit.com/t3_x?url=", "&token=y")],
  "Tumblr’s redirect": [inParameter("t.umblr.com/redirect?z=", "&t=y")],
  "VK’s redirect": [inParameter("vk.com/away.php?to=")],
  "Steam’s link filter": [inParameter("steamcommunity.com/linkfilter/?url=")],
  DuckDuckGo: [
    inParameter("duckduckgo.com/l/?uddg=", "&rut=x"),
    inParameter("external-content.duckduckgo.com/iu/?u=", "&f=1"),
  ],
  "Gmail’s image proxy": [
    behind("ci3.googleusercontent.com/proxy/aB-c_d=s0-d-e1-ft#"),
    behind("ci3.googleusercontent.com/meips/aB-c_d=s0-d-e1-ft#"),
  ],
  "GitHub’s image proxy": [
    (url) =>
      `https://camo.githubusercontent.com/${"ab".repeat(32)}/${[...url].map((char) => char.charCodeAt(0).toString(16)).join("")}`,
  ],
  "Yahoo’s image proxy": [inParameter("ecp.yusercontent.com/mail?url=", "&t=1&ymreqid=x&sig=y")],
  weserv: [
    inParameter("images.weserv.nl/?url=", "&w=300"),
    (url) => inParameter("wsrv.nl/?w=300&url=")(bare(url)),
  ],
  "WordPress’s Photon": [
    (url) => `https://i0.wp.com/${bare(url)}`,
    (url) => `https://i2.wp.com/${bare(url)}&w=300&ssl=1`,
  ],
  "Cloudinary’s fetch": [
    inParameter("res.cloudinary.com/demo/image/fetch/w_300,f_auto/"),
    behind("res.cloudinary.com/demo/image/fetch/"),
  ],
  "Next.js": [inParameter("www.fjord.test/_next/image?url=", "&w=640&q=75")],
  Vercel: [inParameter("www.fjord.test/_vercel/image?w=640&q=75&url=")],
  Netlify: [inParameter("www.fjord.test/.netlify/images?w=9&url=")],
  Astro: [inParameter("www.fjord.test/_image?href=", "&w=640&f=webp")],
  Nuxt: [behind("www.fjord.test/_ipx/w_200/")],
  "Cloudflare’s image resizing": [
    behind("www.fjord.test/cdn-cgi/image/width=80,quality=75/"),
    (url) => behind("www.fjord.test/cdn-cgi/image/width=80/")(bare(url)),
  ],
  "Google Translate": [
    inParameter("translate.google.com/translate?sl=auto&tl=en&u="),
    (url) =>
      url.replace(/^https:\/\/([^/]+)(.*)$/s, (_, host, rest) => {
        const name = String(host).replaceAll("-", "--").replaceAll(".", "-");
        return `https://${name}.translate.goog${rest}&_x_tr_sl=auto&_x_tr_tl=en`;
      }),
  ],
  "Google AMP": [
    (url) => `https://www.google.com/amp/s/${bare(url)}`,
    (url) => `https://fjord-libpx-com.cdn.ampproject.org/i/s/${bare(url)}`,
  ],
  "Azure’s mail": [inParameter("nam.safelink.emails.azure.net/redirect/?destination=", "&p=x")],
  Sophos: [
    (url) =>
      `https://eu-west-1.protection.sophos.com/?d=fjord.test&u=${encodeURIComponent(btoa(url))}&i=x&p=m`,
  ],
  "Check Point": [
    (url) => `https://protect.checkpoint.com/v2/___${url}___.YzJlOmZqb3Jk`,
    (url) => `https://url.avanan.click/v2/___${url}___.YXAxZTp4`,
  ],
  Avanan: [inParameter("avanan.url-protection.com/v1/url?o=", "&g=x&s=y")],
  Trustwave: [inParameter("scanmail.trustwave.com/?c=1&d=x&u=")],
  Hornetsecurity: [inParameter("atpscan.global.hornetsecurity.com/?d=x&f=y&u=", "&k=z")],
  Mailtrack: [inParameter("mailtrack.io/trace/link/ab12?url=", "&userId=1")],
  Bing: [
    (url) => `https://www.bing.com/ck/a?!&&p=x&ptn=3&u=a1${base64Url(url)}&ntb=1`,
    inParameter("www.bing.com/images/search?view=detailv2&mediaurl=", "&exph=4"),
  ],
  "Yahoo’s search": [inParameter("r.search.yahoo.com/_ylt=x/RV=2/RE=1/RO=10/RU=", "/RK=2/RS=y-")],
  "Google Lens": [inParameter("lens.google.com/uploadbyurl?url=", "&hl=de")],
  "Pinterest’s redirect": [inParameter("www.pinterest.com/offsite/?token=1-2&url=", "&pin=1")],
  "Medium’s redirect": [inParameter("medium.com/r/?url=")],
  "Bluesky’s redirect": [inParameter("go.bsky.app/redirect?u=")],
  "TikTok’s redirect": [inParameter("www.tiktok.com/link/v2?aid=1&target=")],
  "Weibo’s redirect": [inParameter("weibo.cn/sinaurl?u=")],
  "WeChat’s redirect": [inParameter("weixin110.qq.com/cgi-bin/mmspamsupport-bin/x?main_type=2&url=")],
  "QQ’s redirect": [inParameter("c.pc.qq.com/middlem.html?pfurl=", "&pfuin=1")],
  "Feishu’s redirect": [inParameter("security.feishu.cn/link/safety?target=", "&scene=ccm")],
  "Zhihu’s redirect": [inParameter("link.zhihu.com/?target=")],
  "Juejin’s redirect": [inParameter("link.juejin.cn/?target=")],
  "CSDN’s redirect": [inParameter("link.csdn.net/?target=")],
  "X’s sharing": [inParameter("twitter.com/intent/tweet?url=", "&text=x"), inParameter("x.com/share?url=")],
  "Facebook’s sharing": [inParameter("www.facebook.com/sharer/sharer.php?u=")],
  "LinkedIn’s sharing": [inParameter("www.linkedin.com/sharing/share-offsite/?url=")],
  "Telegram’s sharing": [inParameter("t.me/share/url?url=", "&text=x")],
  "WhatsApp’s sharing": [
    (url) => `https://api.whatsapp.com/send?text=${encodeURIComponent(`Look: ${url}`)}`,
    inParameter("wa.me/?text="),
  ],
  "PageSpeed Insights": [inParameter("pagespeed.web.dev/analysis?url=", "&form_factor=mobile")],
  "the W3C’s validator": [
    inParameter("validator.w3.org/nu/?doc="),
    inParameter("validator.w3.org/check?uri="),
  ],
  "Facebook’s debugger": [inParameter("developers.facebook.com/tools/debug/?q=")],
  Substack: [inParameter("substackcdn.com/image/fetch/w_1456,c_limit,f_auto/")],
  ImageKit: [
    behind("ik.imagekit.io/fjord/tr:w-300/"),
    (url) => `https://ik.imagekit.io/fjord/${url}&tr=w-300`,
  ],
  Notion: [inParameter("www.notion.so/image/", "?table=block&id=x&cache=v2")],
  Thumbor: [behind("thumbs.fjord.test/unsafe/300x200/smart/")],
  imgproxy: [inParameter("proxy.fjord.test/insecure/rs:fit:300/plain/", "@webp")],
  "Bing’s translator": [inParameter("www.translatetheweb.com/?from=&to=de&a=")],
  "Google Docs": [inParameter("docs.google.com/gview?embedded=true&url=")],
  "Office’s viewer": [inParameter("view.officeapps.live.com/op/view.aspx?src=", "&wdOrigin=x")],
  "archive.today": [behind("archive.ph/2026/"), behind("archive.is/")],
  "the Wayback Machine": [
    behind("web.archive.org/web/20261125/"),
    behind("web.archive.org/web/20261125214011im_/"),
  ],
};

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });
const name = fc.string({ unit: fc.constantFrom(..."abcdefghijkmnz019"), minLength: 1, maxLength: 8 });
const value = fc
  .oneof(name, fc.string({ unit: fc.constantFrom(..."abcäé /:?&=%+._~-!*"), minLength: 1, maxLength: 8 }))
  .map(encodeURIComponent);
const query = fc
  .array(fc.tuple(name, value), { minLength: 1, maxLength: 4 })
  .map((pairs) => pairs.map(([name, value]) => `p${name}=${value}`).join("&"));
const segments = fc.array(name, { minLength: 1, maxLength: 3 }).map((list) => list.join("/"));

const signedUrl = fc.oneof(
  fc
    .tuple(name, segments, query, hex(40))
    .map(
      ([host, path, query, digits]) => `https://${host}.libpx.com/${path}.jpg?${query}&signature=${digits}`,
    ),
  fc
    .tuple(name, fc.oneof(hex(40), hex(64)), fc.constantFrom("png", "webp", "pdf"), value, query)
    .map(
      ([key, token, format, page, query]) =>
        `https://api.urlbox.com/v1/${key}/${token}/${format}?url=https%3A%2F%2F${page}&${query}z`,
    ),
);

const wraps = Object.entries(WRAPS).flatMap(([name, list]) => list.map((wrap) => ({ name, wrap })));

describe("services that carry URLs", () => {
  test("each has an example of what it makes of a URL", () => {
    expect(Object.keys(WRAPS).sort()).toEqual([...new Set(CARRIERS.map(({ name }) => name))].sort());
  });

  test.each(wraps)("whatever the signed URL, it is taken out of $name", ({ name, wrap }) => {
    fc.assert(
      fc.property(signedUrl, (url) => {
        const found = findUrl(wrap(url), vendor);
        expect(found?.url).toBe(url);
        expect(found?.layers).toEqual([name]);
      }),
      { numRuns: 30 },
    );
  });

  test("also out of two, one inside the other, and in the middle of a sentence", () => {
    const inner = wraps.filter(({ name }) => name !== "Discord’s image proxy");
    const outer = wraps.filter(({ wrap }) => wrap("https://x.test/").includes("%3A%2F%2F"));
    fc.assert(
      fc.property(signedUrl, fc.constantFrom(...inner), fc.constantFrom(...outer), (url, one, two) => {
        const found = findUrl(`See ${two.wrap(one.wrap(url))} there.`, vendor);
        expect(found?.url).toBe(url);
        expect(found?.layers).toEqual([one.name, two.name]);
      }),
    );
  });

  const signed = "https://fjord.libpx.com/a.jpg?w=3&signature=5d41402abc4b2a76b9719d911017c592aa11bb22";
  const safe = (url: string) => WRAPS["Outlook Safe Links"]?.[0]?.(url) ?? "";

  test("the note's layers name the carrier inside the mail", () => {
    const mail = `Click here: ${safe(signed)} now`
      .replaceAll("=", "=3D")
      .replace("safelinks", "safe=\nlinks");
    expect(findUrl(mail, vendor)).toMatchObject({
      url: signed,
      layers: ["Outlook Safe Links", "quoted-printable"],
    });
  });

  const untouched = [
    // What comes out is neither signed nor the vendor's.
    safe("https://www.fjord.test/page?x=1"),
    "https://www.google.com/url?q=https%3A%2F%2Fwww.fjord.test%2F",
    "https://web.archive.org/web/2026/https://www.fjord.test/",
    "https://www.google.com/url?q=",
    "https://urldefense.com/v3/__https://www.fjord.test/__;!!x$",
    // No listed service.
    `https://www.fjord.test/proxy?url=${encodeURIComponent(signed)}`,
    `https://evil.test/safelinks.protection.outlook.com/?url=${encodeURIComponent(signed)}`,
    // The vendor's own, or signed itself: a signed source is a part of it.
    `https://fjord.libpx.com/?src=${encodeURIComponent(signed)}&width=4`,
    `https://fjord.libpx.com/_next/image?url=${encodeURIComponent(signed)}`,
    `https://img.fjord.test/_next/image?url=${encodeURIComponent(signed)}&signature=${"1".repeat(40)}`,
    `https://api.urlbox.com/v1/K/${"ab".repeat(20)}/png?url=${encodeURIComponent(safe(signed))}`,
    `https://api.urlbox.com/v1/K/png?url=${encodeURIComponent(signed)}`,
  ];
  test.each(untouched)("%s stays as it is", (url) => {
    expect(find(url) ?? url).toBe(url);
    expect(find(`See ${url} there`)).toBe(url);
  });

  test("what the vendor's own URL holds is unsigned, yet it is taken out", () => {
    expect(find(safe("https://fjord.libpx.com/a.jpg?w=3"))).toBe("https://fjord.libpx.com/a.jpg?w=3");
  });

  const rows = [
    { input: "https://protect-eu.mimecast.com/s/aBcD?domain=fjord.test", out: "Mimecast" },
    { input: "https://url.uk.m.mimecastprotect.com/s/aBcD", out: "Mimecast" },
    { input: "https://bit.ly/3xYz", out: "bit.ly" },
    { input: "http://t.co/aBcD", out: "X’s t.co" },
    { input: "https://u123.ct.sendgrid.net/ls/click?upn=x", out: "SendGrid" },
    { input: "https://fjord.libpx.com/bit.ly/x", out: null },
    { input: "https://habit.ly/x", out: null },
    { input: "https://at.co/x", out: null },
  ];
  test.each(rows)("$input hides its address: $out", ({ input, out }) => {
    expect(opaqueCarrier(input)).toBe(out);
  });
});

describe("several URLs in one paste", () => {
  const one = "https://fjord.libpx.com/a.jpg?w=3&signature=5d41402abc4b2a76b9719d911017c592aa11bb22";
  const two = "https://fjord.libpx.com/b.jpg?w=4";
  const three = `https://api.urlbox.com/v1/K/${"ab".repeat(20)}/png?url=fjord.test`;

  test("each of the vendor's and each signed one is found with its place", () => {
    const pasted = `First ${one}, then <a href="${two.replaceAll("&", "&amp;")}">b</a>,\nhttps://www.fjord.test/ and\n${three}\n`;
    const found = findUrls(pasted, vendor);
    expect(found.map(({ url }) => url)).toEqual([one, two, three]);
    for (const { url, place } of found) expect(pasted.slice(place.start, place.end)).toBe(url);
  });

  test("the paths of a log, too", () => {
    const line = (path: string) => `203.0.113.7 - - [x] "GET ${path} HTTP/1.1" 401 12 "-" "UA"\n`;
    const paths = [1, 2, 3].map((n) => `/a${n}.jpg?w=3&signature=${String(n).repeat(40)}`);
    expect(findUrls(paths.map(line).join(""), vendor).map(({ url }) => url)).toEqual(paths);
  });

  test("a srcset pasted whole", () => {
    const widths = [320, 640].map(
      (w) => `https://fjord.libpx.com/a.jpg?w=${w}&amp;signature=${"5d".repeat(20)}`,
    );
    const pasted = `<img srcset="${widths.join(" 1x, ")} 2x">`;
    expect(findUrls(pasted, vendor).map(({ url }) => url)).toEqual(
      widths.map((url) => url.replace("&amp;", "&")),
    );
  });

  test("in mail source, with places in the paste", () => {
    const pasted = `See ${one.replaceAll("=", "=3D")} and =\n${two.replaceAll("=", "=3D")} there`;
    const found = findUrls(pasted, vendor);
    expect(found.map(({ url }) => url)).toEqual([one, two]);
    expect(found.map(({ place }) => pasted.slice(place.start, place.end))).toEqual(
      [one, two].map((url) => url.replaceAll("=", "=3D")),
    );
  });

  test("none in a text without", () => {
    expect(findUrls("no URL, and https://www.fjord.test/page", vendor)).toEqual([]);
  });
});
