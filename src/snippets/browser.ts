import type { KnownAnswer, Language } from "./language";
import { ADVICE, camelName, type SnippetPlan } from "./plan";
import { cutLines, quote, quoteUrl, scriptGrammar, signedUrl } from "./script";

/** WebCrypto: browsers in a secure context, workers, Deno, Node.js. */
export const browser: Language = {
  id: "browser",
  label: "Browser",
  usage: "Returns this URL. Takes the secret as its argument, so use it only where the user owns the secret.",
  function: { fileName: "sign.js", write: writeFunction },
  script: { fileName: "sign.js", write: writeScript },
  test: {
    fileName: "sign.test.mjs",
    runner: "node:test, which has WebCrypto, too",
    command: "node --test sign.test.mjs",
    write: writeTest,
  },
  grammar: scriptGrammar,
};

const WARNING = "// Never ship the secret with a page: ask for it, or sign on a server.\n";

function functionOf(plan: SnippetPlan): string {
  return `// ${ADVICE[0]}
// ${ADVICE[1]}
async function ${camelName(plan)}(url, secret) {
${cutLines(plan)}
${plan.computation.browser}
  return ${signedUrl(plan)};
}
`;
}

function writeFunction(plan: SnippetPlan): string {
  return `${functionOf(plan)}
${WARNING}async function signUrl(secret) {
  return ${camelName(plan)}(${quote(plan.unsignedUrl)}, secret);
}
`;
}

function writeTest(plan: SnippetPlan, known: KnownAnswer): string {
  return `import assert from "node:assert/strict";
import test from "node:test";

${functionOf(plan)}
test("signs as ${plan.vendor} does", async () => {
  const signed = await ${camelName(plan)}(${quote(known.url)}, ${quote(known.secret)});
  assert.equal(signed, ${quote(known.signedUrl)});
});
`;
}

/** The one snippet without the environment: a page has none, and a secret inside a page is public. */
function writeScript(plan: SnippetPlan): string {
  return `${WARNING}async function signUrl(secret) {
  const signingString = ${quote(plan.signingString)};

${plan.computation.browser}

  return ${quoteUrl(plan)};
}
`;
}
