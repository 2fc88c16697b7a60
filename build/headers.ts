import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

/**
 * The one source of what a host is asked to send: the `<meta>` policy and the preview server take it from here; `_headers` and
 * `nginx.conf` of each build are written from it. They hold the hashes of what stands in its pages: so `hosting/` shows
 * them without (headers.test.ts holds them equal).
 */

const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  // A file without a policy of its own would be a way out, so boot.js narrows this to open.html and embed.html, which have one.
  "frame-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types countersign",
];

/** Of what each build writes into its pages, the source expressions that allow it. */
export interface InlineHashes {
  readonly style: string;
  /** The import map, which names the digests of scripts. */
  readonly importMap: string;
}

/** Stand for them where there is no build. */
export const UNKNOWN: InlineHashes = { style: "'sha256-…style'", importMap: "'sha256-…importmap'" };

/** What goes into each page as it is, so that its first paint waits for nothing else. */
export const bootScript = readFileSync(new URL("../public/boot.js", import.meta.url), "utf8");

/** A source expression that allows exactly this text. */
export const hashSource = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Those of a built page. */
export const inlineHashes = (html: string): InlineHashes => ({
  style: hashSource(/<style>(.*?)<\/style>/s.exec(html)?.[1] ?? ""),
  importMap: hashSource(/<script type="importmap">(.*?)<\/script>/s.exec(html)?.[1] ?? ""),
});

const sitePolicy = DIRECTIVES.join("; ");
const boot = `script-src 'self' ${hashSource(bootScript)}`;
const bootPolicy = sitePolicy.replace("script-src 'self'", boot);
/** A page holds three texts: `boot.js`, the import map and its style sheet. Nothing else may stand in it. */
const pagePolicy = bootPolicy
  .replace(boot, `${boot} ${UNKNOWN.importMap}`)
  .replace("style-src 'self'", `style-src 'self' ${UNKNOWN.style}`);
/** Whoever frames the embed may put another document into each frame of it, so it has none. */
const embedPolicy = pagePolicy.replace("frame-src 'self'", "frame-src 'none'");

/** The policy for a page's `<meta>`, which cannot carry `frame-ancestors`. Pages beside the playground hold no text that runs. */
export function metaPolicy(path: string, hashes = UNKNOWN): string {
  if (path.endsWith("/embed.html")) return allowing(hashes, embedPolicy);
  return path.endsWith("/index.html") ? allowing(hashes, pagePolicy) : sitePolicy;
}

/** A text with these in the places of the unknown. */
export function allowing({ style, importMap }: InlineHashes, text: string): string {
  return text.replaceAll(UNKNOWN.style, style).replaceAll(UNKNOWN.importMap, importMap);
}

export type Headers = Readonly<Record<string, string>>;

const common: Headers = {
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), clipboard-read=(), clipboard-write=(self)",
};

/**
 * Holds a page or a worker to its own site, whatever way out it finds: navigation and WebRTC, too, which no content policy
 * stops (Chromium from 152 on; https://wicg.github.io/connection-allowlists/). A pattern with an empty query matches that one
 * address. Redirects: hosts drop `.html`, vendors move their documentation; they lead where the site or the vendor says.
 */
const siteOnly = (...addresses: readonly string[]): Headers => ({
  "Connection-Allowlist": `(${["response-origin", ...addresses.map((address) => `"${address}?"`)].join(" ")});redirects=allow`,
});

const schemes = new URL("../src/schemes/", import.meta.url);

/** Every scheme's `sources`, read as data: what the build imports of the page would restart the development server. */
const sources = readdirSync(schemes, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort()
  .flatMap((name): string[] => JSON.parse(readFileSync(new URL(`${name}/sources.json`, schemes), "utf8")));

/** Its links lead to every scheme's `sources`; the one to the final URL, which may lead anywhere, is in open.html. */
const pageOnly = siteOnly(...sources);

/** Asked for again each time, so that a page and its assets are of one build. */
const page: Headers = {
  "Cache-Control": "no-cache",
  "Content-Security-Policy": `${pagePolicy}; frame-ancestors 'none'`,
  "Cross-Origin-Opener-Policy": "same-origin",
  ...pageOnly,
  ...common,
};

/** Any site may frame it. An opener policy means nothing in a frame: what it opens has one of its own. */
const embed: Headers = {
  "Cache-Control": "no-cache",
  "Content-Security-Policy": `${embedPolicy}; frame-ancestors *`,
  "Cross-Origin-Opener-Policy": "unsafe-none",
  ...pageOnly,
  ...common,
};

const openSource = readFileSync(new URL("../public/open.html", import.meta.url), "utf8");

/** The `<meta>` policy of the page with the link to the final URL. */
export const openPolicy =
  /Content-Security-Policy" content="([^"]+)"/.exec(openSource)?.[1] ?? "default-src 'none'";

/** Of no origin, so that no script around it can click in it. */
const open: Headers = {
  "Cache-Control": "no-cache",
  "Content-Security-Policy": `sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox; ${openPolicy}; frame-ancestors 'self'`,
  "Cross-Origin-Opener-Policy": "unsafe-none",
  // Anywhere: said, for a host may give it what it gives every path.
  "Connection-Allowlist": '("*://*:*/*?*")',
  ...common,
};

/** It alone fetches: the files of the build. */
const serviceWorker: Headers = {
  "Content-Security-Policy": "default-src 'none'; connect-src 'self'",
  "Cache-Control": "no-cache",
  "Cross-Origin-Opener-Policy": "same-origin",
  ...siteOnly(),
  ...common,
};

/** Of all that a page holds it allows `boot.js` alone, which refuses to run a page under a name that is not its own. */
const bare: Headers = { ...page, "Content-Security-Policy": `${bootPolicy}; frame-ancestors 'none'` };

/** Their names change with their content. The diagnosis worker is among them, and takes its policy from its own response. */
const asset: Headers = { ...bare, ...siteOnly(), "Cache-Control": "public, max-age=31536000, immutable" };

/**
 * All else, whether it is there or not and however its name is spelled: opened as a page it would be one of this origin, and a
 * way out, so it gets the limits of one.
 */
export const anyOther: Headers = { ...bare, ...siteOnly() };

/** The paths that differ from all else, each in one rule. Some hosts drop `.html`. */
export const headerRules: ReadonlyArray<{ readonly paths: readonly string[]; readonly headers: Headers }> = [
  { paths: ["/", "/index.html"], headers: page },
  { paths: ["/embed.html", "/embed"], headers: embed },
  { paths: ["/open.html", "/open"], headers: open },
  { paths: ["/sw.js"], headers: serviceWorker },
  { paths: ["/assets/*"], headers: asset },
];

/** The headers of a path, by its end, for the playground may stand under any path. What is not there is no page, either. */
export function headersFor(path: string, hashes = UNKNOWN): Headers {
  const rule = headerRules.find(({ paths }) =>
    paths.some((pattern) =>
      pattern.endsWith("*") ? path.includes(pattern.slice(0, -1)) : path.endsWith(pattern),
    ),
  );
  const headers = Object.entries(rule?.headers ?? anyOther);
  return Object.fromEntries(headers.map(([name, value]) => [name, allowing(hashes, value)]));
}

/**
 * `_headers`, as Netlify and Cloudflare Pages read it. Every rule that fits a path counts, from the first. Netlify takes the
 * last value of a header. Cloudflare joins the values, unless a line with `!` drops what came before; Netlify passes over that
 * line. So the rule of every path is the first, and each of the others drops all of it and says all anew.
 */
export function writeHeadersFile(hashes = UNKNOWN): string {
  const say = (headers: Headers) => lines(headers, (name, value) => `  ${name}: ${value}`);
  const drop = lines(anyOther, (name) => `  ! ${name}`);
  const rules = headerRules.flatMap(({ paths, headers }) =>
    paths.map((path) => `${path}\n${drop}${say(headers)}`),
  );
  return allowing(hashes, [`/*\n${say(anyOther)}`, ...rules].join("\n"));
}

/** `nginx.conf`, the locations of a server. It decodes a path before it looks for its location. */
export function writeNginx(hashes = UNKNOWN): string {
  const all = [{ paths: ["/*"], headers: anyOther }, ...headerRules];
  const locations = all.flatMap(({ paths, headers }) =>
    paths.map((path) => {
      const added = lines(headers, (name, value) => `  add_header ${name} "${quoted(value)}" always;`);
      return `location ${nginxMatch(path)} {\n${added}}\n`;
    }),
  );
  const hidden = HOST_FILES.map((name) => `location = /${name} {\n  return 404;\n}\n\n`).join("");
  const text = `# Inside \`server { root …/dist; index index.html; … }\`. Under a sub-path, put that before each path.\n\nerror_page 404 /404.html;\n\n${hidden}${locations.join("\n")}`;
  return allowing(hashes, text);
}

/** Files of the build that are for hosts, not for visitors. */
export const HOST_FILES = ["_headers", "nginx.conf"] as const;

function nginxMatch(path: string): string {
  if (path === "/*") return "/";
  return path.endsWith("*") ? `^~ ${path.slice(0, -1)}` : `= ${path}`;
}

function quoted(value: string): string {
  return value.replaceAll('"', '\\"');
}

function lines(headers: Headers, line: (name: string, value: string) => string): string {
  return Object.entries(headers)
    .map(([name, value]) => `${line(name, value)}\n`)
    .join("");
}
