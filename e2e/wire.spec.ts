/**
 * The proof that the playground is right about the wire: what it signs is what reaches the vendor. Final URLs are opened in
 * Chromium, and sent as they stand by a plain client, against a vendor that shares no code with the playground.
 */
import { request } from "node:http";
import type { Browser, Page } from "@playwright/test";
import fc from "fast-check";
import "../src/property-seed";
import { libpixel } from "../src/schemes/libpixel";
import { urlbox } from "../src/schemes/urlbox";
import { checkDelivery } from "../src/signing/clients/delivery";
import { sign } from "../src/signing/computations";
import { readPaste } from "../src/signing/read-paste";
import { joinParts } from "../src/signing/sign";
import { expect, testInOpenTab as test } from "./fixtures";
import type { Outputs, Playground } from "./playground";
import type { Vendor } from "./vendor";

/** The two whose rules the vendor of these tests knows. */
type SchemeLabel = "LibPixel" | "Urlbox";

/** What every client sends alike. Text after the vendor's origin. */
const alike: Readonly<Record<SchemeLabel, readonly string[]>> = {
  LibPixel: [
    "",
    "/",
    "/?",
    "?src=image.jpg",
    "/?src=https://a.test/1.jpg?v=1&width=2",
    "/images/1.jpg?width=400&height=300",
    "/a b.jpg?q=c d",
    "/é/日本/😀?q=ü",
    "/e\u0301?q=\u00e9",
    "/%2f%2F%20%?a=%&b=%zz",
    "//double//slash//?q=//",
    "/a?b?c?d",
    "/a?&&b=&=c&",
    "/a?x=1+2%2B3&x=1",
    "/it's.jpg?q=1",
    "/!$()*,;:@~_-.=+&?!$()*,;:@~_-.=+/",
    "/[a]b?c[]=1|2&d={}^`\\",
    "/...?q=../..",
    "/a\tb\r\nc?d\ne",
    "/\u0001\u007f\u00a0\u200b\ufeff?\u202e",
    "/\ud800?\udfff",
    "/a?q=1#fragment?x='",
    "/a#",
    "/__proto__?constructor=toString",
  ],
  Urlbox: [
    "/v1/KEY/png?url=example.com",
    "/v1/KEY/png?url=https://example.com/?a=1",
    "/v1/KEY/jpeg?html=<b>é".replace(/[<>]/g, encodeURIComponent),
    "/v1/KEY/pdf?width=1&url=https%3A%2F%2Fexample.com%2F%3Fa%3D1%26b%3D2&&",
    "/v1/KEY/png?url=é ü\t\n日本😀\ud800",
    "/v1/KEY/png?url=a?b?c#d",
    "/v1/KEY/png?url=[]{}|^`\\!$()*,;:@~%zz%+",
    "/v1/K É Y/png?url=a",
    "/v1/KEY/bmp?url=a",
    "/v1/it's/png?url=a",
  ],
};

/** What a browser sends otherwise than it stands there. */
const changed: Readonly<Record<SchemeLabel, readonly string[]>> = {
  LibPixel: [
    "/?q=it's",
    '/?q="quoted"',
    "/?q=<b>",
    '/"a"',
    "/<a>",
    "/{a}`b",
    "/a|b^c",
    "/a\\b",
    "\\a?b",
    "/a/../b.jpg?width=1",
    "/../a",
    "/./a/.",
    "/a/..",
    "/%2e%2E/a",
    "/a/.%2e?q=1",
    "/é/../ü?q='",
  ],
  Urlbox: [
    "/v1/KEY/png?url=it's",
    '/v1/KEY/png?url=a&html="<b>\'"',
    "/v1/KEY/png?url=<>#'",
    "/v1/KEY/png?url=https://example.com/O'Neill d'Été",
  ],
};

const secret = "vendor-secret-é";

/** A page of the vendor's own, whose requests the playground's policy does not bind; in a window of its own, or one waits. */
async function vendorPage(browser: Browser, origin: string): Promise<Page> {
  const tab = await browser.newPage();
  await tab.goto(`${origin}/`);
  return tab;
}

interface Arrival {
  /** What the vendor answered to each way of asking. */
  readonly fetch: string;
  readonly image: string;
  readonly navigation: string;
  /** The target less the signature, as it arrived. */
  readonly target: string;
}

const stripped = (target: string) =>
  target.replace(/[?&]signature=[0-9a-f]+$/, "").replace(/^(\/v1\/[^/]+)\/[0-9a-f]{40}\//, "$1/");

async function openInBrowser(tab: Page, vendor: Vendor, url: string): Promise<Arrival> {
  vendor.visits.length = 0;
  await tab.evaluate(async (url) => {
    await fetch(url);
    const image = new Image();
    const settled = new Promise((resolve) => {
      image.onload = resolve;
      image.onerror = resolve;
    });
    image.src = url;
    await settled;
  }, url);
  await tab.goto(url);
  const answers = vendor.visits.map(({ refusal }) => refusal || "yes");
  const targets = new Set(vendor.visits.map(({ target }) => stripped(target)));
  const [fetched = "", image = "", navigation = ""] = answers;
  return { fetch: fetched, image, navigation, target: [...targets].join(" or ") };
}

/** Sends the target exactly as it stands, as curl does with `--path-as-is`. */
async function sendAsItStands(vendor: Vendor, origin: string, url: string): Promise<string> {
  const { hostname, port, host } = new URL(origin);
  const path = url.slice(origin.length).replace(/#.*/s, "");
  vendor.visits.length = 0;
  await new Promise<void>((resolve, reject) => {
    const target = path.startsWith("/") ? path : `/${path}`;
    request({ host: "127.0.0.1", port, path: target, headers: { host: host || hostname } }, (response) => {
      response.resume();
      response.on("end", resolve);
    })
      .on("error", reject)
      .end();
  });
  return vendor.visits[0]?.refusal || "yes";
}

const target = ({ signingString }: Outputs, scheme: SchemeLabel, origin: string, signedUrl: string) =>
  scheme === "LibPixel"
    ? signingString
    : stripped(signedUrl.slice(origin.length)).replace(/\?.*/s, `?${signingString}`);

const originOf = (scheme: SchemeLabel, vendor: Vendor) =>
  scheme === "LibPixel" ? vendor.libpixel : vendor.urlbox;

async function signFor(playground: Playground, scheme: SchemeLabel, vendor: Vendor): Promise<string> {
  expect(secret).toBe(vendor.secret);
  await playground.setScheme(scheme);
  await playground.setSecret(secret);
  return originOf(scheme, vendor);
}

const schemeOf = { LibPixel: libpixel, Urlbox: urlbox } as const;

/** What the page makes of a URL, made here by the same functions; `rewritten` where a note says that browsers change it. */
async function signInNode(scheme: SchemeLabel, url: string) {
  const { assemble } = schemeOf[scheme];
  const { request } = readPaste(schemeOf[scheme], url, { apiKey: "", format: "" });
  if (!request.ok) throw new Error(`${url}: ${request.problem.sentence}`);
  const signature = await sign("SHA-1", secret, request.value.signingString);
  const delivery = checkDelivery(request.value.unsigned).find(({ kind }) => kind === "delivery");
  return { signedUrl: joinParts(assemble(request.value, signature)), rewritten: delivery?.rewrite?.text };
}

const yes = { fetch: "yes", image: "yes", navigation: "yes" };

for (const scheme of ["LibPixel", "Urlbox"] as const) {
  test(`${scheme}: what every client sends alike is accepted as it was signed`, async ({
    playground,
    vendor,
    browser,
  }) => {
    const origin = await signFor(playground, scheme, vendor);
    const tab = await vendorPage(browser, origin);
    for (const input of alike[scheme]) {
      await playground.setUrl(origin + input);
      const outputs = await playground.outputs();
      expect.soft(outputs.notes, input).not.toContain("delivery");
      const arrival = await openInBrowser(tab, vendor, outputs.signedUrl);
      const expected = target(outputs, scheme, origin, outputs.signedUrl);
      expect.soft(arrival, input).toEqual({ ...yes, target: expected });
      expect.soft(await sendAsItStands(vendor, origin, outputs.signedUrl), input).toBe("yes");
    }
  });

  test(`${scheme}: what browsers change is refused, and accepted once rewritten`, async ({
    playground,
    vendor,
    browser,
  }) => {
    const origin = await signFor(playground, scheme, vendor);
    const tab = await vendorPage(browser, origin);
    const no = { LibPixel: "wrong signature", Urlbox: "the generated token was incorrect" }[scheme];
    for (const input of changed[scheme]) {
      await playground.setUrl(origin + input);
      const outputs = await playground.outputs();
      expect.soft(outputs.notes, input).toContain("delivery");
      const refused = await openInBrowser(tab, vendor, outputs.signedUrl);
      expect.soft(refused, input).toMatchObject({ fetch: no, image: no, navigation: no });

      await playground
        .note("delivery")
        .getByRole("button", { name: "Rewrite to what browsers send" })
        .click();
      const rewritten = await playground.outputs();
      expect.soft(rewritten.notes, input).not.toContain("delivery");
      const arrival = await openInBrowser(tab, vendor, rewritten.signedUrl);
      const expected = target(rewritten, scheme, origin, rewritten.signedUrl);
      expect.soft(arrival, input).toEqual({ ...yes, target: expected });
      expect.soft(await sendAsItStands(vendor, origin, rewritten.signedUrl), input).toBe("yes");
    }
  });

  // The page is not needed for it: that it shows this note, and what its button does, the test above has told.
  test(`${scheme}: a note stands where a browser changes a URL, and nowhere else`, async ({
    vendor,
    browser,
  }) => {
    const origin = originOf(scheme, vendor);
    const tab = await vendorPage(browser, origin);
    const sent = async (url: string) => {
      vendor.visits.length = 0;
      await tab.evaluate((url) => fetch(url).then(() => {}), url);
      return vendor.visits[0]?.refusal || "yes";
    };
    const piece = fc.oneof(
      fc.constantFrom(
        "a",
        "/",
        "//",
        ".",
        "..",
        "/../",
        "/./",
        "%2e",
        "%2E.",
        "\\",
        "'",
        '"',
        "<",
        ">",
        "|",
        "^",
      ),
      fc.constantFrom(
        "`",
        "{",
        "}",
        "[",
        "]",
        "%",
        "%20",
        "+",
        "&",
        "=",
        "?",
        "#",
        " ",
        "\n",
        "\t",
        "é",
        "😀",
      ),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    );
    const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(""));
    const start = scheme === "LibPixel" ? "" : "/v1/KEY/png?url=";
    await fc.assert(
      fc.asyncProperty(text, async (text) => {
        // A character at the end, so that white space there is inside; "signature" cannot come about by chance.
        const { signedUrl, rewritten } = await signInNode(
          scheme,
          `${origin}${scheme === "LibPixel" ? "/" : start}${text}z`,
        );
        const answer = rewritten === undefined ? /^yes$/ : /wrong signature|token was incorrect/;
        expect(await sent(signedUrl)).toMatch(answer);
        if (rewritten === undefined) return;
        expect(await sent((await signInNode(scheme, rewritten)).signedUrl)).toBe("yes");
      }),
      { numRuns: 100, interruptAfterTimeLimit: 60_000 },
    );
  });
}
