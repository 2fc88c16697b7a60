import { expect, test } from "vitest";
import { findScheme } from "../../schemes";
import { readPaste } from "../../signing/read-paste";
import { initialState } from "../state";
import { hashMissed, namedHash } from "./named-hash";

const LINK = "https://api.urlbox.com/v1/KEY/png?url=a.example";

test.each([
  [`Your plan takes SHA-256. ${LINK}`, "SHA-256"],
  [`Your plan takes sha256. ${LINK}`, "SHA-256"],
  [`HMAC_SHA_256 from now on. ${LINK}`, "SHA-256"],
  [`Mac.getInstance("HmacSHA256") ${LINK}`, "SHA-256"],
  [`Made with SHA1: ${LINK}`, "SHA-1"],
  [`SHA-1 or SHA-256? ${LINK}`, undefined],
  [`Not SHA-16, nor SHA-2567. ${LINK}`, undefined],
  [`${LINK}?note=SHA-256`, undefined],
  [`openssl dgst -sha256 -hmac "$SECRET" ${LINK}`, "SHA-256"],
  [`hash_hmac('sha256', $query, $secret) ${LINK}`, "SHA-256"],
  [`token = hmac.new(key, query, hashlib.sha256) ${LINK}`, "SHA-256"],
  [`algorithm: SHA-256 ${LINK}`, "SHA-256"],
  [`curl -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' '${LINK}'`, undefined],
  [`Authorization: AWS4-HMAC-SHA256 Credential=A ${LINK}`, undefined],
  [`image: app@sha256:9f86d081884c url: ${LINK}`, undefined],
  [`<script integrity="sha256-47DEQpj8HBSa+/TImW"></script> ${LINK}`, undefined],
  [`sha256sum page.png ${LINK}`, undefined],
  [`Do not use SHA-256 for this: ${LINK}`, undefined],
  [`Not only that: SHA-256 is required. ${LINK}`, "SHA-256"],
  [
    `{"message":"The token was incorrect. It should be the HMAC SHA256 of your query string"} ${LINK}`,
    "SHA-256",
  ],
  [`if (!ok) throw new Error("no");\nreturn createHmac("sha256", secret) ${LINK}`, "SHA-256"],
  [`SHA-256 isn't used: ${LINK}`, undefined],
  [`SHA-1 is not supported, use SHA-256: ${LINK}`, undefined],
  [`SHA1 tokens are no longer accepted. Use SHA256: ${LINK}`, undefined],
  [`sha1 not sha256? ${LINK}`, undefined],
  [`Use SHA-256 only for new keys: ${LINK}`, undefined],
  [`It was SHA-256 until May: ${LINK}`, undefined],
  [`file sha256 of build: ${LINK}`, undefined],
  [`This doesn’t take SHA-256 yet ${LINK}`, undefined],
])("of %j the hash that is asked for is %s", (pasted, hash) => {
  const scheme = findScheme("urlbox");
  if (!scheme) throw new Error("no Urlbox");
  const reading = readPaste(scheme, pasted);
  expect(reading.request.ok).toBe(true);
  expect(namedHash({ ...initialState(), scheme, pasted }, reading)).toBe(hash);
});

test("where a vendor has one hash alone, words choose none", () => {
  const pasted = "SHA-1: https://acme.libpx.com/a.jpg?width=1";
  const state = { ...initialState(), pasted };
  expect(namedHash(state, readPaste(state.scheme, pasted))).toBeUndefined();
});

const SIGNED_1 = `https://api.urlbox.com/v1/KEY/${"ab".repeat(20)}/png?url=a.example`;
const SIGNED_256 = `https://api.urlbox.com/v1/KEY/${"ab".repeat(32)}/png?url=a.example`;
const SAYS_256 = "The generated token was incorrect. It should be the HMAC SHA256 of your query string";
const SAYS_1 = "It should be the HMAC SHA1 of your query string";

test.each([
  ["JSON before it", `{"error":{"message":"${SAYS_256}"}}\n${SIGNED_1}`, "SHA-256"],
  ["a header below a request", `GET ${SIGNED_1} HTTP/1.1\nx-urlbox-error-message: ${SAYS_256}`, "SHA-256"],
  [
    "a trace of curl",
    `> GET ${SIGNED_1.slice(22)} HTTP/1.1\n> Host: api.urlbox.com\n< x-urlbox-error-message: ${SAYS_256}`,
    "SHA-256",
  ],
  ["the older answer to the newer token", `${SAYS_1}: ${SIGNED_256}`, "SHA-1"],
  ["a token as it is asked for", `${SAYS_256}: ${SIGNED_256}`, null],
  ["the error without a hash", `TokenNotMatchedError: ${SIGNED_1}`, null],
  ["somebody else’s words", `We sign with SHA-256 elsewhere. ${SIGNED_1}`, null],
  ["the words within the URL", `${SIGNED_1}&css=${SAYS_256.replaceAll(" ", "+")}`, null],
])("the vendor’s answer asks for a hash: %s", (_, pasted, asked) => {
  const scheme = findScheme("urlbox");
  if (!scheme) throw new Error("no Urlbox");
  const reading = readPaste(scheme, pasted);
  if (!reading.request.ok) throw new Error(reading.request.problem.sentence);
  expect(hashMissed({ scheme, pasted }, reading, reading.request.value.hash ?? "SHA-1")).toBe(asked);
});
