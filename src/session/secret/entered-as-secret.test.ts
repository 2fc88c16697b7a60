import { expect, test } from "vitest";
import { findScheme, schemes } from "../../schemes";
import { readPaste } from "../../signing/read-paste";
import { type EnteredAs, enteredAs } from "./entered-as-secret";

const [libpixel] = schemes;
const urlbox = findScheme("urlbox") ?? libpixel;
const DIGITS = "5625d56ceb4d442c3712dbe0100f7b0d2f8e5a11";
const BASE64 = Buffer.from(DIGITS, "hex").toString("base64");
const LINK = `https://api.urlbox.com/v1/abcDEF1234567890/${DIGITS}/png?url=https%3A%2F%2Fa.test&width=300`;
const UUID = "ca482d7e-9417-4569-90fe-80f7c5e1c781";
const SIGNED = `https://acme.libpx.com/a.jpg?width=3&signature=${DIGITS}`;

const as = (scheme: typeof urlbox, url: string, entered: string, apiKey = "") => {
  const settings = { apiKey, format: "png" };
  return enteredAs(entered, { scheme, settings }, readPaste(scheme, url, settings));
};

test.each<[EnteredAs, url: string, entered: string, apiKey?: string]>([
  ["key", LINK, "abcDEF1234567890"],
  ["key", LINK, " abcDEF1234567890\n"],
  ["key", LINK.replace("abcDEF1234567890", UUID), UUID],
  ["key", `https://api.urlbox.com/v1/${UUID}/png?url=https%3A%2F%2Fa.test`, UUID],
  // No query yet: nothing can be signed.
  ["key", `https://api.urlbox.com/v1/${UUID}/png`, UUID],
  ["key", "https://shop.test/page", UUID, UUID],
  ["key", LINK.replace(`/${DIGITS}/png`, `/png/${DIGITS}`), "abcDEF1234567890"],
  ["signature", LINK, DIGITS],
  ["signature", SIGNED, DIGITS],
  ["signature", SIGNED, `${DIGITS}\n`],
  ["signature", SIGNED.replace(DIGITS, encodeURIComponent(BASE64)), BASE64],
  ["url", LINK, LINK],
  ["url", SIGNED, SIGNED],
  ["url", SIGNED, "https://acme.libpx.com/a.jpg?width=3"],
  ["url", SIGNED, "acme.libpx.com"],
  ["url", SIGNED, "libpx.com"],
  ["url", SIGNED, "acme.libpx.com/a.jpg"],
  ["url", SIGNED, "/a.jpg?width=3"],
  ["url", LINK, "url=https%3A%2F%2Fa.test&width=300"],
  ["url", LINK, "https://a.test"],
])("what is entered as the secret may be the %s of %s", (what, url, entered, apiKey) => {
  const scheme = url.includes("libpx") ? libpixel : urlbox;
  expect(as(scheme, url, entered, apiKey)).toBe(what);
});

test.each([
  ["another option’s value", LINK.replace("width=300", "key=s3cret-of-mine"), "s3cret-of-mine"],
  ["a part of the key", LINK, "abcDEF12345"],
  ["no text that is a key", LINK.replace("abcDEF1234567890", "sec%20ret%2Fmine"), "sec ret/mine"],
  ["no digits in the signature’s place", SIGNED.replace(DIGITS, "s3cret-of-mine"), "s3cret-of-mine"],
  ["its digits elsewhere", `${SIGNED}&key=${"ab".repeat(20)}`, "ab".repeat(20)],
  ["a name in the path", SIGNED.replace("/a.jpg", "/s3cret-of-mine/a.jpg"), "s3cret-of-mine"],
  ["a query of no parameters", "https://acme.libpx.com/a.jpg?s3cret-of-mine", "s3cret-of-mine"],
  ["a key that is typed for another vendor", `${SIGNED}&key=${UUID}`, UUID, UUID],
])("%s, and the secret has leaked", (_, url, entered, apiKey = "") => {
  const scheme = url.includes("libpx") ? libpixel : urlbox;
  expect(as(scheme, url, entered, apiKey)).toBeNull();
});
