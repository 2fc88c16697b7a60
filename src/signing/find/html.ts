const ENTITIES: Readonly<Record<string, string>> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">" };

/** Decodes the five named entities that XML knows, and numeric ones. */
export function decodeEntities(html: string): string {
  return html.replace(ENTITY, decodeEntity);
}

/** One entity that XML knows, or a numeric one. */
export const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|quot|apos|lt|gt));/gi;

export function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Also with XML’s prefix: `<image:loc>`. */
const TAG = /<\/?[A-Za-z][A-Za-z0-9-]*(?::[A-Za-z][\w.-]*)?(?:\s[^<>]*)?>/;
const ATTRIBUTE = /(?:^|[\s<])(?:src|href|srcset|poster|action|content|cite|data-[\w-]{1,30})=["']$/i;

/** Where HTML or XML begins in a text, or infinity. */
export function firstTag(text: string): number {
  return TAG.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

/** The open tag or attribute at the end of a text: what stands there is spelled as HTML; `null` outside of one. */
export function openTag(before: string): string | null {
  const tag = before.slice(before.lastIndexOf("<"));
  if (/^<[A-Za-z]/.test(tag) && !tag.includes(">")) return tag;
  const end = before.slice(-48);
  return ATTRIBUTE.test(end) ? end : null;
}

/** True inside of a script, where entities mean nothing. */
export function inScript(before: string): boolean {
  return /^<script/i.test(before.slice(before.lastIndexOf("<")));
}
