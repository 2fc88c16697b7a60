import type { ComputationName } from "../../signing/computations";
import type { VendorError } from "../scheme";

const LEARN_WHY = "Paste the whole render link and its secret here to learn why.";

export const vendorErrors: readonly VendorError[] = [
  {
    says: "TokenlessRequestsNotEnabled",
    means: "Urlbox got a render link without a token.",
    toDo: "Sign the link here: the token goes between API key and format.",
  },
  {
    says: "TokenNotMatchedError",
    means: "Urlbox got a token that its query does not give.",
    toDo: LEARN_WHY,
  },
  {
    says: "The generated token was incorrect",
    means: "Urlbox’s words for a token that does not match.",
    toDo: LEARN_WHY,
  },
];

/** “It should be the HMAC SHA256 of your query string”: the hash that an answer of Urlbox’s asks for. */
export function hashAskedFor(around: string): ComputationName | undefined {
  const [, size] = /should be the HMAC[-_ ]?SHA[-_ ]?(1|256)\b/i.exec(around) ?? [];
  if (size === undefined) return undefined;
  return size === "1" ? "SHA-1" : "SHA-256";
}
