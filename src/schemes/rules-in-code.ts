import { inCode as libpixel } from "./libpixel/in-code";
import type { RuleInCode } from "./rule-in-code";
import type { Scheme } from "./scheme";
import { inCode as urlbox } from "./urlbox/in-code";

/** By the id of the scheme. Apart from the schemes themselves, for it comes with the code and not with the page. */
const RULES: Readonly<Record<string, RuleInCode>> = { libpixel, urlbox };

/** What `signingString` and `assemble` of a scheme say, to be written out in the languages of the snippets. */
export function ruleInCode({ id }: Pick<Scheme, "id">): RuleInCode {
  const rule = RULES[id];
  if (!rule) throw new Error(`No rule is written out for ${id}.`);
  return rule;
}
