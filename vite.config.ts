import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { createServer, type Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { embedHeaders, metaPolicy, pageHeaders } from "./src/headers.ts";

export default defineConfig({
  base: "./",
  plugins: [react(), tailwindcss(), prerender(), securityHeaders()],
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { input: ["index.html", "embed.html"] },
  },
  worker: { format: "es" },
  preview: { host: "127.0.0.1" },
  test: { include: ["src/**/*.test.ts"], testTimeout: 60_000 },
});

/** Renders the first screen into the page at build time, so that it is there before any script. */
function prerender(): Plugin {
  return {
    name: "prerender",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      async handler(html, { path, bundle }) {
        const server = await createServer({
          server: { middlewareMode: true },
          appType: "custom",
          logLevel: "error",
        });
        try {
          const { prerender } = (await server.ssrLoadModule(
            "/src/prerender.tsx",
          )) as typeof import("./src/prerender");
          const { markup, firstSignature } = await prerender(path);
          const fonts = Object.keys(bundle ?? {}).filter((file) => file.endsWith(".woff2"));
          const preloads = fonts.map(
            (file) => `\n    <link rel="preload" href="./${file}" as="font" type="font/woff2" crossorigin>`,
          );
          return html
            .replace(
              '<div id="root"></div>',
              () => `<div id="root" data-signature="${firstSignature}">${markup}</div>`,
            )
            .replace(
              /<meta charset="[^"]+" ?\/?>/,
              (meta) =>
                `${meta}\n    <meta http-equiv="Content-Security-Policy" content="${metaPolicy}">${preloads.join("")}`,
            );
        } finally {
          await server.close();
        }
      },
    },
  };
}

/** The preview server answers with the headers that a host is asked to send. */
function securityHeaders(): Plugin {
  return {
    name: "security-headers",
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? "").split(/[?#]/, 1)[0] ?? "";
        const headers = path.endsWith("/embed.html") ? embedHeaders : pageHeaders;
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        next();
      });
    },
  };
}
