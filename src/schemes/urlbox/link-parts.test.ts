import { expect, it } from "vitest";
import { cutUrl, joinUrl } from "../../signing/url-text";
import { linkParts } from "./link-parts";

const TOKEN = "a6f5fb4b61eaba63a4546b87c14091c9ca3fbe73";

it.each([
  ["https://api.urlbox.com/v1/pk-1/png?url=a", "https://api.urlbox.com/v1/pk-2/pdf?url=a"],
  [
    `https://api.urlbox.io/v1/pk-1/${TOKEN}/JPG?url=a#b`,
    `https://api.urlbox.io/v1/pk-2/${TOKEN}/pdf?url=a#b`,
  ],
])("changes key and format of %s where they stand", (url, changed) => {
  const text = cutUrl(url);
  expect(linkParts.read(text)?.apiKey).toBe("pk-1");
  expect(joinUrl(linkParts.write(text, linkParts.read(text) ?? {}))).toBe(url);
  expect(joinUrl(linkParts.write(text, { apiKey: "pk-2", format: "pdf" }))).toBe(changed);
});

it("leaves a link alone that is not made as the vendor says", () => {
  for (const path of [`/v1/${TOKEN}/pk-1/png`, "/v1/pk-1", "//v1/pk-1/png", "/v1/pk-1//png"])
    expect(linkParts.read(cutUrl(`https://api.urlbox.com${path}?url=a`)), path).toBeNull();
});

it("finds neither in an address of the API, which only looks like a link", () => {
  for (const path of ["/v1/render/sync", "/v1/render/async", `/v1/render/${"0a1b2c3d-".repeat(4)}0a1b2c3d`])
    expect(linkParts.read(cutUrl(`https://api.urlbox.com${path}`)), path).toBeNull();
  expect(linkParts.read(cutUrl("https://api.urlbox.com/v1/render/png?url=a"))?.apiKey).toBe("render");
});

it("a key that is typed stays within its segment", () => {
  const text = cutUrl("https://api.urlbox.com/v1/pk-1/png?url=a");
  expect(joinUrl(linkParts.write(text, { apiKey: "a/b?c", format: "png" }))).toBe(
    "https://api.urlbox.com/v1/a%2Fb%3Fc/png?url=a",
  );
});
