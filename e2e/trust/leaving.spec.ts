/** Whether a script that got into the page could send a secret elsewhere. Each way is tried where nothing forbids it, too. */
import { createSocket } from "node:dgram";
import type { Page } from "@playwright/test";
import { newCanary } from "../canary";
import { typeSecret } from "../exercise";
import { expect, test } from "../fixtures";
import { Playground, playgroundAddress } from "../playground";
import { startRecorder } from "../recorder";
import {
  goEach,
  keepBuild,
  placesToKeep,
  reached,
  tryAll,
  waysOutOfPage,
  waysOutOfWorker,
  waysThroughFrame,
  waysToGo,
} from "./ways-out";

// A secret that leaves now and then leaves.
test.describe.configure({ timeout: 120_000, retries: 0 });

for (const { host, headers } of [
  { host: "with our headers", headers: "all" },
  { host: "on a host that sends none", headers: "plain" },
] as const) {
  /** By requests of every kind, from scripts and from elements. */
  test(`not able to leave, even for injected script: from the page, ${host}`, { tag: "@browser" }, async ({
    page,
    faults,
  }) => {
    const elsewhere = await startRecorder();
    const site = await startRecorder(playgroundAddress(), headers);
    const playground = new Playground(page);
    await playground.open(site.address);
    const violations: string[] = [];
    await page.exposeFunction("reportViolation", (directive: string) => violations.push(directive));
    await page.evaluate(() => {
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
        (globalThis as unknown as { reportViolation(text: string): void }).reportViolation(
          effectiveDirective,
        ),
      );
    });
    await typeSecret(playground, newCanary());
    await tryAll(page, waysOutOfPage, elsewhere.address);
    expect(reached(elsewhere.requests)).toEqual([]);
    for (const directive of ["connect-src", "img-src", "script-src-elem", "form-action", "default-src"])
      expect(violations.join(), directive).toContain(directive);
    faults.length = 0;

    const open = await page.context().newPage();
    await open.goto(elsewhere.address.replace("127.0.0.1", "localhost"));
    elsewhere.requests.length = 0;
    await tryAll(open, waysOutOfPage, elsewhere.address);
    const everyWay = [...Object.keys(waysOutOfPage), "favicon"].sort();
    await expect.poll(() => reached(elsewhere.requests)).toEqual(everyWay);
    await elsewhere.close();
    await site.close();
  });

  /** The worker that searches can send nothing, and has no place to keep anything in. */
  test(`not able to leave, even for injected script: from the worker, ${host}`, async ({ page, faults }) => {
    const elsewhere = await startRecorder();
    const site = await startRecorder(playgroundAddress(), headers);
    const playground = new Playground(page);
    await playground.open(site.address);
    // A worker serves one search and ends. Once what is known without a secret is said, the next one is there, and waits.
    await playground.setSecret("");
    await playground.setUrl("https://acme.test/1.jpg?signature=0123456789012345678901234567890123456789");
    await expect(page.getByTestId("known").locator('[data-grade="excluded"]').first()).toBeVisible();
    await expect.poll(() => page.workers().length).toBe(1);
    const [waiting] = page.workers();
    if (!waiting) throw new Error("no worker waits");
    await tryAll(waiting, waysOutOfWorker, elsewhere.address);
    expect(await waiting.evaluate(placesToKeep)).toEqual([]);
    // Nothing but the header stops `import()`, which no script can take away: the one thing that a plain host leaves open.
    const left = headers === "plain" ? ["script"] : [];
    expect(reached(elsewhere.requests)).toEqual(left);

    const open = await page.context().newPage();
    await open.goto(elsewhere.address);
    elsewhere.requests.length = 0;
    const [free] = await Promise.all([
      open.waitForEvent("worker"),
      open.evaluate(() => void new Worker("data:text/javascript,")),
    ]);
    await tryAll(free, waysOutOfWorker, elsewhere.address);
    expect(await free.evaluate(placesToKeep)).toEqual(
      expect.arrayContaining(["indexedDB", "caches", "storage"]),
    );
    // A classic worker has no importing of modules; workers of either kind have no beacon.
    const reachable = Object.keys(waysOutOfWorker).filter((name) => name !== "script" && name !== "beacon");
    await expect.poll(() => reached(elsewhere.requests)).toEqual(expect.arrayContaining(reachable));
    await elsewhere.close();
    await site.close();
    faults.length = 0;
  });
}

test.describe(() => {
  // Each way breaks off the page, and the browser settles when it will; a way out would be found again.
  test.describe.configure({ retries: 1 });
  for (const { from, path, headers } of [
    { from: "from the page", path: "", headers: "all" },
    { from: "from the embed", path: "embed.html", headers: "all" },
    { from: "from the page, once kept, on a host that sends no headers", path: "", headers: "plain" },
  ] as const) {
    test.describe(() => {
      test.use({ serviceWorkers: headers === "plain" ? "allow" : "block" });
      /** By links, windows, forms, frames and refreshes, and by the one frame that may open the signed URL. */
      test(`not able to leave, even for injected script: by going there: ${from}`, async ({ context }) => {
        const elsewhere = await startRecorder();
        const site = await startRecorder(playgroundAddress(), headers);
        const open = async (page: Page) => {
          const playground = new Playground(page);
          await playground.open(site.address + path);
          if (path === "") await expect(playground.openLink).toBeVisible();
        };
        if (headers === "plain") {
          const page = await context.newPage();
          await open(page);
          await keepBuild(page);
        }
        await goEach(context, waysToGo, elsewhere.address, open);
        // In the embed there is no such frame.
        if (path === "") await goEach(context, waysThroughFrame, elsewhere.address, open);
        expect(reached(elsewhere.requests)).toEqual([]);
        await elsewhere.close();
        await site.close();
      });
    });
  }
});

test("each way of going there is one, where no header stands in it", async ({ context }) => {
  const elsewhere = await startRecorder();
  await goEach(context, waysToGo, elsewhere.address, async (page) => {
    await page.goto(elsewhere.address.replace("127.0.0.1", "localhost"));
  });
  const everyWay = [waysToGo.staying, waysToGo.leaving].flatMap(Object.keys);
  expect(reached(elsewhere.requests)).toEqual(expect.arrayContaining(everyWay));
  await elsewhere.close();
});

/** Asks a server for the way through a network, as calls do: UDP, of which no content policy knows. */
const askStunServer = (port: number) =>
  `(async () => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:${port}" }] });
    connection.createDataChannel("");
    await connection.setLocalDescription(await connection.createOffer());
    await new Promise((done) => setTimeout(done, 1_000));
    connection.close();
  })()`;

/** Not one packet reaches a server that WebRTC is told to ask. */
test("not able to leave, even for injected script: by WebRTC", async ({ page, faults }) => {
  const socket = createSocket("udp4");
  let packets = 0;
  socket.on("message", () => packets++);
  await new Promise<void>((done) => socket.bind(0, "127.0.0.1", done));
  const { port } = socket.address();
  for (const path of ["", "embed.html"]) {
    await new Playground(page).open(playgroundAddress() + path);
    await page.evaluate(askStunServer(port)).catch(() => {});
    expect(packets, path).toBe(0);
  }
  faults.length = 0;

  const elsewhere = await startRecorder();
  const open = await page.context().newPage();
  await open.goto(elsewhere.address);
  await open.evaluate(askStunServer(port));
  await expect.poll(() => packets).toBeGreaterThan(0);
  await elsewhere.close();
  socket.close();
});

test.describe("kept in the cache", () => {
  test.use({ serviceWorkers: "allow" });
  /** A page of the site that a script rewrote in the cache of the service worker is no way out, and is gone at the next visit. */
  test("not able to leave, even for injected script: by pages put into the cache", async ({
    page,
    faults,
  }) => {
    const elsewhere = await startRecorder();
    const site = await startRecorder(playgroundAddress());
    const playground = new Playground(page);
    await playground.open(site.address);
    await keepBuild(page);
    await playground.open(site.address);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const kept = await cache.match(request);
          // A page of its own, or ours without its policy and on its way elsewhere.
          const body = request.url.endsWith("open.html") ? await kept?.text() : "<title>Put here</title>";
          if (/(\/|\.html)$/.test(request.url))
            await cache.put(request, new Response(body, { headers: { "Content-Type": "text/html" } }));
        }
      }
    });
    await tryAll(
      page,
      {
        frame: async (to: string) => {
          const frame = document.createElement("iframe");
          frame.src = "open.html";
          document.body.append(frame);
          await new Promise((done) => {
            frame.onload = done;
          });
          await (frame.contentWindow as unknown as typeof globalThis).fetch(to, { mode: "no-cors" });
        },
        page: async (to: string) => {
          const popup = window.open("embed.html") as unknown as typeof globalThis;
          await new Promise((done) => setTimeout(done, 300));
          await popup.fetch(to, { mode: "no-cors" });
        },
      },
      elsewhere.address,
    );
    expect(reached(elsewhere.requests)).toEqual([]);
    await playground.open(site.address);
    expect(await page.title()).not.toBe("Put here");
    await elsewhere.close();
    await site.close();
    faults.length = 0;
  });
});
