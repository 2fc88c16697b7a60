import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { search } from "../search";
import { inputOf } from "../testing";

const { secret: SECRET } = inputOf("");
const HOST = "https://img.example.net";
const hmac = (signed: string) => createHmac("sha1", SECRET).update(signed).digest("hex");
const photo = (signed: string) => `${HOST}${signed}&signature=${hmac(signed)}`;
const link = (query: string) => `https://api.urlbox.com/v1/pubKey9/${hmac(query)}/png?${query}`;
const carets = (url: string) => url.replaceAll("&", "^&");

const searched = (pasted: string) =>
  search(inputOf(pasted, { schemeId: pasted.includes("urlbox") ? "urlbox" : "libpixel", secret: SECRET }));

/** The digits are those of the string, and no mistake is told. */
const RIGHT = { state: "explained", mistakes: [] };
const PHOTO = photo("/shop/bag-blue.jpg?width=900&height=600&mode=crop");
const LINK = link("url=https%3A%2F%2Fa.example&width=1280&full_page=true");

describe("“^” before each “&”, as cmd writes it", () => {
  it.each([PHOTO, LINK, photo("/a.jpg?width=9")])("is told as what came in, of %s", async (url) => {
    const found = await searched(carets(url));
    if (found.state !== "explained") throw new Error(found.state);
    expect(found.mistakes.map(({ id }) => id)).toEqual(["characters-added-after-signing"]);
    expect(found.mistakes[0]?.why).toContain("cmd");
    expect(found).toMatchObject({ repaired: url, corrected: url });
  });

  it.each([
    ["in plain quotes", (url: string) => `curl "${carets(url)}"`],
    ["with options", (url: string) => `curl.exe -s "${carets(url)}" -o out.png`],
    ["without quotes", (url: string) => `curl ${carets(url)}`],
    ["in its own quotes", (url: string) => `curl ^"${carets(url)}^"`],
  ])("is no part of the URL of a curl command %s", async (_, command) => {
    for (const url of [PHOTO, LINK]) expect(await searched(command(url))).toMatchObject(RIGHT);
  });

  it("is a part of the URL where it does not stand before each", async () => {
    const sent = "/a.jpg?text=x^&width=9&height=6";
    expect(await searched(photo(sent))).toMatchObject(RIGHT);
    expect(await searched(`curl "${photo(sent)}"`)).toMatchObject(RIGHT);
  });

  it("is no story of a string out of which a filter took other characters, too", async () => {
    const sent = "/a.jpg?text=x%20y&width=9";
    const found = await searched(`${HOST}${carets(`${sent}&signature=${hmac("/a.jpg?text=x20y&width=9")}`)}`);
    const ids = found.state === "explained" ? found.mistakes.map(({ id }) => id) : [];
    expect(ids).not.toEqual(["characters-added-after-signing"]);
  });
});

describe("the signs of other shells", () => {
  const ticks = (url: string) => url.replaceAll("&", "`&");
  const backslashes = (url: string) => url.replaceAll("&", "\\&");
  const escapes = (url: string) => url.replaceAll("`&", "%60&").replaceAll("\\&", "%5C&");
  it.each([
    ["PowerShell’s", ticks, "PowerShell"],
    ["PowerShell’s, escaped", (url: string) => escapes(ticks(url)), "PowerShell"],
    ["a shell’s", backslashes, "shell"],
    ["a shell’s, escaped", (url: string) => escapes(backslashes(url)), "shell"],
    [
      "zsh’s",
      (url: string) =>
        backslashes(url)
          .replace("?", "\\?")
          .replaceAll(/=(?!\w{40}$)/g, "\\="),
      "zsh",
    ],
  ])("are told as what came in: %s", async (_, write, name) => {
    for (const url of [PHOTO, LINK.replace("/png?", "/png?x=1&"), photo("/a.jpg?width=9")]) {
      if (url.startsWith("https://api") && name === "zsh") continue;
      const right = url.includes("x=1") ? link(url.slice(url.indexOf("?") + 1)) : url;
      const found = await searched(write(right));
      if (found.state !== "explained") throw new Error(`${name}: ${found.state}`);
      expect(found.mistakes.map(({ id }) => id)).toEqual(["characters-added-after-signing"]);
      expect(found.mistakes[0]?.why).toContain(name);
      expect(found).toMatchObject({ repaired: right });
    }
  });

  it("are a spelling in a command of PowerShell, and where no signature can be read before they are undone", async () => {
    expect(await searched(`Invoke-WebRequest -Uri "${ticks(PHOTO)}"`)).toMatchObject(RIGHT);
    expect(await searched(`iwr ${ticks(PHOTO)} -OutFile a.jpg`)).toMatchObject(RIGHT);
    expect(await searched(PHOTO.replaceAll(/[?&=]/g, "\\$&"))).toMatchObject(RIGHT);
    expect(await searched(LINK.replaceAll(/[?&=]/g, "\\$&"))).toMatchObject(RIGHT);
  });

  it.each([
    ["^", "url=a.example^&text=b^", "url=a.example&text=b"],
    ["^", "url=a.example^&text=b^", "url=a.example&text=b^"],
    ["`", "url=a.example%60&text=b%60", "url=a.example&text=b"],
    ["`", "url=a.example`&text=b`", "url=a.example&text=b`"],
    ["\\", "url=a.example\\&text=b\\", "url=a.example&text=b\\"],
  ])("at the end may be the value’s own, too: %s in %s, signed %s", async (sign, sent, signed) => {
    const found = await searched(link(signed).replace(signed, sent));
    expect(found).toMatchObject({ state: "explained", repaired: link(signed) });
    expect(found.state === "explained" && found.mistakes[0]?.title).toBe(
      `“${sign}” came into the URL before “&” ${sign === "\\" ? "or other signs " : ""}after it was signed.`,
    );
  });

  it.each(["^", "%5E", "`", "%60", "\\", "%5C"])(
    "are none where the “&” before the signature has none: %s",
    async (sign) => {
      for (const url of [
        `${HOST}/a.jpg?w=3${sign}&text=a&signature=${hmac("/a.jpg?w=3&text=a")}`,
        `${HOST}/a.jpg?w=3&text=a${sign}&signature=${hmac("/a.jpg?w=3&text=a")}`,
      ]) {
        const found = await searched(url);
        if (found.state !== "explained") throw new Error(found.state);
        const [told, ...more] = found.mistakes;
        expect(more).toEqual([]);
        expect(told?.why).not.toMatch(/cmd|PowerShell|zsh/);
        // Markdown may have put a backslash there.
        if (told?.id !== "markdown-escapes")
          expect(told).toMatchObject({ id: "characters-added-after-signing", mayBeMeant: true });
      }
    },
  );

  it("are the URL’s own where not each “&” has one", async () => {
    const sent = "/a.jpg?text=x\\&width=9&height=6";
    expect(await searched(photo(sent))).toMatchObject(RIGHT);
    const found = await searched(`${HOST}${sent}&signature=${hmac("/a.jpg?text=x&width=9&height=6")}`);
    expect(found.state === "explained" && found.mistakes[0]?.why).not.toContain("zsh");
  });
});
