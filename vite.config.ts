import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { canOpenBrowser } from "./build/can-open-browser.ts";
import { checksums } from "./build/checksums.ts";
import { chunks } from "./build/chunks.ts";
import { integrity } from "./build/integrity.ts";
import { mistakePages } from "./build/mistake-pages.ts";
import {
  hostFiles,
  linkCard,
  plainImports,
  prerender,
  queriesAlone,
  securityHeaders,
  styleOnce,
} from "./build/plugins.ts";
import { precache } from "./build/precache.ts";
import { promises } from "./build/promises.ts";

export default defineConfig({
  base: "./",
  // An unknown path is no page, and least of all the playground without its headers.
  appType: "mpa",
  plugins: [
    react(),
    tailwindcss(),
    styleOnce(),
    plainImports(),
    queriesAlone(),
    prerender(),
    linkCard(),
    promises(),
    mistakePages(),
    integrity(),
    hostFiles(),
    precache(),
    checksums(),
    securityHeaders(),
  ],
  build: {
    target: "es2023",
    // What comes late comes when the page rests: only a page names in advance what its scripts import.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === "html" ? files : []),
    },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: "index.html", embed: "embed.html", sw: "src/service-worker/worker.ts" },
      output: {
        codeSplitting: { groups: chunks },
        // A service worker keeps its name, and stands where it may speak for the whole folder.
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  worker: { format: "es" },
  preview: { host: "127.0.0.1", open: canOpenBrowser(process.platform, process.env) },
});
