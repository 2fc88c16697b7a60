// `npm run bench [SECTION…]`: measures, prints, asserts nothing. Vite reads the TypeScript, which Node 20 cannot.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

// Else Vite's runner makes it "development", and the page would be built with React's slow half.
process.env.NODE_ENV = "production";
const { module } = await runnerImport(fileURLToPath(new URL("bench.ts", import.meta.url)), {
  configFile: false,
  logLevel: "error",
});
await module.bench(process.argv.slice(2));
