import { expect, testInOpenTab as test } from "./fixtures";

const secret = "LibPixel";
const signature = "500ad73bdf2d9e77d6bb94f0ca1c72f9c1f495f8";
const signed = `http://test.libpx.com/images/3.jpg?width=300&height=220&signature=${signature}#image`;

test("a signed URL is checked, and what it should be stands beside the verdict", async ({ playground }) => {
  expect(await playground.sign("LibPixel", signed, secret)).toMatchObject({
    verdict: "valid",
    signature,
    signedUrl: signed,
    signingString: "/images/3.jpg?width=300&height=220",
  });

  const tampered = signed.replace("300", "301");
  await playground.setUrl(tampered);
  const outputs = await playground.outputs();
  expect(outputs.verdict).toBe("mismatch");
  expect(outputs.signedUrl).toBe(tampered.replace(signature, outputs.signature));

  await playground.setUrl(outputs.signedUrl);
  expect(await playground.outputs()).toMatchObject({ verdict: "valid", signedUrl: outputs.signedUrl });
});

test("the verdict follows the secret; the pasted text never changes", async ({ playground }) => {
  await playground.sign("LibPixel", signed, "another secret");
  for (const [typed, verdict] of [
    ["another secret", "mismatch"],
    [secret, "valid"],
    [`${secret} `, "mismatch"],
    ["", "empty"],
    [secret, "valid"],
  ] as const) {
    await playground.setSecret(typed);
    expect((await playground.outputs()).verdict, `with “${typed}”`).toBe(verdict);
    await expect(playground.url).toHaveValue(signed);
  }
  await playground.setScheme("Urlbox");
  await expect(playground.url).toHaveValue(signed);
  await playground.setHash("SHA-256");
  await playground.setScheme("LibPixel");
  await expect(playground.url).toHaveValue(signed);
  expect((await playground.outputs()).verdict).toBe("valid");
});

test("the length of a token decides the hash, and nothing else does", async ({ playground }) => {
  const unsigned = "https://api.urlbox.com/v1/pub_test_KEY/png?url=https%3A%2F%2Fexample.com";
  await playground.setScheme("Urlbox");
  await playground.setHash("SHA-256");
  const { signedUrl, signature } = await playground.sign("Urlbox", unsigned, "sec_test_AAA");
  expect(signature).toBe("15d1630f9e28c983166c692788fbf019289ad601c814619944cc63e292c57b82");

  await playground.setHash("SHA-1");
  const sha1 = await playground.outputs();
  expect(sha1.signature).toHaveLength(40);
  await playground.setUrl(signedUrl);
  expect(await playground.outputs()).toMatchObject({ verdict: "valid", signature });
  await playground.setUrl(sha1.signedUrl);
  expect(await playground.outputs()).toMatchObject({ verdict: "valid", signature: sha1.signature });
  await playground.setHash("SHA-256");
  await expect(playground.url).toHaveValue(sha1.signedUrl);
  // What was chosen is one click away.
  await playground.button("Sign it with SHA-256").click();
  await expect(playground.url).toHaveValue(signedUrl);
  expect(await playground.outputs()).toMatchObject({ verdict: "valid", signature });
  await expect(playground.button("Sign it with SHA-256")).toHaveCount(0);
});

test("a signature out of place does not pass as valid", async ({ playground }) => {
  const base = "http://test.libpx.com/images/3.jpg?width=300&height=220";
  for (const url of [
    `${base.replace("?", `?signature=${signature}&`)}`,
    `${base}#signature=${signature}`,
    `${base}&signature=${signature}&signature=${signature}`,
    `${base}&signature=${signature.toUpperCase()}`,
  ]) {
    const { verdict, signedUrl } = await playground.sign("LibPixel", url, secret);
    expect(verdict, url).toBe("mismatch");
    expect(signedUrl).toBe(`${base}&signature=${signature}`);
  }
});
