/** Codes by which Urlbox refuses a request for something else than its token. */
const CODES = [
  "NoApiKeySupplied",
  "ApiKeyNotFound",
  "ApiKeyWrongFormat",
  "ProjectNotFound",
  "ProjectNotEnabled",
  "NoQuerySent",
  "InvalidQuery",
  "NoUrlSupplied",
  "UrlWasNotAStringError",
  "InvalidURLError",
  "InvalidURLExtensionError",
  "OptionNotAvailableOnPlan",
] as const;

const CODE = new RegExp(`\\b(?:${CODES.join("|")})\\b`);

/** What such a code around a render link says of its token; `null` where there is none. */
export function otherRefusal(around: string): string | null {
  const [code] = CODE.exec(around) ?? [];
  return code === undefined
    ? null
    : `“${code}” is not about the token: by this code Urlbox says what else it does not accept in the request.`;
}
