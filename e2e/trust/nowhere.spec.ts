/**
 * Where a secret of this run alone must not be found, in any common spelling, after everything that can be done with one: kept
 * nowhere, sent nowhere. Each test then plants a leak itself and must see it: a test that cannot fail proves nothing.
 */
import type { Page } from "@playwright/test";
import { findCanary, newCanary } from "../canary";
import { readClipboard, writeClipboard } from "../clipboard";
import { typeSecret } from "../exercise";
import { expect } from "../fixtures";
import { Playground } from "../playground";
import { SENTINEL, test } from "./exercised";
import { heapSnapshot } from "./heap";
import { findQueryClient, readQueryCache } from "./query-cache";

// One worker makes the browser, and all look at it in this order: while the secret is there, once it is forgotten, and after the
// browser was closed for its files. What leaves now and then leaves.
test.describe.configure({ mode: "default", timeout: 120_000, retries: 0 });

/** The page's address, history, history.state and title are read as the browser keeps them. */
test("not in the address, the history, history.state, the title", async ({ exercised, context }) => {
  const look = async (page: Page, canary: string) => {
    const session = await page.context().newCDPSession(page);
    return findCanary(
      {
        address: page.url(),
        history: await session.send("Page.getNavigationHistory"),
        state: await page.evaluate(() => JSON.stringify(history.state)),
        title: await page.title(),
      },
      canary,
    );
  };
  expect(await look(exercised.playground.page, exercised.canary)).toEqual([]);
  // The case is kept there, so that there is something to search.
  const kept = await exercised.playground.page.evaluate(() => JSON.stringify(history.state));
  expect(kept).toContain("urlbox");

  const page = await context.newPage();
  // Until then it writes its own address and title.
  await new Playground(page).open();
  for (const plant of [
    (text: string) => history.pushState(null, "", `#x=${encodeURIComponent(text)}`),
    (text: string) => history.replaceState({ text }, "", "#"),
    (text: string) => {
      document.title = btoa(unescape(encodeURIComponent(text)));
    },
  ]) {
    const planted = newCanary();
    expect(await look(page, planted)).toEqual([]);
    await page.evaluate(plant, planted);
    expect(await look(page, planted)).not.toEqual([]);
  }
  await page.close();
});

/** All that the browser lets a site keep is read. */
test("not in local, session or cache storage, IndexedDB, cookies", async ({ exercised }) => {
  const { page } = exercised.playground;
  const look = async (canary: string) =>
    findCanary(
      {
        storage: await page.context().storageState({ indexedDB: true }),
        session: await page.evaluate(() => ({ ...sessionStorage })),
        caches: await page.evaluate(async () => {
          const texts: string[] = [];
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys())
              texts.push(name, request.url, (await (await cache.match(request))?.text()) ?? "");
          }
          return texts;
        }),
      },
      canary,
    );
  expect(await look(exercised.canary)).toEqual([]);

  for (const plant of [
    (text: string) => localStorage.setItem("x", text),
    (text: string) => sessionStorage.setItem("x", text),
    (text: string) => {
      // biome-ignore lint/suspicious/noDocumentCookie: the old way leaks, too
      document.cookie = `x=${encodeURIComponent(text)}`;
    },
    async (text: string) => (await caches.open("x")).put("/x", new Response(text)),
    (text: string) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("x");
        opening.onupgradeneeded = () => opening.result.createObjectStore("x");
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("x", "readwrite");
          transaction.objectStore("x").put(text, "x");
          transaction.oncomplete = () => resolve();
        };
      }),
  ]) {
    const planted = newCanary();
    await page.evaluate(plant, planted);
    expect(await look(planted)).not.toEqual([]);
  }
});

/** Every node is walked, with shadow roots and templates. */
test("not in the DOM: no attribute, no text (unless shown by its owner)", async ({ exercised }) => {
  const { playground, canary } = exercised;
  const { page } = playground;
  const look = async (canary: string) => {
    const walked = await page.evaluate(() => {
      const texts: string[] = [];
      const walk = (node: Node) => {
        texts.push(node.nodeValue ?? "");
        if (node instanceof Element)
          for (const { name, value } of Array.from(node.attributes)) texts.push(`${name}=${value}`);
        if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
        if (node instanceof HTMLTemplateElement) walk(node.content);
        for (const child of Array.from(node.childNodes)) walk(child);
      };
      walk(document);
      return texts.join("\n");
    });
    return findCanary(walked + (await page.content()), canary);
  };
  expect(await look(canary)).toEqual([]);
  // Shown by its owner it stands in the field, and still in no attribute.
  await playground.button("Show secret").click();
  expect(await look(canary)).toEqual([]);
  await playground.button("Hide secret").click();

  for (const plant of [
    (text: string) => document.body.setAttribute("data-x", text),
    (text: string) => document.body.append(document.createComment(text)),
    (text: string) => document.body.append(text),
  ]) {
    const planted = newCanary();
    await page.evaluate(plant, planted);
    expect(await look(planted)).not.toEqual([]);
    await page.evaluate(() => {
      if (!document.body.hasAttribute("data-x")) document.body.lastChild?.remove();
      document.body.removeAttribute("data-x");
    });
  }
});

/** Everything that the page and its workers write is read, and the errors that nobody caught. */
test("not in the console, nor in an error", async ({ exercised }) => {
  const { playground, canary, said, faults } = exercised;
  expect(faults, "policy violations, console warnings and errors, uncaught errors").toEqual([]);
  expect(findCanary(said, canary)).toEqual([]);

  const planted = newCanary();
  await playground.page.evaluate((text) => console.log({ text }), planted);
  await expect.poll(() => findCanary(said.splice(0), planted)).not.toEqual([]);
  await playground.page.evaluate(
    (text) =>
      setTimeout(() => {
        throw new Error(text);
      }),
    planted,
  );
  await expect.poll(() => findCanary(said, planted)).not.toEqual([]);
});

/** The caches are found as a debugger finds them; no key lies in them either. */
test("not in the query or mutation cache", async ({ exercised }) => {
  const { page } = exercised.playground;
  const cached = await readQueryCache(page);
  expect(cached).toContain("signature");
  expect(findCanary(cached, exercised.canary)).toEqual([]);

  const planted = newCanary();
  const client = await findQueryClient(page);
  await client.evaluate((client, text) => {
    for (const { state } of client.getQueryCache().getAll()) Object.assign(state, { planted: text });
  }, planted);
  expect(findCanary(await readQueryCache(page), planted)).not.toEqual([]);
});

/** A sentinel that lay on the clipboard before still lies there after everything, and after Forget. */
test("in the clipboard only if its owner copied it", async ({ exercised, playground }) => {
  await exercised.playground.page.bringToFront();
  expect(await readClipboard(exercised.playground)).toBe(SENTINEL);

  const canary = newCanary();
  await writeClipboard(playground, SENTINEL);
  await typeSecret(playground, canary);
  await playground.button("Forget secret").click();
  expect(await readClipboard(playground)).toBe(SENTINEL);

  const { page } = playground;
  await page.bringToFront();
  await typeSecret(playground, canary);
  await playground.secret.focus();
  await playground.button("Show secret").click();
  await playground.secret.focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("ControlOrMeta+C");
  expect(await readClipboard(playground)).toBe(canary);
});

/** Every text that the dialog shows or copies is read; a print leaves the field out. */
test("not in a share link, a print", async ({ exercised }) => {
  const { playground, canary } = exercised;
  const { page } = playground;
  await page.bringToFront();
  await playground.button("Share").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  const shared = await dialog.evaluate((element) => element.textContent ?? "");
  expect(shared).toContain("scheme=urlbox");
  expect(findCanary(shared, canary)).toEqual([]);
  for (const button of await dialog.getByRole("button", { name: /^Copy/ }).all()) {
    await button.click();
    expect(findCanary(await readClipboard(playground), canary)).toEqual([]);
    await page.bringToFront();
  }
  await page.keyboard.press("Escape");

  await playground.button("Show secret").click();
  await page.emulateMedia({ media: "print" });
  await expect(playground.secret).toBeHidden();
  await page.emulateMedia({ media: null });
  await playground.button("Hide secret").click();
});

/** The snapshot that DevTools would save has no trace; the worker that knew the secret has ended. */
test("not in the JS heap after Forget secret", async ({ exercised }) => {
  const { playground, canary } = exercised;
  const { page } = playground;
  await playground.setUrl("https://acme.test/1.jpg?signature=0123456789012345678901234567890123456789");
  const workers = page.workers();
  await playground.button("Forget secret").click();
  await expect(playground.secret).toHaveValue("");
  // The worker that knew it is gone, and its heap with it; another looks at the URL without a secret.
  await expect.poll(() => page.workers().filter((worker) => workers.includes(worker))).toEqual([]);
  const session = await page.context().newCDPSession(page);
  expect(findCanary(await heapSnapshot(session), canary)).toEqual([]);

  const planted = newCanary();
  await page.evaluate((text) => Object.assign(globalThis, { planted: [...text].join("") }), planted);
  expect(findCanary(await heapSnapshot(session), planted)).not.toEqual([]);
});

/** Everything that reaches the server is written down. */
test("not on the network: after loading, no request at all", async ({ exercised }) => {
  const { asked, canary, planted } = exercised;
  const { requests } = await exercised.close();
  expect(requests.length).toBeGreaterThan(asked.length);
  // The browser itself asks now and then whether the service worker has changed.
  const lines = asked.map((request) => request.split("\n", 1)[0]);
  expect(lines.filter((line) => line !== "GET /sw.js")).toEqual([]);
  expect(findCanary(requests, canary)).toEqual([]);
  expect(findCanary(requests, planted)).not.toEqual([]);
});

/** The browser's own log has every connection that it made, whoever began it. */
test("not on the network: Chromium’s own log of it", async ({ exercised }) => {
  const { canary, planted, origin } = exercised;
  const { log } = await exercised.close();
  expect(findCanary(log, canary)).toEqual([]);
  // The browser has business of its own with its maker; what counts is what the page began.
  const { events } = JSON.parse(log) as { events: { params?: { url?: string; initiator?: string } }[] };
  const begun = events.flatMap(({ params }) =>
    params?.url && params.initiator === origin ? [new URL(params.url).origin] : [],
  );
  expect([...new Set(begun)]).toEqual([origin]);
  expect(findCanary(log, planted)).not.toEqual([]);
});

/** Every file of the browser's profile is read after it was closed. */
test("not on disk", async ({ exercised }) => {
  const { files } = await exercised.close();
  const found = (text: string) =>
    [...files].filter(([, bytes]) => findCanary(bytes, text).length > 0).map(([path]) => path);
  expect(files.size).toBeGreaterThan(10);
  expect(found(exercised.canary)).toEqual([]);
  expect(found(exercised.planted)).not.toEqual([]);
});
