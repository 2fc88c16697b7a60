import fc from "fast-check";
import type { SchemeTesting } from "../testing";

export const testing: SchemeTesting = {
  urlWith: (text) => `https://acme.test/v1/KEY/png?url=${text}`,
  requests: ({ query, fragment }) =>
    fc
      .tuple(
        fc.constantFrom("KEY", "key-1", "é"),
        fc.constantFrom("png", "pdf", "PNG", "x y"),
        query,
        fc.option(fragment),
      )
      .map(
        ([key, format, query, fragment]) =>
          `https://api.urlbox.com/v1/${key}/${format}?url=${query}z${fragment === null ? "" : `#${fragment}z`}`,
      ),
  signedOf: (target) => target.replace(/^\/v1\/[^/]+\/SIGNATURE\/[^?]+\?/, ""),
  fixed: "url=".length,
};
