import { readFileSync } from "node:fs";
import { expect, testInOpenTab as test } from "./fixtures";

interface Vector {
  readonly url: string;
  readonly hash: string;
  readonly secret: string;
  readonly signingString: string;
  readonly signature: string;
  readonly signedUrl: string;
  readonly source: string;
}

const schemes = [
  { label: "LibPixel", file: "../src/schemes/libpixel/vectors.json" },
  { label: "Urlbox", file: "../src/schemes/urlbox/vectors.json" },
];

for (const { label, file } of schemes) {
  const vectors: Vector[] = JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
  const hashes = new Set(vectors.map(({ hash }) => hash));
  test(`the page signs and checks every published ${label} example`, async ({ playground }) => {
    await playground.setScheme(label);
    for (const { url, hash, secret, signingString, signature, signedUrl, source } of vectors) {
      await test.step(source, async () => {
        await playground.setUrl(url);
        await playground.setSecret(secret);
        if (hashes.size > 1) await playground.setHash(hash);
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
