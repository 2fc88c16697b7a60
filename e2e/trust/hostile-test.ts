import { test as base } from "../fixtures";
import { type HostileHost, serveHostileHost } from "../hostile-host";

/** A test beside a site that frames or opens the playground. */
export const test = base.extend<object, { host: HostileHost }>({
  host: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const host = await serveHostileHost();
      await use(host);
      await host.close();
    },
    { scope: "worker" },
  ],
});
