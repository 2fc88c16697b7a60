import type { Scheme } from "./scheme";

/** What else can be, where a right signature was refused, by the vendor’s words for it. Which it is, nothing here tells. */
const THOUGH_VALID: Readonly<Record<string, readonly string[]>> = {
  "Require Authenticated Requests": [
    "The URL was requested without its signature, or lost it on its way to LibPixel.",
    "The answer is that of another URL.",
  ],
  TokenlessRequestsNotEnabled: [
    "The link was requested without its token, or lost it on its way to Urlbox.",
    "The answer is that of another link.",
  ],
  TokenNotMatchedError: anotherToken(),
  "The generated token was incorrect": anotherToken(),
};

function anotherToken(): readonly string[] {
  return [
    "The secret entered here is not that of the link’s API key: it is another project’s, or was replaced.",
    "Something changed the link on its way to Urlbox, so that another query or another token arrived.",
    "The answer is that of another link.",
  ];
}

/** Each way in which a URL can be rightly signed and the vendor’s answer in the text around it true; empty where the two agree. */
export function thoughValid({ vendorErrors }: Scheme, around: string): readonly string[] {
  const text = around.slice(0, 20_000).toLowerCase();
  const error = vendorErrors.find(({ says }) => text.includes(says.toLowerCase()));
  return (error && THOUGH_VALID[error.says]) ?? [];
}
