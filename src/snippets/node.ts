import type { Language } from "./language";
import type { SnippetPlan } from "./plan";
import { quote, quoteUrl, scriptGrammar } from "./script";

/** Node.js as an ES module. */
export const node: Language = {
  id: "node",
  label: "Node.js",
  fileName: "sign.mjs",
  write,
  grammar: scriptGrammar,
};

function write(plan: SnippetPlan): string {
  return `import { createHmac } from "node:crypto";

const signingString = ${quote(plan.signingString)};
const signature = createHmac("${plan.algorithm}", process.env.${plan.secretVariable})
  .update(signingString)
  .digest("hex");

console.log(${quoteUrl(plan)});
`;
}
