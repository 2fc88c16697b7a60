// Before the first paint: the chosen theme, and no example on the screen when the address brings a case of its own.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage is closed in some frames; the system's theme holds.
  }
  if (location.hash.length > 1) root.dataset.linked = "";
})();
