import { describe, expect, test } from "vitest";
import { readPaste } from "../signing/read-paste";
import { findScheme, schemes } from ".";
import { ruleNotes } from "./rule-notes";

const settings = { apiKey: "", format: "png" };

function rewriteOf(schemeId: string, url: string, kind: string): string | undefined {
  const scheme = findScheme(schemeId) ?? schemes[0];
  const { request } = readPaste(scheme, url, settings);
  return request.ok
    ? ruleNotes(scheme, request.value).find((note) => note.kind === kind)?.rewrite?.text
    : undefined;
}

const LINK = "https://api.urlbox.com/v1/KEY/png";
const escaped = (address: string) => encodeURIComponent(address);
const digits = "0123456789".repeat(4);

describe("escaping an address takes all that belongs to it, and nothing else", () => {
  const rows = [
    ["https://a.test/?x=1&y=2&width=300", "https://a.test/?x=1&y=2", "&width=300"],
    ["https://a.test/?x=1&width=300&y=2", "https://a.test/?x=1&y=2", "&width=300"],
    ["https://a.test/?x=1&y=2#top", "https://a.test/?x=1&y=2#top", ""],
    ["https://a.test/p#top", "https://a.test/p#top", ""],
    ["https://a.test/p#top&width=300", "https://a.test/p#top", "&width=300"],
    // Without a query of its own the address has no parameters.
    ["https://a.test/p&width=300&other=1", "https://a.test/p", "&width=300&other=1"],
  ] as const;
  test.each(rows)("%s", (typed, address, left) => {
    expect(rewriteOf("urlbox", `${LINK}?url=${typed}`, "unescaped-url")).toBe(
      `${LINK}?url=${escaped(address)}${left}`,
    );
    expect(rewriteOf("libpixel", `https://a.libpx.com/?src=${typed}`, "unescaped-src")).toBe(
      `https://a.libpx.com/?src=${escaped(address)}${left}`,
    );
  });

  test("a signature stays where it is", () => {
    const typed = `https://a.libpx.com/?src=https://a.test/?x=1&y=2&signature=${digits}`;
    expect(rewriteOf("libpixel", typed, "unescaped-src")).toBe(
      `https://a.libpx.com/?src=${escaped("https://a.test/?x=1&y=2")}&signature=${digits}`,
    );
  });
});

describe("a signature that “?” joins to an address is that of either", () => {
  test.each([
    `src=https%3A%2F%2Fb.test%2F1.jpg%3Fe%3D1?signature=${digits}`,
    `width=3&src=https://b.test/1.jpg?signature=${digits}`,
    `src=https://b.test/1.jpg?e=1?signature=${digits}`,
  ])("so that nothing is said of %s", (query) => {
    expect(rewriteOf("libpixel", `https://a.libpx.com/?${query}`, "unescaped-src")).toBeUndefined();
  });
  test("but not where the URL goes on, nor at Urlbox", () => {
    const address = `https://b.test/1.jpg?signature=${digits}`;
    expect(rewriteOf("libpixel", `https://a.libpx.com/?src=${address}&width=3`, "unescaped-src")).toBe(
      `https://a.libpx.com/?src=${escaped(address)}&width=3`,
    );
    expect(rewriteOf("urlbox", `${LINK}?url=${address}`, "unescaped-url")).toBe(
      `${LINK}?url=${escaped(address)}`,
    );
  });
});

describe("a “#” that belongs to a value is written %23", () => {
  test.each([
    [`${LINK}?url=a.test&selector=#main&width=300`, `${LINK}?url=a.test&selector=%23main&width=300`],
    [`${LINK}?url=a.test&selector=#main`, `${LINK}?url=a.test&selector=%23main`],
    [`${LINK}?url=a.test&selector=div#main&width=300`, `${LINK}?url=a.test&selector=div%23main&width=300`],
    [`${LINK}?url=a.test#main`, undefined],
    [`${LINK}?url=a.test#`, undefined],
  ])("%s", (typed, rewritten) => {
    expect(rewriteOf("urlbox", typed, "fragment")).toBe(rewritten);
  });

  test("and the signature behind it is checked again", () => {
    expect(
      rewriteOf("libpixel", `https://a.libpx.com/a.jpg?background=#fff&signature=${digits}`, "fragment"),
    ).toBe(`https://a.libpx.com/a.jpg?background=%23fff&signature=${digits}`);
  });

  // A signature takes no “#”: its value is the one before, where that is empty.
  test.each([
    [`bg=&signature=${digits}#fff&width=3`, "bg=%23fff&width=3"],
    [`width=3&bg=&signature=${digits}#fff`, "width=3&bg=%23fff"],
    [`width=3&bg=&signature=#fff`, "width=3&bg=%23fff"],
    [`signature=${digits}&bg=#fff&width=3`, `signature=${digits}&bg=%23fff&width=3`],
    [`width=3&signature=${digits}#x&y=3`, undefined],
    [`width=3&signature=${digits}#:~:text=a&text=b`, undefined],
    [`signature=${digits}#x&y=3`, undefined],
    [`width=3&signature=#x`, undefined],
  ])("and never glued to a signature: ?%s", (query, rewritten) => {
    expect(rewriteOf("libpixel", `https://a.libpx.com/a.jpg?${query}`, "fragment")).toBe(
      rewritten && `https://a.libpx.com/a.jpg?${rewritten}`,
    );
  });

  test("nor to a token in the query", () => {
    const link = `${LINK}?url=a.test&selector=&token=${digits}#main&width=3`;
    expect(rewriteOf("urlbox", link, "fragment")).toBe(`${LINK}?url=a.test&selector=%23main&width=3`);
  });
});
