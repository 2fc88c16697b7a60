import { expect, test } from "vitest";
import { HIDDEN, hideSecrets } from "./hide-secrets";

const SECRET = "k/3y+ (é)%41*z\ud800";
const bytes = Buffer.from(SECRET.toWellFormed());
const lower = (text: string) => text.replace(/%[0-9A-F]{2}/g, (run) => run.toLowerCase());
const encoded = encodeURIComponent(SECRET.toWellFormed());
const rfc3986 = encoded.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

test.each([
  SECRET,
  encoded,
  lower(encoded),
  rfc3986,
  encodeURIComponent(rfc3986),
  encodeURIComponent(encodeURIComponent(lower(encoded))),
  encoded.replaceAll("%20", "+"),
  encodeURI(SECRET.toWellFormed()),
  SECRET.replace("/", "%2f"),
  bytes.toString("base64").replace(/=+$/, ""),
  encodeURIComponent(bytes.toString("base64").replace(/=+$/, "")),
  bytes.toString("base64url"),
  bytes.toString("hex"),
  bytes.toString("hex").toUpperCase(),
])("a secret is hidden however it is spelled: %s", (spelled) => {
  expect(hideSecrets(["another", SECRET])(`https://a.test/?a=${spelled}&b=${spelled}`)).toBe(
    `https://a.test/?a=${HIDDEN}&b=${HIDDEN}`,
  );
});

test("what is no secret stays, and one too short to be told by it", () => {
  const text = "https://a.test/?a=k%2F3y%2B&b=short";
  expect(hideSecrets([SECRET, "short", ""])(text)).toBe(text);
});
