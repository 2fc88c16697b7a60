// Before the first paint: the chosen theme, and no example on the screen when the address brings a case of its own. And before
// any other script: whether this page may run here at all, and the few pages that may ever be framed in it, for only a running
// page knows its own address. It stands first in the body, for in the head everything below it would be fetched a round trip later.
(() => {
  const root = document.documentElement;
  const { names = "", framed, frames = "" } = document.currentScript.dataset;
  const isFramed = window.parent !== window;

  // Under another spelling of its name a host may send a page without its headers.
  const respelled = /\/\/|%(?:2[def]|3\d|4[1-9a-f]|5[\dacf]|6[1-9a-f]|7[\dae])/i;
  const isNamed = names.split(" ").some((name) => location.pathname.endsWith(name));
  if (isFramed && framed === undefined) refuse("Countersign does not run inside another page.");
  else if (!isNamed || respelled.test(location.pathname)) refuse("Countersign does not run at this address.");

  let theme = new URLSearchParams(location.search).get("theme");
  let keepsFonts = false;
  try {
    // A frame follows the page around it, whatever was chosen on the full page.
    if (theme === null && !isFramed) theme = localStorage.getItem("theme");
    keepsFonts = Boolean(navigator.serviceWorker?.controller);
  } catch {
    // Storage is closed: the system's theme holds.
  }
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (location.hash.length > 1 || history.state?.countersign) root.dataset.linked = "";
  const addressOf = (name) => new URL(name, location.href).href.replace(/[;,]/g, encodeURIComponent);
  const sources = frames.split(" ").filter(Boolean).map(addressOf);
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `frame-src ${sources.join(" ") || "'none'"}`;
  document.head.append(policy);
  // No module starts the page without it, for a host's headers might keep this script from running.
  root.dataset.booted = "";

  // Nothing but its own HTML is needed to read the page: what else it loads does not share the way with what is painted first.
  if (keepsFonts) release("fonts");
  else root.dataset.plain = "";
  if (root.dataset.refused === undefined)
    addEventListener("DOMContentLoaded", () => whenPainted(askForScripts));
  // What is done until then, src/app/page-ready.ts does again: the last click, unless something was typed after it. A menu opens by itself.
  addEventListener("click", ({ target }) => mark(target.closest?.("button:not([popovertarget])")), true);
  addEventListener("input", () => mark(null), true);

  function mark(button) {
    if (root.dataset.heard !== undefined) return;
    document.querySelector("[data-clicked]")?.removeAttribute("data-clicked");
    button?.setAttribute("data-clicked", "");
  }

  /** At once where nothing is painted: in another tab, of a linked case before it stands; soon where a frame is out of sight. */
  function whenPainted(then) {
    let done = false;
    const once = () => {
      if (!done) then();
      done = true;
    };
    if (document.hidden || root.dataset.linked !== undefined) return once();
    new PerformanceObserver((list) => {
      if (list.getEntriesByName("first-contentful-paint").length > 0) once();
    }).observe({ type: "paint", buffered: true });
    addEventListener("visibilitychange", once);
    setTimeout(once, 500);
  }

  /** And then for the fonts. The development server sets no scripts aside. */
  function askForScripts() {
    const script = release("scripts");
    if (script) script.addEventListener("load", showFonts);
    else showFonts();
  }

  /** Puts into the page what the build has set aside in it, digests included. */
  function release(what) {
    const { content } = document.querySelector(`template[data-late="${what}"]`) ?? {};
    const script = content?.querySelector("script");
    if (content) document.head.append(content);
    return script;
  }

  /** In place of the system's fonts, which have their measures; later than that somebody reads, and they are for the next visit. */
  function showFonts() {
    const start = performance.now();
    const own = [...document.fonts].filter(({ family }) => !family.includes("fallback"));
    for (const face of own) face.display = "swap";
    Promise.all(own.map((face) => face.load())).then(
      () => performance.now() - start < 3000 && delete root.dataset.plain,
      () => {},
    );
  }

  // Nothing below is read any more, and no module of the page runs.
  function refuse(sentence) {
    root.dataset.refused = "";
    const link = document.createElement("a");
    link.href = new URL("./", location.href).pathname.replace(/\/+/g, "/") + location.hash;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = "Open Countersign";
    link.style.textDecoration = "underline";
    const line = document.createElement("p");
    line.style.margin = "1rem";
    line.append(sentence, " ", link);
    document.body.append(line);
    window.stop();
  }
})();
