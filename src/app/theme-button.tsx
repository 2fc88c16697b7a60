import { useState } from "react";
import { Button } from "../ui/button";

const THEMES = ["system", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];
const MARKS: Readonly<Record<Theme, string>> = { system: "◐", light: "○", dark: "●" };

/** Follows the system until told otherwise, and remembers what it was told where storage allows. */
export function ThemeButton() {
  const [theme, setTheme] = useState<Theme>(currentTheme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  return (
    <Button
      className="pointer-coarse:min-w-11"
      aria-label={`Theme: ${theme}. Change to ${next}`}
      onClick={() => {
        applyTheme(next);
        setTheme(next);
      }}
    >
      <span aria-hidden suppressHydrationWarning>
        {MARKS[theme]}
      </span>
    </Button>
  );
}

function currentTheme(): Theme {
  const theme = typeof document === "undefined" ? undefined : document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

export function showTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function applyTheme(theme: Theme): void {
  showTheme(theme);
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // Storage is closed here: the choice lasts as long as the page.
  }
}
