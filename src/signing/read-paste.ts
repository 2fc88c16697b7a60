import { find } from "./find/find";
import type { Rule } from "./rule";
import { type Reading, readFound } from "./sign";
import type { Settings } from "./types";

/** `paste → find → cut → prepare → read`: everything that needs no secret. Without `settings` no link is built. Pure, linear in the text's length. */
export function readPaste(rule: Rule, pasted: string, settings: Settings = {}): Reading {
  return readFound(rule, pasted, find(pasted, rule), settings);
}
