import type { VendorError } from "../scheme";

export const vendorErrors: readonly VendorError[] = [
  {
    says: "TokenlessRequestsNotEnabled",
    means:
      "Urlbox got a render link without a token. Sign the link here: the token goes between API key and format.",
  },
  {
    says: "TokenNotMatchedError",
    means:
      "Urlbox got a token that its query does not give. Paste the whole render link and its secret here to learn why.",
  },
  {
    says: "The generated token was incorrect",
    means:
      "Urlbox’s words for a token that does not match. Paste the whole render link and its secret here to learn why.",
  },
];
