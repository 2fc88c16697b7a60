/** What an injected script could try to reach another server by. */
import { type BrowserContext, expect, type Page } from "@playwright/test";

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

export const waysOutOfPage = {
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

type WayToGo = (to: string, open: HTMLIFrameElement) => Promise<void>;

interface WaysToGo {
  /** They leave the page as it is, and the next one is tried from there. */
  readonly staying: Readonly<Record<string, WayToGo>>;
  /** They take the page along, or change the frame; each gets a page of its own. */
  readonly leaving: Readonly<Record<string, WayToGo>>;
}

/** Ways out of a page by going there, or by opening another one. */
export const waysToGo: WaysToGo = {
  staying: {
    open: async (to: string) => void window.open(to),
    openUnnamed: async (to: string) => void window.open(to, "_blank", "noopener"),
    popup: async (to: string) => {
      const popup = window.open("about:blank");
      popup?.location.replace(to);
    },
    anchorInTab: async (to: string) => {
      const anchor = document.createElement("a");
      Object.assign(anchor, { href: to, target: "_blank", ping: to });
      document.body.append(anchor);
      anchor.click();
    },
    formInTab: waysOutOfPage.form,
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
  },
  leaving: {
    location: async (to: string) => void location.assign(to),
    anchor: async (to: string) => {
      const anchor = document.createElement("a");
      anchor.href = to;
      anchor.click();
    },
    refresh: async (to: string) => {
      const meta = document.createElement("meta");
      Object.assign(meta, { httpEquiv: "refresh", content: `0;url=${to}` });
      document.head.append(meta);
    },
  },
};

/** The same by the one frame that may lead anywhere; `open` is its element. */
export const waysThroughFrame: WaysToGo = {
  staying: {
    message: async (to: string, open: HTMLIFrameElement) => {
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
    itself: async (to: string) => {
      const opened = window.open("open.html");
      await new Promise((done) => setTimeout(done, 200));
      opened?.postMessage(to, "*");
    },
  },
  leaving: {
    source: async (to: string, open: HTMLIFrameElement) => {
      open.src = to;
    },
    locationOfFrame: async (to: string, open: HTMLIFrameElement) =>
      void open.contentWindow?.location.replace(to),
    target: async (to: string, open: HTMLIFrameElement) => {
      open.name = "target";
      window.open(to, "target");
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
  },
};

/** Ways that only a worker has; its own bundle has no other address to load a script from. */
export const waysOutOfWorker = {
  ...waysOut,
  beacon: async (to: string) => void navigator.sendBeacon?.(to, "x"),
  importScripts: async (to: string) =>
    (globalThis as unknown as { importScripts(address: string): void }).importScripts(to),
  script: (to: string) => import(/* @vite-ignore */ to).then(() => {}),
  worker: async (to: string) => void new Worker(`data:text/javascript,fetch("${to}",{mode:"no-cors"})`),
} as const;

/** What a worker could keep something in, by name. */
export const placesToKeep = () =>
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

/** How long a request that nobody can wait for is given, in milliseconds. */
const grace = 500;

/** Tries all ways side by side, each to an address that ends in its name. */
export async function tryAll(
  realm: { evaluate(script: string): Promise<unknown> },
  ways: Readonly<Record<string, (to: string) => Promise<void>>>,
  to: string,
): Promise<void> {
  const attempts = Object.entries(ways).map(
    ([name, way]) => `(async () => (${way})(${JSON.stringify(to + name)}))().catch(() => {})`,
  );
  const pause = `new Promise((done) => setTimeout(done, ${grace}))`;
  await realm.evaluate(`Promise.race([Promise.all([${attempts}]), ${pause}]).then(() => ${pause})`);
}

/** The names of the ways by which something arrived. */
export const reached = (requests: readonly string[]) =>
  [...new Set(requests.map((request) => /^\w+ \/(\w*)/.exec(request)?.[1] ?? ""))].sort();

/** Keeps the build in the service worker, which then answers with the headers that the host should have sent. */
export async function keepBuild(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

/** More pages than this at once would only wait for each other. */
const AT_ONCE = 4;

/** Tries ways of going there from pages that `open` has opened, some side by side, and closes all. */
export async function goEach(
  context: BrowserContext,
  { staying, leaving }: WaysToGo,
  to: string,
  open: (page: Page) => Promise<void>,
): Promise<void> {
  const walks = [Object.entries(staying), ...Object.entries(leaving).map((way) => [way])];
  for (let first = 0; first < walks.length; first += AT_ONCE) {
    await Promise.all(
      walks.slice(first, first + AT_ONCE).map(async (ways) => {
        const page = await context.newPage();
        await open(page);
        await goFrom(page, ways, to);
      }),
    );
    for (const page of context.pages()) await page.close();
  }
}

/** A way that waits for what never comes is given five seconds. */
async function goFrom(page: Page, ways: readonly (readonly [string, WayToGo])[], to: string): Promise<void> {
  if (ways.length > 1) await page.evaluate(() => Object.assign(window, { stays: true }));
  for (const [name, way] of ways) {
    const attempt = `(${way})(${JSON.stringify(to + name)}, document.querySelector("iframe"))`;
    const limited = `Promise.race([${attempt}, new Promise((done) => setTimeout(done, 5_000))])`;
    await page.evaluate(`${limited}.then(() => {})`).catch(() => {});
    await page.waitForTimeout(grace).catch(() => {});
    if (ways.length > 1)
      expect(await page.evaluate(() => "stays" in window), `${name} leaves the page as it is`).toBe(true);
  }
}
