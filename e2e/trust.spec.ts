/**
 * What the page promises about the secret, one test a promise, by its name. Each searches for a secret of this run alone, in
 * every common spelling, and then plants the leak itself and must see it: a test that cannot fail proves nothing.
 */
import { createSocket } from "node:dgram";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { browserArguments, findBrowser } from "./browser";
import { findCanary, newCanary } from "./canary";
import { readClipboard, writeClipboard } from "./clipboard";
import { exercise, typeSecret } from "./exercise";
import { expect, test } from "./fixtures";
import { Playground, playgroundAddress } from "./playground";
import { startRecorder } from "./recorder";

// A secret that leaves now and then leaves.
test.describe.configure({ timeout: 120_000, retries: 0 });

const browserOptions = {
  executablePath: findBrowser() ?? undefined,
  args: [...browserArguments],
};

test("not in the address, the history, history.state, the title", async ({ page, playground }) => {
  const canary = newCanary();
  const session = await page.context().newCDPSession(page);
  const look = async () =>
    findCanary(
      {
        address: page.url(),
        history: await session.send("Page.getNavigationHistory"),
        state: await page.evaluate(() => JSON.stringify(history.state)),
        title: await page.title(),
      },
      canary,
    );
  await exercise(playground, canary);
  expect(await look()).toEqual([]);

  for (const plant of [
    (text: string) => history.pushState(null, "", `#x=${encodeURIComponent(text)}`),
    (text: string) => history.replaceState({ text }, "", "#"),
    (text: string) => {
      document.title = btoa(unescape(encodeURIComponent(text)));
    },
  ]) {
    await page.evaluate(plant, canary);
    expect(await look()).not.toEqual([]);
    await page.evaluate(() => {
      history.replaceState(null, "", "#");
      document.title = "";
    });
    await page.goto(playgroundAddress());
    await session.send("Page.resetNavigationHistory");
  }
});

test("not in local, session or cache storage, IndexedDB, cookies", async ({ page, playground }) => {
  const canary = newCanary();
  const look = async () =>
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
  await exercise(playground, canary);
  expect(await look()).toEqual([]);

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
    await page.evaluate(plant, canary);
    expect(await look()).not.toEqual([]);
    await page.context().clearCookies();
    await page.evaluate(async () => {
      localStorage.clear();
      sessionStorage.clear();
      await caches.delete("x");
    });
  }
});

test("not in the DOM: no attribute, no text (unless shown by its owner)", async ({ page, playground }) => {
  const canary = newCanary();
  const look = async () => {
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
  await exercise(playground, canary);
  expect(await look()).toEqual([]);
  // Shown by its owner it stands in the field, and still in no attribute.
  await playground.button("Show secret").click();
  expect(await look()).toEqual([]);

  for (const plant of [
    (text: string) => document.body.setAttribute("data-x", text),
    (text: string) => document.body.append(document.createComment(text)),
    (text: string) => document.body.append(text),
  ]) {
    await page.evaluate(plant, canary);
    expect(await look()).not.toEqual([]);
    await page.evaluate(() => {
      document.body.removeAttribute("data-x");
      document.body.lastChild?.remove();
    });
  }
});

test("not in the console, nor in an error", async ({ page, faults }) => {
  const canary = newCanary();
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(`${error.message}\n${error.stack}`));
  page.on("worker", (worker) => worker.on("console", (message) => said.push(message.text())));
  const playground = new Playground(page);
  await playground.open();
  await exercise(playground, canary);
  expect(findCanary(said, canary)).toEqual([]);

  await page.evaluate((text) => console.log({ text }), canary);
  expect(findCanary(said.splice(0), canary)).not.toEqual([]);
  await page.evaluate(
    (text) =>
      setTimeout(() => {
        throw new Error(text);
      }),
    canary,
  );
  await expect.poll(() => findCanary(said, canary)).not.toEqual([]);
  faults.length = 0;
});

test("not on the network: after loading, no request at all", async ({ page }) => {
  const canary = newCanary();
  const recorder = await startRecorder(playgroundAddress());
  const playground = new Playground(page);
  await playground.open(recorder.address);
  // Loading ends when everything is at hand for working offline.
  await page.evaluate(async () => void (await navigator.serviceWorker?.ready));
  await page.getByTestId("snippet").waitFor();
  await page.waitForLoadState("networkidle");
  const loaded = recorder.requests.length;
  expect(loaded).toBeGreaterThan(0);
  await exercise(playground, canary);
  await page.waitForLoadState("networkidle");
  // The browser itself asks now and then whether the service worker has changed.
  const asked = recorder.requests.slice(loaded).map((request) => request.split("\n", 1)[0]);
  expect(asked.filter((line) => line !== "GET /sw.js")).toEqual([]);
  expect(findCanary(recorder.requests, canary)).toEqual([]);

  // Its own origin is all that the policy lets a picture come from.
  await page.evaluate(waysOutOfPage.image, `/?${encodeURIComponent(canary)}`);
  await expect.poll(() => findCanary(recorder.requests.slice(loaded), canary)).not.toEqual([]);
  await recorder.close();
});

test("not on the network: Chromium’s own log of it", async () => {
  const canary = newCanary();
  const folder = await mkdtemp(join(tmpdir(), "countersign-net-"));
  const log = join(folder, "net.json");
  const args = [...browserArguments, `--log-net-log=${log}`, "--net-log-capture-mode=Everything"];
  const browser = await chromium.launch({ ...browserOptions, args });
  const planted = newCanary();
  const page = await browser.newPage();
  const playground = new Playground(page);
  await playground.open();
  await exercise(playground, canary);
  await page.evaluate(waysOutOfPage.image, `/?${encodeURIComponent(planted)}`);
  await browser.close();
  const text = readFileSync(log, "utf8");
  expect(findCanary(text, canary)).toEqual([]);
  // The browser has business of its own with its maker; what counts is what the page began.
  const { origin } = new URL(playgroundAddress());
  const { events } = JSON.parse(text) as { events: { params?: { url?: string; initiator?: string } }[] };
  const begun = events.flatMap(({ params }) =>
    params?.url && params.initiator === origin ? [new URL(params.url).origin] : [],
  );
  expect([...new Set(begun)]).toEqual([origin]);
  expect(findCanary(text, planted)).not.toEqual([]);
  await rm(folder, { recursive: true });
});

/** Ways out of a page or a worker; each resolves when it has had its chance. */
const waysOut = {
  fetch: (to: string) => fetch(to, { mode: "no-cors" }).then(() => {}),
  XMLHttpRequest: (to: string) =>
    new Promise<void>((resolve) => {
      const request = new XMLHttpRequest();
      request.onloadend = () => resolve();
      request.open("POST", to);
      request.send("x");
    }),
  WebSocket: (to: string) =>
    new Promise<void>((resolve) => {
      new WebSocket(to.replace("http", "ws")).onclose = () => resolve();
    }),
  EventSource: (to: string) =>
    new Promise<void>((resolve) => {
      const source = new EventSource(to);
      source.onerror = () => {
        source.close();
        resolve();
      };
    }),
} as const;

const waysOutOfPage = {
  ...waysOut,
  image: (to: string) =>
    new Promise<void>((resolve) => {
      const image = new Image();
      image.onload = () => resolve();
      image.onerror = () => resolve();
      image.src = to;
    }),
  beacon: async (to: string) => void navigator.sendBeacon(to, "x"),
  script: (to: string) => import(/* @vite-ignore */ to).then(() => {}),
  frame: async (to: string) => {
    const frame = document.createElement("iframe");
    frame.src = to;
    document.body.append(frame);
  },
  link: async (to: string) => {
    for (const rel of ["stylesheet", "prefetch", "preload", "icon", "manifest"]) {
      const link = document.createElement("link");
      Object.assign(link, { rel, href: to, as: "image" });
      document.head.append(link);
    }
  },
  form: async (to: string) => {
    const form = document.createElement("form");
    Object.assign(form, { action: to, method: "post", target: "_blank" });
    document.body.append(form);
    form.submit();
  },
} as const;

/** Ways out of a page by going there, which take the page along or open another; each gets a page of its own. */
const waysToGo = {
  open: async (to: string) => void window.open(to),
  openUnnamed: async (to: string) => void window.open(to, "_blank", "noopener"),
  popup: async (to: string) => {
    const popup = window.open("about:blank");
    popup?.location.replace(to);
  },
  location: async (to: string) => void location.assign(to),
  anchor: async (to: string) => {
    const anchor = document.createElement("a");
    anchor.href = to;
    anchor.click();
  },
  anchorInTab: async (to: string) => {
    const anchor = document.createElement("a");
    Object.assign(anchor, { href: to, target: "_blank", ping: to });
    document.body.append(anchor);
    anchor.click();
  },
  formInTab: waysOutOfPage.form,
  refresh: async (to: string) => {
    const meta = document.createElement("meta");
    Object.assign(meta, { httpEquiv: "refresh", content: `0;url=${to}` });
    document.head.append(meta);
  },
  emptyFrame: async (to: string) => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    frame.contentWindow?.open(to);
    frame.contentWindow?.location.replace(to);
  },
  // A document that was written into the page, and one that the site serves, each with ways of its own.
  frameOfThisSite: async (to: string) => {
    for (const address of ["favicon.svg", "open.html?", "embed.html", "no-such-file.txt"]) {
      const frame = document.createElement("iframe");
      frame.src = address;
      document.body.append(frame);
      await new Promise((done) => {
        frame.onload = done;
        setTimeout(done, 300);
      });
      try {
        const inner = frame.contentWindow as unknown as typeof globalThis;
        inner.open(to);
        new inner.Image().src = to;
        await inner.fetch(to, { mode: "no-cors" });
      } catch {
        // Of another origin, or forbidden: what counts is what arrives.
      }
    }
  },
  popupOfThisSite: async (to: string) => {
    for (const address of ["favicon.svg", "open.html", "embed.html", "promises.txt", "no-such-file"]) {
      const popup = window.open(address);
      try {
        // Not its first, empty document.
        for (let wait = 0; wait < 10 && popup?.location.href === "about:blank"; wait++)
          await new Promise((done) => setTimeout(done, 50));
        const inner = popup as unknown as typeof globalThis;
        inner.open(to);
        await inner.fetch(to, { mode: "no-cors" });
      } catch {
        // As above.
      }
    }
  },
} as const;

/** The same by the one frame that may lead anywhere; `open` is its element. */
const waysThroughFrame = {
  source: async (to: string, open: HTMLIFrameElement) => {
    open.src = to;
  },
  location: async (to: string, open: HTMLIFrameElement) => void open.contentWindow?.location.replace(to),
  target: async (to: string, open: HTMLIFrameElement) => {
    open.name = "target";
    window.open(to, "target");
  },
  script: async (to: string, open: HTMLIFrameElement) => {
    open.contentWindow?.postMessage(`javascript:location="${to}"`, "*");
    open.contentWindow?.postMessage({ href: to }, "*");
    open.contentWindow?.postMessage([to], "*");
  },
  click: async (to: string, open: HTMLIFrameElement) => {
    open.contentWindow?.postMessage(to, "*");
    await new Promise((done) => setTimeout(done, 100));
    open.click();
    open.focus();
    const enter = { key: "Enter", code: "Enter", bubbles: true };
    open.dispatchEvent(new KeyboardEvent("keydown", enter));
    try {
      open.contentDocument?.querySelector("a")?.click();
      open.contentWindow?.document.querySelector("a")?.click();
    } catch {
      // Its origin is none.
    }
  },
  document: async (to: string, open: HTMLIFrameElement) => {
    open.srcdoc = `<meta http-equiv="refresh" content="0;url=${to}"><img src="${to}">`;
  },
  permissions: async (to: string, open: HTMLIFrameElement) => {
    open.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-top-navigation");
    open.src = "open.html";
    await new Promise((done) => setTimeout(done, 200));
    try {
      (open.contentWindow as unknown as typeof globalThis).open(to);
    } catch {
      // As above.
    }
  },
  itself: async (to: string) => {
    const opened = window.open("open.html");
    await new Promise((done) => setTimeout(done, 200));
    opened?.postMessage(to, "*");
  },
} as const;

/** How long a request that nobody can wait for is given. */
const grace = 500;

async function tryAll(
  realm: { evaluate(script: string): Promise<unknown> },
  ways: Readonly<Record<string, (to: string) => Promise<void>>>,
  to: string,
): Promise<void> {
  for (const [name, way] of Object.entries(ways)) {
    const attempt = `(${way})(${JSON.stringify(`${to}${name}`)})`;
    const limited = `Promise.race([${attempt}, new Promise((done) => setTimeout(done, ${grace}))])`;
    await realm.evaluate(limited).catch(() => {});
  }
  await realm.evaluate(`new Promise((done) => setTimeout(done, ${grace}))`);
}

const reached = (requests: readonly string[]) =>
  [...new Set(requests.map((request) => /^\w+ \/(\w*)/.exec(request)?.[1] ?? ""))].sort();

/** What a worker could keep something in, by name. */
const placesToKeep = () =>
  [globalThis, navigator].flatMap((owner) => {
    const names: string[] = [];
    for (const name in owner)
      if (/^(?:indexedDB|caches|storage\w*|.*FileSystem.*)$/.test(name)) names.push(name);
    return names.filter((name) => {
      try {
        return Reflect.get(owner, name) !== undefined;
      } catch {
        // Closed here, but there.
        return true;
      }
    });
  });

/** Ways that only a worker has; its own bundle has no other address to load a script from. */
const waysOutOfWorker = {
  ...waysOut,
  beacon: async (to: string) => void navigator.sendBeacon?.(to, "x"),
  importScripts: async (to: string) =>
    (globalThis as unknown as { importScripts(address: string): void }).importScripts(to),
  script: (to: string) => import(/* @vite-ignore */ to).then(() => {}),
  worker: async (to: string) => void new Worker(`data:text/javascript,fetch("${to}",{mode:"no-cors"})`),
} as const;

for (const { host, headers } of [
  { host: "with our headers", headers: "all" },
  { host: "on a host that sends none", headers: "plain" },
] as const) {
  test(`not able to leave, even for injected script: from the page, ${host}`, async ({ page, faults }) => {
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
    expect(reached(elsewhere.requests)).toEqual([...Object.keys(waysOutOfPage), "favicon"].sort());
    await elsewhere.close();
    await site.close();
  });

  test(`not able to leave, even for injected script: from the worker, ${host}`, async ({ page, faults }) => {
    const elsewhere = await startRecorder();
    const site = await startRecorder(playgroundAddress(), headers);
    const playground = new Playground(page);
    await playground.open(site.address);
    // A worker serves one search and ends; without a secret it is there, and waits.
    await playground.setSecret("");
    const started = page.waitForEvent("worker");
    await playground.setUrl("https://acme.test/1.jpg?signature=0123456789012345678901234567890123456789");
    await tryAll(await started, waysOutOfWorker, elsewhere.address);
    expect(await (await started).evaluate(placesToKeep)).toEqual([]);
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
    expect(reached(elsewhere.requests)).toEqual(expect.arrayContaining(reachable));
    await elsewhere.close();
    await site.close();
    faults.length = 0;
  });
}

/** Keeps the build in the service worker, which then answers with the headers that the host should have sent. */
async function keepBuild(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

test.describe(() => {
  // Each way breaks off the page, and the browser settles when it will; a way out would be found again.
  test.describe.configure({ retries: 1 });
  for (const { from, path, headers } of [
    { from: "the page", path: "", headers: "all" },
    { from: "the embed", path: "embed.html", headers: "all" },
    { from: "the page, once kept, on a host that sends no headers", path: "", headers: "plain" },
  ] as const) {
    test(`not able to leave, even for injected script: by going there, from ${from}`, async ({
      page,
      context,
      faults,
    }) => {
      const elsewhere = await startRecorder();
      const site = await startRecorder(playgroundAddress(), headers);
      const playground = new Playground(page);
      await playground.open(site.address + path);
      if (headers === "plain") await keepBuild(page);
      const go = async (name: string, way: (to: string, open: HTMLIFrameElement) => Promise<void>) => {
        // What was tried last may still be on its way, and break off this.
        await expect(() => playground.open(site.address + path)).toPass();
        await expect(playground.openLink).toBeVisible();
        const to = JSON.stringify(elsewhere.address + name);
        const attempt = `(${way})(${to}, document.querySelector("iframe"))`;
        const limited = `Promise.race([${attempt}, new Promise((done) => setTimeout(done, 5_000))])`;
        await page.evaluate(`${limited}.then(() => {})`).catch(() => {});
        await page.waitForTimeout(grace);
        for (const other of context.pages()) if (other !== page) await other.close();
      };
      for (const [name, way] of Object.entries({ ...waysToGo, ...waysThroughFrame })) await go(name, way);
      expect(reached(elsewhere.requests)).toEqual([]);
      await elsewhere.close();
      await site.close();
      faults.length = 0;
    });
  }
});

test("each way of going there is one, where no header stands in it", async ({ context }) => {
  const elsewhere = await startRecorder();
  for (const [name, way] of Object.entries(waysToGo)) {
    const free = await context.newPage();
    await free.goto(elsewhere.address.replace("127.0.0.1", "localhost"));
    await free.evaluate(`void (${way})(${JSON.stringify(elsewhere.address + name)})`).catch(() => {});
    await expect.poll(() => reached(elsewhere.requests)).toContain(name);
    for (const page of context.pages()) await page.close();
  }
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

test("not able to leave, even for injected script: by pages put into the cache", async ({ page, faults }) => {
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

test("not in the query or mutation cache", async ({ page, playground }) => {
  const canary = newCanary();
  const look = async () => findCanary(await readQueryCache(page), canary);
  await exercise(playground, canary);
  const cached = await readQueryCache(page);
  expect(cached).toContain("signature");
  expect(findCanary(cached, canary)).toEqual([]);

  const client = await page.evaluateHandle(findQueryClient);
  await client.evaluate((client, text) => {
    for (const { state } of client.getQueryCache().getAll()) Object.assign(state, { planted: text });
  }, canary);
  expect(await look()).not.toEqual([]);
});

interface QueryClient {
  getQueryCache(): { getAll(): { queryKey: unknown; state: object; options: object }[] };
  getMutationCache(): { getAll(): { state: object; options: object }[] };
}

/** The page's one QueryClient, found as a debugger finds it: in React's own tree. */
function findQueryClient(): QueryClient {
  const root = document.getElementById("root") ?? document.body;
  const key = Object.keys(root).find((name) => name.startsWith("__reactContainer")) ?? "";
  interface Fiber {
    child: Fiber | null;
    sibling: Fiber | null;
    memoizedProps: { client?: QueryClient } | null;
  }
  const pending: (Fiber | null)[] = [(root as unknown as Record<string, Fiber>)[key] ?? null];
  for (let fiber = pending.pop(); pending.length > 0 || fiber; fiber = pending.pop()) {
    if (fiber?.memoizedProps?.client?.getQueryCache) return fiber.memoizedProps.client;
    if (fiber) pending.push(fiber.sibling, fiber.child);
  }
  throw new Error("no QueryClient");
}

async function readQueryCache(page: Page): Promise<string> {
  const client = await page.evaluateHandle(findQueryClient);
  return client.evaluate((client) => {
    const seen = new WeakSet();
    const flatten = (_: string, value: unknown) => {
      if (value instanceof Error) return `${value.message}\n${value.stack}`;
      if (value instanceof CryptoKey) throw new Error("a CryptoKey is in the cache");
      if (typeof value !== "object" || value === null) return value;
      if (seen.has(value) || value === client) return undefined;
      seen.add(value);
      return value;
    };
    const queries = client.getQueryCache().getAll();
    const mutations = client.getMutationCache().getAll();
    return JSON.stringify(
      [
        queries.map(({ queryKey, state, options }) => ({ queryKey, state, options })),
        mutations.map(({ state, options }) => ({ state, options })),
      ],
      flatten,
    );
  });
}

test("not on disk", async () => {
  const canary = newCanary();
  const planted = newCanary();
  const folder = await mkdtemp(join(tmpdir(), "countersign-profile-"));
  const context = await chromium.launchPersistentContext(folder, browserOptions);
  const page = context.pages()[0] ?? (await context.newPage());
  const playground = new Playground(page);
  await playground.open();
  await exercise(playground, canary);
  await playground.button("Show secret").click();
  await page.evaluate((text) => localStorage.setItem("planted", text), planted);
  // What a session file would keep is written when a page is left.
  await page.goto("about:blank");
  await page.goBack();
  await playground.waitUntilReady();
  await context.close();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const found = (text: string) =>
    files
      .filter((file) => findCanary(readFileSync(join(file.parentPath, file.name)), text).length > 0)
      .map(({ name }) => name);
  expect(files.length).toBeGreaterThan(10);
  expect(found(canary)).toEqual([]);
  expect(found(planted)).not.toEqual([]);
  await rm(folder, { recursive: true });
});

async function heapSnapshot(session: CDPSession): Promise<string> {
  const chunks: string[] = [];
  const collect = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
  await session.send("HeapProfiler.enable");
  for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
  session.on("HeapProfiler.addHeapSnapshotChunk", collect);
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  session.off("HeapProfiler.addHeapSnapshotChunk", collect);
  return chunks.join("");
}

test("not in the JS heap after Forget secret", async ({ page, playground }) => {
  const canary = newCanary();
  const session = await page.context().newCDPSession(page);
  await exercise(playground, canary);
  await playground.setUrl("https://acme.test/1.jpg?signature=0123456789012345678901234567890123456789");
  await playground.button("Forget secret").click();
  await expect(playground.secret).toHaveValue("");
  // The worker that knew it is gone, and its heap with it.
  await expect.poll(() => page.workers()).toEqual([]);
  expect(findCanary(await heapSnapshot(session), canary)).toEqual([]);

  await page.evaluate((text) => Object.assign(globalThis, { planted: [...text].join("") }), canary);
  expect(findCanary(await heapSnapshot(session), canary)).not.toEqual([]);
});

test("forgotten after fifteen idle minutes, which is said; typed again it signs again", async ({ page }) => {
  const canary = newCanary();
  await page.clock.install();
  const playground = new Playground(page);
  await playground.open();
  await playground.setUrl("https://acme.test/1.jpg");
  await typeSecret(playground, canary);
  const { signature } = await playground.outputs();
  await page.clock.fastForward("14:00");
  await playground.secret.press("End");
  await page.clock.fastForward("14:00");
  await expect(playground.secret).toHaveValue(canary);
  await page.clock.fastForward("01:01");
  await expect(playground.secret).toHaveValue("");
  await expect(page.getByText(/forgotten after 15 idle minutes/)).toHaveCount(1);
  expect(await playground.outputs()).toMatchObject({ verdict: "empty", signature: "" });
  await typeSecret(playground, canary);
  expect((await playground.outputs()).signature).toBe(signature);
});

/** Leaves by a link and comes back from the back/forward cache; the secret's field then. */
async function leaveAndReturn(
  context: BrowserContext,
  elsewhere: string,
  canary: string,
  plant: boolean,
): Promise<string> {
  const page = await context.newPage();
  await page.addInitScript(
    ([plant]) => {
      addEventListener("pageshow", (event) => Object.assign(globalThis, { persisted: event.persisted }));
      if (plant) addEventListener("pagehide", (event) => event.stopImmediatePropagation());
    },
    [plant],
  );
  const playground = new Playground(page);
  await playground.open();
  await typeSecret(playground, canary);
  // Left while its frame loads, or while the service worker takes over, it would not be kept.
  await expect(playground.openLink).toBeVisible();
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.goto(elsewhere);
  // A page out of the cache does not load again.
  await page.goBack({ waitUntil: "commit" });
  await playground.waitUntilReady();
  expect(await page.evaluate(() => (globalThis as unknown as { persisted: boolean }).persisted)).toBe(true);
  return playground.secret.inputValue();
}

test("gone after Back / Forward (bfcache)", async () => {
  const browser = await chromium.launch({
    ...browserOptions,
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  const context = await browser.newContext();
  const canary = newCanary();
  const elsewhere = await startRecorder();
  expect(await leaveAndReturn(context, elsewhere.address, canary, false)).toBe("");
  expect(await leaveAndReturn(context, elsewhere.address, canary, true)).toBe(canary);
  await browser.close();
  await elsewhere.close();
});

test("not in a share link, a print", async ({ page, playground }) => {
  const canary = newCanary();
  await exercise(playground, canary);
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
});

test("not in a message to an embedding page", async ({ page, faults }) => {
  expect(faults).toEqual([]);
  const canary = newCanary();
  const host = await startRecorder();
  await page.goto(host.address.replace("127.0.0.1", "localhost"));
  await page.evaluate((address) => {
    const heard: string[] = [];
    addEventListener("message", ({ data }) => heard.push(JSON.stringify(data)));
    const frame = document.createElement("iframe");
    Object.assign(frame, { src: address, width: 900, height: 900 });
    document.body.append(frame);
    Object.assign(globalThis, { heard });
  }, new URL("embed.html", playgroundAddress()).href);
  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("html")).toHaveAttribute("data-ready", "true");
  const secret = frame.getByLabel("Secret", { exact: true });
  await secret.focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(canary);
  for (const url of [
    "https://acme.test/1.jpg",
    "ftp://a",
    `https://acme.test/1.jpg?signature=${"0".repeat(40)}`,
  ])
    await frame.getByRole("textbox", { name: "URL", exact: true }).fill(url);
  await expect(frame.getByTestId("diagnosis")).toHaveAttribute("data-state", "unexplained", {
    timeout: 30_000,
  });
  await frame.getByRole("button", { name: "Forget secret" }).click();
  expect(await heard()).not.toEqual([]);
  expect(findCanary(await heard(), canary)).toEqual([]);

  const embedded = page.frames().find((candidate) => candidate.url().includes("embed.html"));
  await embedded?.evaluate((text) => parent.postMessage({ planted: text }, "*"), canary);
  await expect.poll(async () => findCanary(await heard(), canary)).not.toEqual([]);
  await host.close();
});

test("not extractable as a key", async ({ page, playground }) => {
  await page.evaluate(() => {
    const keys: CryptoKey[] = [];
    const { sign } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.sign = function (algorithm, key, data) {
      keys.push(key);
      return sign.call(this, algorithm, key, data);
    };
    Object.assign(globalThis, { keys });
  });
  await typeSecret(playground, newCanary());
  await playground.setUrl("https://acme.test/1.jpg");
  await playground.waitForResult();
  const look = () =>
    page.evaluate(async () => {
      const { keys } = globalThis as unknown as { keys: CryptoKey[] };
      const exports = keys.flatMap((key) =>
        (["raw", "jwk"] as const).map((format) =>
          crypto.subtle.exportKey(format, key).then(
            () => "exported",
            () => "refused",
          ),
        ),
      );
      return [...new Set(await Promise.all(exports))];
    });
  expect(await look()).toEqual(["refused"]);

  await page.evaluate(async () => {
    const { keys } = globalThis as unknown as { keys: CryptoKey[] };
    const algorithm = { name: "HMAC", hash: "SHA-1" };
    keys.push(await crypto.subtle.importKey("raw", new Uint8Array([1]), algorithm, true, ["sign"]));
  });
  expect(await look()).toContain("exported");
});

test("in the clipboard only if its owner copied it", async ({ page, playground }) => {
  const canary = newCanary();
  await writeClipboard(playground, "sentinel");
  await exercise(playground, canary);
  await playground.button("Forget secret").click();
  expect(await readClipboard(playground)).toBe("sentinel");

  await page.bringToFront();
  await typeSecret(playground, canary);
  await playground.secret.focus();
  await playground.button("Show secret").click();
  await playground.secret.focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("ControlOrMeta+C");
  expect(await readClipboard(playground)).toBe(canary);
});
