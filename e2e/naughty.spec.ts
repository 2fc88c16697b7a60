import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, testInOpenTab as test } from "./fixtures";

const file = new URL("../src/signing/naughty-strings.json", import.meta.url);
const { strings } = JSON.parse(readFileSync(file, "utf8")) as { strings: readonly string[] };

/** What a field, a view or a font could stumble over. All strings of the list go through the same code in `naughty.test.ts`. */
const KINDS = {
  "control characters": /\p{Cc}/u,
  "line separators": /[\u2028\u2029]/,
  "wide spaces": /\u3000/,
  "right to left": /\p{Script=Arabic}/u,
  "direction marks": /[\u202a-\u202e\u2066-\u2069]/,
  "no width": /[\u200b-\u200d\ufeff]/,
  "heaps of marks": /\p{M}{3}/u,
  "two code units": /[\u{10000}-\u{10ffff}]/u,
  "coloured emoji": /\p{Emoji_Modifier}/u,
  markup: /<script/i,
  attributes: /"\s*on\w+=/i,
  "broken escapes": /%(?![0-9a-f]{2})/i,
  paths: /\.\.\//,
} as const;

const longest = strings.reduce((long, next) => (next.length > long.length ? next : long));
const handful = new Set(["", longest]);
for (const [kind, pattern] of Object.entries(KINDS)) {
  const one = strings.find((text) => pattern.test(text) && !handful.has(text));
  if (one === undefined) throw new Error(`no string of the list has ${kind}`);
  handful.add(one);
}

test("a naughty string of each kind as URL: no crash, nothing lost, no wrong claim", async ({
  playground,
}) => {
  await playground.setSecret("secret");
  for (const scheme of ["LibPixel", "Urlbox"] as const) {
    await playground.setScheme(scheme);
    for (const naughty of handful) {
      await playground.setUrl(naughty);
      const { verdict, signature, signingString } = await playground.outputs();
      expect(["problem", "unsigned", "mismatch"], naughty).toContain(verdict);
      await expect(playground.url).toHaveValue(naughty);
      if (signature)
        expect(signature, naughty).toBe(createHmac("sha1", "secret").update(signingString).digest("hex"));
    }
  }
});

test("a naughty string of each kind as secret and inside a URL: the HMAC is right", async ({
  playground,
}) => {
  for (const naughty of handful) {
    await playground.setUrl(`https://acme.test/a?q=${naughty}`);
    await playground.setSecret(naughty);
    const { signature, signingString, problem } = await playground.outputs();
    const secret = await playground.secret.inputValue();
    expect(problem, naughty).toBe("");
    expect(signingString, naughty).toMatch(/^\/[!-~]*$/);
    expect(signature, naughty).toBe(
      secret === "" ? "" : createHmac("sha1", secret.toWellFormed()).update(signingString).digest("hex"),
    );
  }
});
