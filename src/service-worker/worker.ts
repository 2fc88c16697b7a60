/**
 * Keeps one whole build for use without a network, and nothing else: it answers for exactly the files of that build, always
 * from that build, and leaves every other request to the browser.
 */

/** One file of the build, by its address relative to this script. */
export interface PrecachedFile {
  readonly url: string;
  /** As in a `<script>`: a file of another build fails to install, so that two builds never mix. */
  readonly integrity: string;
  /** What a host is asked to send with it. */
  readonly headers: Readonly<Record<string, string>>;
}

interface WorkerScope {
  readonly registration: {
    readonly scope: string;
    readonly waiting: { postMessage(message: string): void } | null;
  };
  readonly clients: {
    matchAll(options: { includeUncontrolled: boolean }): Promise<readonly unknown[]>;
    claim(): Promise<void>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: LifecycleEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}
interface LifecycleEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** Written in by the build (build/precache.ts). */
declare const PRECACHE: { readonly version: string; readonly files: readonly PrecachedFile[] };

const worker = globalThis as unknown as WorkerScope;
const scope = new URL(worker.registration.scope);
/** Builds under other paths of the same origin keep their own caches. */
const ours = `countersign ${scope.pathname} `;
const cacheName = ours + PRECACHE.version;
const files = new Map(PRECACHE.files.map((file) => [new URL(file.url, scope).href, file]));

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => {
  if (event.data === "take over") void worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const address = addressInBuild(event.request);
  const file = files.get(address);
  if (file) event.respondWith(answer(address, file, event.request));
});

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(
    PRECACHE.files.map(async ({ url, integrity }) => {
      const response = await fetch(url, { integrity, cache: "no-cache" });
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      await cache.put(new URL(url, scope), await withoutRedirect(response));
    }),
  );
}

/** The page of a first visit is served from here at once: the names of its assets say which build they are of. */
async function activate(): Promise<void> {
  await removeOldBuilds();
  await worker.clients.claim();
}

async function removeOldBuilds(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(ours) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The address under which the build holds what is asked for, if it does; empty when that is none of our business. */
function addressInBuild(request: Request): string {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== scope.origin) return "";
  url.hash = "";
  // A page is the same whatever its query says; a file with a query is not ours.
  if (request.mode === "navigate") url.search = "";
  return url.href === new URL("index.html", scope).href ? scope.href : url.href;
}

async function answer(address: string, file: PrecachedFile, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(address);
  if (request.destination === "iframe" && isGecko) return answerFrame(address, kept, file, request);
  const response = (kept && (await asBuilt(kept, file, request))) ?? (await fetch(request));
  return request.mode === "navigate" && (await handOver(request)) ? askAgain(response) : response;
}

/** Firefox says what it does with responses in no other way. */
const isGecko = navigator.userAgent.includes("Gecko/");

/**
 * What a frame holds, in Firefox. It takes a response without an address of its own, as all are that are made here, for this
 * script, which the page may not frame: so it gets the host's own response, kept or new. No injected script can make one.
 */
async function answerFrame(
  address: string,
  kept: Response | undefined,
  file: PrecachedFile,
  request: Request,
): Promise<Response> {
  const built = (kept && (await asBuilt(kept, file, request))) ?? null;
  if (built && kept?.url === address) return kept;
  return fetch(request).catch(() => built ?? Response.error());
}

/**
 * What is kept, if it is what was built. Injected script can write into the cache, and a page without its policy would be a
 * way out for the secret: so the bytes must be the build's, and a page's headers come from here, whatever the host sent.
 */
async function asBuilt(kept: Response, file: PrecachedFile, request: Request): Promise<Response | null> {
  const bytes = await kept.clone().arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (`sha256-${btoa(String.fromCharCode(...digest))}` !== file.integrity) return null;
  const entries = Object.entries(file.headers);
  const complete = entries.every(([name, value]) => kept.headers.get(name) === value);
  // As it came, a script is kept compiled.
  if (complete && request.mode !== "navigate") return kept;
  const type = kept.headers.get("Content-Type");
  return new Response(bytes, { headers: type ? { ...file.headers, "Content-Type": type } : file.headers });
}

/**
 * A page in place of the one that was asked for, with its headers, which asks for it again. It waits for a second, the least that
 * can be said: what is asked of this worker while the new one takes over hangs in Chromium, now and then for minutes.
 */
function askAgain({ headers }: Response): Response {
  const refreshing = new Headers(headers);
  refreshing.set("Refresh", "1");
  return new Response(NEW_BUILD, { headers: refreshing });
}

/** Its headers allow no style of its own. */
const NEW_BUILD = `<!doctype html>
<html lang="en">
<meta name="color-scheme" content="light dark">
<title>Countersign</title>
<p>Opening the new version of Countersign…</p>
</html>`;

/**
 * A new build takes over when the last page of the old one is closed (the browser sees to that) or reloaded: so no page ever
 * runs on two builds. The reloaded one is then asked for again, from the new build.
 */
async function handOver({ cache }: Request): Promise<boolean> {
  const { waiting } = worker.registration;
  if (!waiting || cache === "default") return false;
  const pages = await worker.clients.matchAll({ includeUncontrolled: true });
  if (pages.length > 1) return false;
  waiting.postMessage("take over");
  return true;
}

/** A navigation may not be answered by a response that was redirected, as some hosts do with `.html`. */
async function withoutRedirect(response: Response): Promise<Response> {
  if (!response.redirected) return response;
  return new Response(await response.blob(), { headers: response.headers });
}
