import { describe, expect, it } from "vitest";
import { mistakesOf } from "../diagnosis/registry";
import { sign } from "../diagnosis/wrong-signature-testing";
import { schemes } from "../schemes";
import { signedByNode } from "../signing/node-testing";
import { readPaste } from "../signing/read-paste";
import { check } from "../signing/sign";
import { vectorsOf } from "./rows";
import { schemeOf, wrongUrl } from "./wrong-url";

describe.each(schemes)("the vectors of $label", async (scheme) => {
  const rows = await vectorsOf(scheme);
  it("hold published ones and a wrong one for most mistakes", () => {
    const wrong = rows.flatMap(({ mistakes = [] }) => mistakes);
    const own = mistakesOf(scheme).filter(({ example }) => schemeOf(example) === scheme);
    expect(rows.length - wrong.length).toBeGreaterThan(3);
    expect(new Set(wrong).size).toBe(wrong.length);
    expect(wrong.length).toBeGreaterThanOrEqual(own.length * 0.9);
  });
  it.each(rows)(
    "are right, by another implementation: $url",
    ({ secret, hash, signingString, signature, signedUrl, url, mistakes }) => {
      expect(signedByNode(hash, secret, signingString)).toBe(signature);
      const judge = (text: string) => {
        const { request } = readPaste(scheme, text, { apiKey: "", format: "png" });
        return request.ok ? check(request.value, signature) : request.problem.kind;
      };
      expect(judge(signedUrl)).toBe("valid");
      expect(judge(url)).toBe(mistakes ? "mismatch" : "unsigned");
    },
  );
});

const all = [...new Map(schemes.flatMap(mistakesOf).map((mistake) => [mistake.id, mistake])).values()];

it.each(all)("a wrong URL is made as Node makes it: $id", async ({ example }) => {
  expect(await wrongUrl(example)).toBe(example.url.replace("{}", () => sign(example)));
});
