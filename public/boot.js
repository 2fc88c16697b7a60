// Before the first paint: the chosen theme, and no example on the screen when the address brings a case of its own. And before
// any other script: the one page that may ever be framed here, for only a running page knows its own address. It stands first in
// the body, for in the head everything below it would be fetched a round trip later.
(() => {
  const root = document.documentElement;
  let theme = new URLSearchParams(location.search).get("theme");
  try {
    // A frame follows the page around it, whatever was chosen on the full page.
    if (theme === null && window.parent === window) theme = localStorage.getItem("theme");
  } catch {
    // Storage is closed: the system's theme holds.
  }
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (location.hash.length > 1) root.dataset.linked = "";
  const open = new URL("open.html", location.href).href.replace(/[;,]/g, encodeURIComponent);
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `frame-src ${open}`;
  document.head.append(policy);
})();
