import { describe, expect, it } from "vitest";
import { search } from "../search";
import { idsIn, inputOf } from "../testing";
import { hmac, toldOf } from "../told-testing";

const HOST = "https://img.example.net";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";
const PHOTO = `${HOST}/photos/a.jpg?width=300&height=200&signature={}`;

describe("a placeholder that was sent where its value was signed", () => {
  it.each([
    ["a template", `${HOST}/a.jpg?width={{w}}&mode=fit&signature={}`, "/a.jpg?width=317&mode=fit"],
    ["a template literal", `${HOST}/a.jpg?mode=fit&width=\${w}&signature={}`, "/a.jpg?mode=fit&width=640"],
    ["a shell", `${LINK}?url=a.example&width=$WIDTH`, "url=a.example&width=1280"],
    ["an escaped one", `${LINK}?url=a.example&delay=%7B%7Bdelay%7D%7D`, "url=a.example&delay=2000"],
    ["a word", `${HOST}/a.jpg?mode={mode}&signature={}`, "/a.jpg?mode=crop"],
    ["JavaScript", `${HOST}/a.jpg?width=undefined&mode=fit&signature={}`, "/a.jpg?width=300&mode=fit"],
    [
      "two",
      `${HOST}/a.jpg?width={{w}}&height={{h}}&mode=fit&signature={}`,
      "/a.jpg?width=640&height=480&mode=fit",
    ],
  ])("by %s: %s", async (_, url, signed) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.title]).toEqual([
      "value-changed-after-signing",
      "A value was signed where the URL has one that was never filled in.",
    ]);
    expect(told.detail).toMatch(/^When it was signed, “\w+” was “\w+”/);
    expect(told.repaired).toContain(hmac(signed));
  });

  it("is none where another value was sent", async () => {
    const told = await toldOf(`${HOST}/a.jpg?width=300&mode=fit&signature={}`, "/a.jpg?width=640&mode=fit");
    expect(told.title).toBe("Another number was signed than the URL has now.");
  });
});

describe("a placeholder that was signed where its value was sent", () => {
  it.each([
    ["a field of an object", PHOTO, `/photos/a.jpg?width=\${opts.width}&height=\${opts.height}`],
    ["a template’s object", PHOTO, "/photos/a.jpg?width={{ image.width }}&height=200"],
    ["a field in Ruby", PHOTO, "/photos/a.jpg?width=#{params.width}&height=#{params.height}"],
    ["a call", `${LINK}?url=https%3A%2F%2Fa.example&width=3`, `url=\${encodeURIComponent(url)}&width=3`],
    ["a call in Python", `${LINK}?url=https%3A%2F%2Fa.example&width=3`, "url={quote(url)}&width=3"],
  ])("by %s: %s, %s", async (_, url, signed) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.repaired]).toEqual(["signed-with-placeholder", null]);
  });

  it.each([`\${path}?`, "/{{path}}?", "/photos/#{name}?", `/photos/\${filename}?`, "{path}?"])(
    "in the path: %s",
    async (start) => {
      const told = await toldOf(PHOTO, `${start}width=300&height=200`);
      expect([told.id, told.repaired]).toEqual(["signed-variable-names", null]);
      expect(told.detail).toMatch(/ was signed in the path\.$/);
    },
  );

  it.each(["/photos/{b}.jpg?width=300&height=200", "/photos/path?width=300&height=200"])(
    "is none in %s",
    async (signed) => {
      const ids = idsIn(await search(inputOf(PHOTO.replace("{}", hmac(signed)))));
      expect(ids).not.toContain("signed-variable-names");
      expect(ids).not.toContain("signed-with-placeholder");
    },
  );
});

describe("a tag of a mail that was signed before it was filled in", () => {
  const GREETING = `${HOST}/a.jpg?text=Jane&width=6&signature={}`;
  const CARD = `${LINK}?url=https%3A%2F%2Fa.example%2Fcard%3Fname%3DJane%26id%3D3&width=800`;

  it.each([
    ["Mailchimp", GREETING, "/a.jpg?text=*|FNAME|*&width=6", "*|FNAME|*"],
    ["Mailchimp, escaped", GREETING, "/a.jpg?text=*%7CFNAME%7C*&width=6", "*|FNAME|*"],
    ["PHP’s rawurlencode of it", GREETING, "/a.jpg?text=%2A%7CFNAME%7C%2A&width=6", "*|FNAME|*"],
    ["Marketing Cloud", GREETING, "/a.jpg?text=%%FirstName%%&width=6", "%%FirstName%%"],
    ["HubSpot", GREETING, "/a.jpg?text={{contact.firstname}}&width=6", "{{contact.firstname}}"],
    ["Braze", GREETING, `/a.jpg?text={{\${first_name}}}&width=6`, `{{\${first_name}}}`],
    ["Campaign Monitor", GREETING, "/a.jpg?text=[firstname,fallback=]&width=6", "[firstname,fallback=]"],
    ["Mailgun", GREETING, "/a.jpg?text=%recipient.name%&width=6", "%recipient.name%"],
    ["Mailjet", GREETING, "/a.jpg?text=[[data:firstname]]&width=6", "[[data:firstname]]"],
    [
      "a word",
      `${HOST}/a.jpg?text=Hello%20Jane!&signature={}`,
      "/a.jpg?text=Hello%20*|FNAME|*!",
      "*|FNAME|*",
    ],
    [
      "an address",
      CARD,
      "url=https%3A%2F%2Fa.example%2Fcard%3Fname%3D%7B%7Bfirst_name%7D%7D%26id%3D3&width=800",
      "{{first_name}}",
    ],
  ])("by %s", async (_, url, signed, tag) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.repaired]).toEqual(["signed-with-placeholder", null]);
    expect(told.detail).toContain(`“${tag}”`);
    expect(told.words).toContain("filled in later");
  });

  it("is none of a value that bears another name", async () => {
    const found = await search(inputOf(GREETING.replace("{}", hmac("/a.jpg?text=*|VOUCHER|*&width=6"))));
    expect(idsIn(found)).toEqual(["unexplained"]);
  });
});
