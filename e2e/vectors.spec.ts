import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures";
import type { HashLabel, SchemeLabel } from "./playground";

interface Vector {
  readonly url: string;
  readonly hash: HashLabel;
  readonly secret: string;
  readonly signingString: string;
  readonly signature: string;
  readonly signedUrl: string;
  readonly source: string;
}

const schemes = [
  { label: "LibPixel", file: "../src/schemes/libpixel/vectors.json" },
  { label: "Urlbox", file: "../src/schemes/urlbox/vectors.json" },
] as const satisfies readonly { label: SchemeLabel; file: string }[];

for (const { label, file } of schemes) {
  const vectors: Vector[] = JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
  test(`the page signs and checks every published ${label} example`, async ({ playground }) => {
    await playground.setScheme(label);
    for (const { url, hash, secret, signingString, signature, signedUrl, source } of vectors) {
      await test.step(source, async () => {
        await playground.setUrl(url);
        await playground.setSecret(secret);
        if (label === "Urlbox") await playground.setHash(hash);
        expect(await playground.outputs()).toMatchObject({
          signingString,
          signature,
          signedUrl,
          verdict: "unsigned",
        });
        await playground.setUrl(signedUrl);
        expect(await playground.outputs()).toMatchObject({
          signingString,
          signature,
          signedUrl,
          verdict: "valid",
        });
      });
    }
  });
}
