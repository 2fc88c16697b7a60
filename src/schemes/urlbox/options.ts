import type { KnownOption } from "../scheme";

/** Urlbox's render options, the ones most used. */
export const options: readonly KnownOption[] = [
  { name: "url", hint: "address of the page" },
  { name: "html", hint: "HTML to render instead" },
  { name: "width", hint: "pixels, as in 1280" },
  { name: "height", hint: "pixels, as in 1024" },
  { name: "full_page", hint: "true or false" },
  { name: "selector", hint: "CSS selector, as in #main" },
  { name: "delay", hint: "milliseconds, as in 2000" },
  { name: "wait_for", hint: "CSS selector" },
  { name: "retina", hint: "true or false" },
  { name: "quality", hint: "1 to 100" },
  { name: "thumb_width", hint: "pixels, as in 300" },
  { name: "ttl", hint: "seconds, as in 86400" },
  { name: "force", hint: "true or false" },
  { name: "block_ads", hint: "true or false" },
  { name: "hide_cookie_banners", hint: "true or false" },
  { name: "user_agent", hint: "text" },
  { name: "cookie", hint: "name=value" },
  { name: "header", hint: "Name=value" },
];

export const otherOptions: readonly string[] = [
  "css",
  "js",
  "click",
  "hide_selector",
  "proxy",
  "bg_color",
  "format",
];
