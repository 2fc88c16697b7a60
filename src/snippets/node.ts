import type { KnownAnswer, Language } from "./language";
import { ADVICE, camelName, type SnippetPlan } from "./plan";
import { cutLines, quote, quoteUrl, scriptGrammar, signedUrl } from "./script";

/** Node.js as an ES module. */
export const node: Language = {
  id: "node",
  label: "Node.js",
  function: { fileName: "sign.mjs", write: writeFunction },
  script: { fileName: "sign.mjs", write: writeScript },
  test: {
    fileName: "sign.test.mjs",
    runner: "node:test",
    command: "node --test sign.test.mjs",
    write: writeTest,
  },
  grammar: scriptGrammar,
};

function functionOf(plan: SnippetPlan): string {
  return `// ${ADVICE[0]}
// ${ADVICE[1]}
function ${camelName(plan)}(url, secret) {
${cutLines(plan)}
  const signature = ${plan.computation.node.begin("secret")}.update(signingString).digest("hex");
  return ${signedUrl(plan)};
}
`;
}

function writeFunction(plan: SnippetPlan): string {
  return `import { ${plan.computation.node.imports} } from "node:crypto";

${functionOf(plan)}
console.log(${camelName(plan)}(${quote(plan.unsignedUrl)}, process.env.${plan.secretVariable}));
`;
}

function writeTest(plan: SnippetPlan, known: KnownAnswer): string {
  return `import assert from "node:assert/strict";
import { ${plan.computation.node.imports} } from "node:crypto";
import test from "node:test";

${functionOf(plan)}
test("signs as ${plan.vendor} does", () => {
  const signed = ${camelName(plan)}(${quote(known.url)}, ${quote(known.secret)});
  assert.equal(signed, ${quote(known.signedUrl)});
});
`;
}

function writeScript(plan: SnippetPlan): string {
  return `import { ${plan.computation.node.imports} } from "node:crypto";

const signingString = ${quote(plan.signingString)};
const signature = ${plan.computation.node.begin(`process.env.${plan.secretVariable}`)}
  .update(signingString)
  .digest("hex");

console.log(${quoteUrl(plan)});
`;
}
