import type { Language } from "./language";
import type { SnippetPlan } from "./plan";
import { quote, quoteUrl, scriptGrammar } from "./script";

/** WebCrypto: browsers in a secure context, workers, Deno, Node.js. */
export const browser: Language = {
  id: "browser",
  label: "Browser",
  usage: "Returns this URL. Takes the secret as its argument, so use it only where the user owns the secret.",
  fileName: "sign.js",
  write,
  grammar: scriptGrammar,
};

/** The one snippet without the environment: a page has none, and a secret inside a page is public. */
function write(plan: SnippetPlan): string {
  return `// Never ship the secret with a page: ask for it, or sign on a server.
async function signUrl(secret) {
  const utf8 = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "${plan.hash}" };
  const key = await crypto.subtle.importKey("raw", utf8.encode(secret), algorithm, false, ["sign"]);

  const signingString = ${quote(plan.signingString)};
  const hmac = await crypto.subtle.sign("HMAC", key, utf8.encode(signingString));
  const signature = Array.from(new Uint8Array(hmac), (byte) => byte.toString(16).padStart(2, "0")).join("");

  return ${quoteUrl(plan)};
}
`;
}
