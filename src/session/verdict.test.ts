import { describe, expect, it } from "vitest";
import { libpixel } from "../schemes/libpixel";
import { urlbox } from "../schemes/urlbox";
import { readPaste } from "../signing/read-paste";
import { cutUrl } from "../signing/url-text";
import { type VerdictName, verdictText } from "./verdict";

type Judged = Parameters<typeof verdictText>[0];

const judged = (verdict: VerdictName, rest: Partial<Judged> = {}): Judged => ({
  verdict,
  busy: false,
  reads: false,
  request: { found: null, typed: cutUrl("https://t.libpx.com/1.jpg") },
  problem: null,
  secret: { demo: false },
  state: { scheme: libpixel },
  foreign: undefined,
  several: { urls: 1, shown: 1 },
  hash: "SHA-1",
  missed: null,
  ...rest,
});
const reading = readPaste(libpixel, `https://t.libpx.com/1.jpg?signature=${"ab".repeat(20)}`, {
  apiKey: "",
  format: "",
});
const SIGNED = reading.request.ok ? reading.request.value : null;

describe("a verdict", () => {
  it("of a right signature that the vendor does not ask for is no plain “Valid”", () => {
    const { words, look } = verdictText(
      judged("valid", { state: { scheme: urlbox }, missed: "SHA-256" }),
      false,
    );
    expect(words).toBe("This secret made this token with SHA-1, but Urlbox’s answer asks for SHA-256.");
    expect(look).toBe("problem");
  });

  it("of a signed URL without a secret asks for it by the vendor's own words", () => {
    const { words, look } = verdictText(judged("empty", { request: SIGNED }), false);
    expect(words).toContain(libpixel.secretLabel);
    expect(words).toContain("check");
    expect(look).toBe("empty");
  });
  it("says that no secret makes it valid, where that is certain and settled", () => {
    const alone = judged("empty", { request: SIGNED });
    expect(verdictText(alone, true)).toMatchObject({
      words: "This cannot be valid, whatever the secret.",
      look: "problem",
    });
    expect(verdictText({ ...alone, busy: true }, true).words).toBe("Checking…");
  });
  it("is green for one URL alone, and names the one it speaks for", () => {
    expect(verdictText(judged("valid"), false)).toMatchObject({ look: "valid" });
    const several = verdictText(judged("valid", { several: { urls: 1200, shown: 2 } }), false);
    expect(several.look).not.toBe("valid");
    expect(several.words).toMatch(/^The second of 1,200\. /);
    expect(several.announced).toBe(several.words);
    const unchecked = verdictText(judged("empty", { several: { urls: 2, shown: 1 } }), false);
    expect(unchecked.announced).toMatch(/^The first of 2\. Enter the Auth Secret/);
    expect(verdictText(judged("empty"), false).announced).toBe("");
    const ofDiagnosis = verdictText(judged("mismatch", { several: { urls: 2, shown: 1 } }), false);
    expect(ofDiagnosis.announced).toBe("");
  });
  it("warns of a signature that no account takes", () => {
    expect(verdictText(judged("unsigned", { secret: { demo: true } }), false).look).toBe("problem");
    const foreign = verdictText(judged("unsigned", { foreign: urlbox }), false);
    expect(foreign).toMatchObject({ look: "problem" });
    expect(foreign.words).toContain(urlbox.label);
  });
  it("is read out once it is settled, and a mismatch by its diagnosis", () => {
    expect(verdictText(judged("valid", { busy: true }), false).announced).toBeNull();
    expect(verdictText(judged("mismatch"), false).announced).toBe("");
    expect(verdictText(judged("valid"), false).announced).toMatch(/^Valid/);
    const problem = { kind: "empty", sentence: "There is no URL." };
    expect(verdictText(judged("problem", { problem }), false).announced).toContain("There is no URL.");
  });
});
