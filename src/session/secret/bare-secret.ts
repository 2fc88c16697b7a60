import { secretAlone } from "../notes/secret-alone";

export const QUOTES = /^["'`“”„‟‘’‚‛«»‹›]|["'`“”„‟‘’‚‛«»‹›]$/g;
/** But for a tab, which can be typed. */
export const INVISIBLE = /(?!\t)[\p{Cc}\p{Cf}\p{DI}\p{Zl}\p{Zp}\u2800]/gu;

/** What a secret was pasted in, in words for a sentence, and what stands in it. */
interface Wrapped {
  readonly carried: string;
  readonly value: string;
}

/** A secret with its name, in JSON, or as a header has it; `null` where it is alone. */
export function wrappedIn(text: string): Wrapped | null {
  const named = secretAlone(text);
  if (named !== "") return { carried: "its name before it", value: named };
  const inJson = secretInJson(text);
  if (inJson !== null) return { carried: "JSON around it", value: inJson };
  const inHeader = HEADER.exec(text)?.[1];
  return inHeader === undefined ? null : { carried: "a header’s word before it", value: inHeader };
}

const HEADER = /^\s*(?:authorization\s*:\s*)?(?:bearer|token)\s+(\S{4,})\s*$/i;

/** Its only text, or the only one whose name is a secret’s. */
function secretInJson(text: string): string | null {
  if (!/^\s*\{/.test(text)) return null;
  const texts = Object.entries(parsed(text)).filter(([, value]) => typeof value === "string" && value !== "");
  const called = texts.filter(([name]) => /secret|passw|(?:signing|private|hmac)_?key/i.test(name));
  const [one, ...others] = texts.length === 1 ? texts : called;
  return one && others.length === 0 ? String(one[1]) : null;
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** A secret without what mostly came along with it: what it was stored in, else invisible characters, white space around it, then quotes. */
export function bareSecret(text: string): string {
  return wrappedIn(text)?.value ?? text.replace(INVISIBLE, "").trim().replace(QUOTES, "");
}
