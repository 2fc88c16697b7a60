// Before the first paint: the chosen theme, and no example on the screen when the address brings a case of its own.
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
})();
