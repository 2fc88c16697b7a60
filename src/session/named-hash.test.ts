import { expect, test } from "vitest";
import { findScheme } from "../schemes";
import { readPaste } from "../signing/read-paste";
import { namedHash } from "./named-hash";
import { initialState } from "./state";

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
])("%s", (pasted, hash) => {
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
