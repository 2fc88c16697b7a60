import { createServer, type Plugin } from "vite";
import { metaPolicy } from "./headers.ts";

/** Writes `mistakes/*.html` and `vectors/*.json` from the catalogue. */
export function mistakePages(): Plugin {
  return {
    name: "mistake-pages",
    apply: "build",
    async generateBundle(_options, bundle) {
      const css = Object.keys(bundle).find((file) => file.endsWith(".css"));
      if (!css) return this.error("the build made no style sheet");
      const server = await createServer({
        server: { middlewareMode: true, hmr: false, ws: false },
        appType: "custom",
        logLevel: "error",
      });
      try {
        const { renderPages } = (await server.ssrLoadModule(
          "/src/mistake-pages/render.tsx",
        )) as typeof import("../src/mistake-pages/render");
        const { writeVectors } = (await server.ssrLoadModule(
          "/src/vectors/rows.ts",
        )) as typeof import("../src/vectors/rows");
        const site = process.env.SITE_URL;
        const pages = await renderPages({
          css: `../${css}`,
          policy: metaPolicy("/mistakes/page.html"),
          ...(site && { site: new URL("./", site).href }),
        });
        for (const { fileName, source } of [...pages, ...(await writeVectors())])
          this.emitFile({ type: "asset", fileName, source });
      } finally {
        await server.close();
      }
    },
  };
}
