import fc from "fast-check";
import type { SchemeTesting } from "../testing";

export const testing: SchemeTesting = {
  urlWith: (text) => `https://acme.test/v1/KEY/png?url=${text}`,
  requests: ({ path, query, fragment }) =>
    fc
      .tuple(path, fc.option(query), fc.option(fragment))
      .map(
        ([path, query, fragment]) =>
          `https://acme.libpx.com/${path}z${query === null ? "" : `?${query}z`}${fragment === null ? "" : `#${fragment}z`}`,
      ),
  signedOf: (target) => target.replace(/[?&]signature=SIGNATURE$/, ""),
  fixed: "/".length,
};
