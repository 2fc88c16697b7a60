import { expect, it } from "vitest";
import { schemes } from "./index";
import { thoughValid } from "./though-valid";

it("has an explanation for each answer by which a vendor refuses a signature", () => {
  for (const scheme of schemes)
    for (const { says } of scheme.vendorErrors) {
      const ways = thoughValid(scheme, `HTTP/1.1 401\n{"error":"${says.toUpperCase()}"}`);
      expect(ways.length, says).toBeGreaterThan(1);
      expect(ways.at(-1)).toContain("another");
    }
});

it("has none for the answers of another vendor, and for none", () => {
  const [libpixel] = schemes;
  expect(thoughValid(libpixel, "TokenNotMatchedError")).toEqual([]);
  expect(thoughValid(libpixel, "HTTP/1.1 404 Not Found")).toEqual([]);
});
