import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createServer, type IndexHtmlTransformContext, type Plugin } from "vite";
import {
  bootScript,
  hashSource,
  headersFor,
  inlineHashes,
  metaPolicy,
  UNKNOWN,
  writeHeadersFile,
  writeNginx,
} from "./headers.ts";

/** Renders the first screen into the page at build time, so that it is there before any script. */
export function prerender(): Plugin {
  return {
    name: "prerender",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      async handler(html, { path, bundle }) {
        const server = await createServer({
          server: { middlewareMode: true, hmr: false, ws: false },
          appType: "custom",
          logLevel: "error",
        });
        try {
          const { prerender } = (await server.ssrLoadModule(
            "/src/prerender.tsx",
          )) as typeof import("../src/prerender");
          const { markup, firstSignature } = await prerender(path);
          const style = styleSheet(bundle ?? {});
          // What scripts hold is not settled yet: integrity.ts comes later.
          const policy = metaPolicy(path, { ...UNKNOWN, style: hashSource(style) });
          const fonts = Object.keys(bundle ?? {})
            .filter((file) => file.endsWith(".woff2"))
            .map(
              (file) => `    <link rel="preload" href="./${file}" as="font" type="font/woff2" crossorigin>\n`,
            );
          return setAside(html, fonts)
            .replace(/\s*<link rel="stylesheet"[^>]*>/, "")
            .replace('<script src="./boot.js"', "<script")
            .replace(/(<script data-names=[^>]*>)(?=<\/script>)/, (tag) => tag + bootScript)
            .replace(
              '<div id="root"></div>',
              () => `<div id="root" data-signature="${firstSignature}">${markup}</div>`,
            )
            .replace(
              /<meta charset="[^"]+" ?\/?>/,
              (meta) =>
                `${meta}\n    <meta http-equiv="Content-Security-Policy" content="${policy}">\n    <style>${style}</style>`,
            );
        } finally {
          await server.close();
        }
      },
    },
  };
}

/** What loads the page's scripts, and its fonts, for boot.js to put into the page: in a template it loads nothing. */
function setAside(html: string, fonts: readonly string[]): string {
  const template = (what: string, tags: readonly string[]) =>
    `    <template data-late="${what}">\n${tags.join("")}    </template>\n`;
  const scripts = html.match(LOADS_SCRIPT) ?? [];
  const late = template("scripts", scripts) + template("fonts", fonts);
  return html.replace(LOADS_SCRIPT, "").replace(/ *<\/head>/, `${late}  </head>`);
}

const LOADS_SCRIPT = / *<(?:script type="module"[^>]*><\/script>|link rel="modulepreload"[^>]*>)\n/g;

/** Every page holds the style sheet, so no script that comes late asks for it once more, with the fonts in it. */
export function styleOnce(): Plugin {
  return {
    name: "style-once",
    apply: "build",
    enforce: "pre",
    generateBundle: {
      order: "pre",
      handler(_options, bundle) {
        for (const output of Object.values(bundle))
          if (output.type === "chunk") output.viteMetadata?.importedCss.clear();
      },
    },
  };
}

/** What comes late brings no style sheet and names nothing in advance, so Vite’s loader of both is left out. */
export function plainImports(): Plugin {
  return {
    name: "plain-imports",
    apply: "build",
    enforce: "pre",
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => "export const __vitePreload = (load) => load();",
    },
  };
}

/**
 * The page signs and looks up; it changes nothing elsewhere and has no endless lists. What TanStack Query holds for these is left out:
 * who uses `useMutation` takes this away, or it throws at once.
 */
export function queriesAlone(): Plugin {
  return {
    name: "queries-alone",
    apply: "build",
    enforce: "pre",
    load: {
      filter: { id: /query-core\/build\/modern\/(?:mutationCache|infiniteQueryBehavior)\.js/ },
      handler: (id) =>
        id.includes("mutationCache")
          ? "export class MutationCache { getAll = () => []; findAll = () => []; clear() {} resumePausedMutations() {} }"
          : "export const infiniteQueryBehavior = () => {}, hasNextPage = () => false, hasPreviousPage = hasNextPage;",
    },
  };
}

type Bundle = NonNullable<IndexHtmlTransformContext["bundle"]>;

/** The style sheet of every page, for a place beside the folder that holds it. */
function styleSheet(bundle: Bundle): string {
  const [sheet, ...others] = Object.values(bundle).filter(({ fileName }) => fileName.endsWith(".css"));
  if (sheet?.type !== "asset" || others.length > 0) throw new Error("the build made no single style sheet");
  return String(sheet.source).trim().replaceAll("url(./", "url(./assets/");
}

/** What the build holds for hosts, with the hashes of what its pages hold. */
export function hostFiles(): Plugin {
  return {
    name: "host-files",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") this.error("the build made no index.html");
        const hashes = inlineHashes(String(page.source));
        this.emitFile({ type: "asset", fileName: "_headers", source: writeHeadersFile(hashes) });
        this.emitFile({ type: "asset", fileName: "nginx.conf", source: writeNginx(hashes) });
      },
    },
  };
}

/** A link card's picture needs a whole address: it is named where the build knows its own, by `SITE_URL`. */
export function linkCard(): Plugin {
  return {
    name: "link-card",
    transformIndexHtml(_html, { path }) {
      const site = process.env.SITE_URL;
      if (!site || !path.endsWith("/index.html")) return;
      const meta = (name: string, content: string) => ({ tag: "meta", attrs: { property: name, content } });
      return [
        meta("og:url", new URL("./", site).href),
        meta("og:image", new URL("./og.png", site).href),
        meta("og:image:width", "1200"),
        meta("og:image:height", "630"),
        meta("og:image:alt", "A signed URL, its path, query and signature each in a colour of their own"),
        { tag: "meta", attrs: { name: "twitter:card", content: "summary_large_image" } },
      ];
    },
  };
}

/** The preview server answers as a host is asked to: with its headers, and with `404.html` for what is not there. */
export function securityHeaders(): Plugin {
  return {
    name: "security-headers",
    configurePreviewServer(server) {
      const hashes = inlineHashes(readFileSync(join(server.config.build.outDir, "index.html"), "utf8"));
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? "").split(/[?#]/, 1)[0] ?? "";
        for (const [name, value] of Object.entries(headersFor(path, hashes))) response.setHeader(name, value);
        next();
      });
      const notFound = readFileSync(new URL("../public/404.html", import.meta.url));
      return () =>
        server.middlewares.use(({ url = "" }, response, next) => {
          // Pages of the build come after this.
          const { pathname } = new URL(url, "http://localhost");
          if (pathname.endsWith(".html") && existsSync(join(server.config.build.outDir, pathname)))
            return next();
          response.statusCode = 404;
          response.setHeader("Content-Type", "text/html; charset=utf-8");
          response.end(notFound);
        });
    },
  };
}
