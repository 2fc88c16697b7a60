import { type LinkedCase, writeLink } from "../../session/address/link";

/** The address of the playground's folder, whatever page of it is open. */
export function baseOf(page: string): URL {
  const base = new URL(".", page);
  base.search = "";
  base.hash = "";
  return base;
}

/** The address of a case; `file` is empty for the whole page. */
export function addressOf(page: string, file: string, linked: LinkedCase): string {
  // Markdown and GitBook end a link at a parenthesis or a quote.
  const fragment = writeLink(linked).replace(
    /[()'!*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${new URL(file, baseOf(page)).href}#${fragment}`;
}
