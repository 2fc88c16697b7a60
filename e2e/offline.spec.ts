import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { Page } from "@playwright/test";
import { headersFor, inlineHashes } from "../build/headers";
import { expect, test } from "./fixtures";
import { Playground, playgroundAddress } from "./playground";

test.use({ serviceWorkers: "allow" });

const build = () => process.env.PLAYGROUND_BUILD ?? "";

async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

test("without a network it opens, signs, checks and diagnoses", async ({ playground, page }) => {
  await untilKept(page);
  await page.context().setOffline(true);
  await page.reload();
  await playground.waitUntilReady();
  const { signature } = await playground.sign("LibPixel", "https://a.test/1.jpg?width=300", "secret");
  expect(signature).toBe("2a6ede1d1a0b5f1e661695b0027acb837ae54ce4");

  await page.goto(`${playgroundAddress()}index.html?from=home-screen#example=libpixel-slashless`);
  await playground.waitUntilReady();
  expect((await playground.outputs()).verdict).toBe("mismatch");
  await expect(page.getByTestId("diagnosis")).toHaveAttribute("data-state", "explained");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByTestId("share-link")).toContainText("https");

  await page.goto(`${playgroundAddress()}embed.html?theme=dark#example=urlbox-page`);
  await playground.waitUntilReady();
  expect((await playground.outputs()).verdict).toBe("unsigned");
});

test("it keeps every file of the build that a page needs, and answers for no other", async ({
  playground,
}) => {
  const { page } = playground;
  await untilKept(page);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await (await caches.open(names[0] ?? "")).keys();
    return { names, paths: requests.map(({ url }) => new URL(url).pathname) };
  });
  expect(kept.names).toEqual([expect.stringMatching(/^countersign \/ [0-9a-f]{16}$/)]);
  const files = readdirSync(build(), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(build().length));
  const notForThePage = [
    "/sw.js",
    "/404.html",
    "/_headers",
    "/nginx.conf",
    "/boot.js",
    "/og.png",
    "/.vite/manifest.json",
    "/SHA256SUMS",
  ];
  const beside = /^\/(?:mistakes|vectors)\/|\.css$/;
  const needed = files.filter((file) => !notForThePage.includes(file) && !beside.test(file));
  expect(kept.paths.sort()).toEqual(needed.map((file) => file.replace(/^\/index\.html$/, "/")).sort());

  await page.reload();
  await playground.waitUntilReady();
  const answers = await page.evaluate(async () => {
    const load = (src: string) =>
      new Promise<string>((resolve) => {
        const image = new Image();
        image.onload = image.onerror = () => {
          const [entry] = performance.getEntriesByName(new URL(src, document.baseURI).href);
          resolve((entry as PerformanceResourceTiming | undefined)?.workerStart ? "passed by" : "untouched");
        };
        image.src = src;
      });
    return { kept: await load("favicon.svg"), unknown: await load("og.png?x") };
  });
  expect(answers.kept).toBe("passed by");
  const requests: string[] = [];
  page.context().on("request", (request) => {
    if (request.serviceWorker()) requests.push(request.url());
  });
  await page.evaluate(() => {
    new Image().src = "og.png?again";
  });
  await page.waitForTimeout(300);
  expect(requests, "what the service worker asked for").toEqual([]);
});

interface Site {
  readonly address: string;
  /** The build that is served; may change at any time, as on a host. */
  folder: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/** The hash of a build's style sheet, which its policy names. */
const hashesOf = (folder: string) => inlineHashes(readFileSync(join(folder, "index.html"), "utf8"));

/** A plain host: files under a path of its own, and the headers that it is asked to send. */
async function serveUnder(path: string, folder: string): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    const file = pathname.slice(path.length) || "index.html";
    try {
      const body = readFileSync(join(site.folder, file));
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      const headers = headersFor(pathname, hashesOf(site.folder));
      response.writeHead(200, { ...headers, "content-type": type }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const site: Site = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    folder,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}

/** The same build as if a line of its entry had changed: another description, another name for the entry, another version. */
function laterBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), "countersign-later-"));
  cpSync(build(), folder, { recursive: true });
  const entry = readdirSync(join(folder, "assets")).find((name) => /^index-.*\.js$/.test(name)) ?? "";
  const renamed = "index-later.js";
  renameSync(join(folder, "assets", entry), join(folder, "assets", renamed));
  const index = join(folder, "index.html");
  const html = readFileSync(index, "utf8")
    .replaceAll(entry, renamed)
    .replace('name="description" content="', "$&Later: ");
  writeFileSync(index, html);
  return folder;
}

test("a new build takes over on a reload of its last page, whole; until then the old one stays whole", async ({
  page,
  context,
}) => {
  const { precacheList } = await import("../build/precache");
  const later = laterBuild();
  const files = readdirSync(later, { recursive: true, withFileTypes: true })
    .filter(
      (file) =>
        file.isFile() &&
        !/^(sw\.js|404\.html|_headers|nginx\.conf|boot\.js|og\.png|manifest\.json)$/.test(file.name),
    )
    .map((file) => join(file.parentPath, file.name));
  const list = precacheList(files.map((file) => [file.slice(later.length + 1), readFileSync(file)]));
  const worker = readFileSync(join(later, "sw.js"), "utf8");
  writeFileSync(join(later, "sw.js"), worker.replace(/^const PRECACHE=.*$/m, list));

  const site = await serveUnder("/docs/play/", build());
  const playground = new Playground(page);
  const description = page.locator('meta[name="description"]');
  await playground.open(site.address);
  await untilKept(page);
  await page.reload();
  await playground.waitUntilReady();
  const other = await context.newPage();
  await other.goto(site.address);

  site.folder = later;
  const waiting = page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (!registration.waiting) await new Promise((done) => setTimeout(done, 50));
  });
  await waiting;
  await page.reload();
  await playground.waitUntilReady();
  await expect(description, "while another page is open").not.toHaveAttribute("content", /^Later/);
  expect((await playground.sign("LibPixel", "https://a.test/1.jpg", "secret")).verdict).toBe("unsigned");

  await other.close();
  const meanwhile = await page.reload();
  expect(await meanwhile?.headerValue("refresh")).toBe("1");
  expect(await meanwhile?.text()).toContain("Opening the new version");
  await expect(description).toHaveAttribute("content", /^Later/);
  await playground.waitUntilReady();
  // The case has come back, and the secret has not.
  await expect(playground.url).toHaveValue("https://a.test/1.jpg");
  await playground.setSecret("secret");
  expect((await playground.outputs()).verdict).toBe("unsigned");
  await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1);
  await page.context().setOffline(true);
  await page.reload();
  await playground.waitUntilReady();
  await expect(description).toHaveAttribute("content", /^Later/);
  await site.close();
  rmSync(later, { recursive: true });
});

test("files of two builds are never kept as one", async ({ page }) => {
  const mixed = laterBuild();
  const site = await serveUnder("/", mixed);
  await page.addInitScript(() => {
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = async function (...asked) {
      const registration = await register.apply(this, asked);
      const { installing } = registration;
      const fate = new Promise((done) =>
        installing?.addEventListener("statechange", () => done(installing.state)),
      );
      Object.assign(globalThis, { fate });
      return registration;
    };
  });
  const playground = new Playground(page);
  await playground.open(site.address);
  const fate = await page.waitForFunction(() => (globalThis as unknown as { fate?: Promise<string> }).fate);
  expect(await fate.jsonValue()).toBe("redundant");
  await site.close();
  rmSync(mixed, { recursive: true });
});

test("an unknown address is no page, and may do nothing", async ({ request }) => {
  for (const path of ["anything", "play/", "no-such-file.txt"]) {
    const response = await request.get(playgroundAddress() + path);
    expect(response.status(), path).toBe(404);
    expect(await response.text()).toContain("no page at this address");
    expect(response.headers()["content-security-policy"]).toContain("default-src 'none'");
  }
});

test("the preview server sends what every host is asked to send", async ({ request }) => {
  const asset = readdirSync(join(build(), "assets")).find((name) => name.endsWith(".js"));
  for (const path of ["", "index.html", "embed.html", "sw.js", `assets/${asset}`, "favicon.svg"]) {
    const headers = (await request.get(playgroundAddress() + path)).headers();
    for (const [name, value] of Object.entries(headersFor(`/${path}`, hashesOf(build()))))
      expect(headers[name.toLowerCase()], `${name} of /${path}`).toBe(value);
  }
});
