import { describe, expect, it } from "vitest";
import { search } from "../search";
import { inputOf } from "../testing";
import { hmac, toldOf } from "../told-testing";

const HOST = "https://images.example.net";
const urlOf = (string: string) => `${HOST}${string}&signature=${hmac(string)}`;
const told = (sent: string, signed: string) => toldOf(`${HOST}${sent}&signature={}`, signed);

describe("an “&” of a value that was signed as “%26” and sent as it is", () => {
  it.each([
    ["/a.jpg?text=Tom & Jerry&width=300", "/a.jpg?text=Tom%20%26%20Jerry&width=300"],
    ["/a.jpg?text=Tom & Jerry&width=300", "/a.jpg?text=Tom+%26+Jerry&width=300"],
    ["/a.jpg?text=Tom%20&%20Jerry&width=300", "/a.jpg?text=Tom%20%26%20Jerry&width=300"],
    ["/a.jpg?text=Über & ünder!&width=300", "/a.jpg?text=%C3%9Cber%20%26%20%C3%BCnder%21&width=300"],
    ["/a.jpg?text=Sale 50% & more&width=300", "/a.jpg?text=Sale%2050%25%20%26%20more&width=300"],
    ["/a.jpg?text=Q&A&width=3", "/a.jpg?text=Q%26A&width=3"],
    ["/a.jpg?width=3&text=R&", "/a.jpg?width=3&text=R%26"],
    ["/a.jpg?text=a&&b=1", "/a.jpg?text=a%26&b=1"],
  ])("%s: the URL that was signed is offered first", async (sent, signed) => {
    const { id, title, mayBeMeant, corrected } = await told(sent, signed);
    expect(id).toBe("one-escape-decoded");
    expect(title).toBe("An “&” was signed as “%26”, and sent as it is.");
    expect(mayBeMeant).toBe(true);
    expect(corrected).toBe(urlOf(signed));
  });

  it("may as well part two parameters, where a “=” follows", async () => {
    const { title, corrected } = await told("/a.jpg?text=a&width=3", "/a.jpg?text=a%26width=3");
    expect(title).not.toContain("“%26”");
    expect(corrected).toBeNull();
  });
});

describe("an “&” of a value that stands in the string and in the URL", () => {
  it.each([
    ["/a.jpg?text=Tom%20&%20Jerry&width=300", "/a.jpg?text=Tom & Jerry&width=300"],
    ["/a.jpg?text=Tom+&+Jerry&width=300", "/a.jpg?text=Tom & Jerry&width=300"],
    ["/a.jpg?text=Tom%20&%20Jerry&width=300", "/a.jpg?text=Tom%20&%20Jerry&width=300\n"],
  ])("%s: the URL with “%%26” is offered, too", async (sent, signed) => {
    const { found } = await told(sent, signed);
    const whole = sent.replace("&", "%26");
    expect(found.choices).toEqual([
      { kind: "ampersand", names: [expect.stringContaining("Jerry")], url: urlOf(whole) },
    ]);
  });

  it.each([
    ["/a.jpg?width=3&debug", "/a.jpg?width=3&debug\n"],
    ["/a.jpg?debug&width=3", "a.jpg?debug&width=3"],
    ["/a.jpg?width=3&c_fill,h_20", "/a.jpg?width=3&c_fill,h_20\n"],
    ["/a.jpg?width=3&{{extra}}", "/a.jpg?width=3"],
  ])("is none of %s", async (sent, signed) => {
    expect((await told(sent, signed)).found.choices ?? []).toEqual([]);
  });
});

describe("what an “&” of a value’s own has cut off it", () => {
  it("and the code has not signed, is told of as that", async () => {
    const { title, detail, found } = await told(
      "/a.jpg?text=Rock+&+Roll&width=3",
      "/a.jpg?text=Rock+&width=3",
    );
    expect(title).toBe("What stands behind an “&” without a “=” was not signed.");
    expect(detail).toBe("It is “+Roll”.");
    expect(found.choices?.map(({ url }) => url)).toContain(urlOf("/a.jpg?text=Rock+%26+Roll&width=3"));
  });

  it.each([
    ["/a.jpg?text=a&crop=&width=3", "/a.jpg?text=a&width=3"],
    ["/a.jpg?text=a&debug&width=3", "/a.jpg?text=a&width=3"],
    ["/a.jpg?width=3&caf%C3%A9", "/a.jpg?width=3"],
  ])("is none of %s", async (sent, signed) => {
    const { title, found } = await told(sent, signed);
    expect(title).not.toContain("What stands behind an “&”");
    expect(found.choices?.filter(({ kind }) => kind === "ampersand") ?? []).toEqual([]);
  });

  it.each([
    ["/a.jpg?text=R%20&%20D&w=1", "/a.jpg?text=R"],
    ["/a.jpg?text=R%20&%20D&w=1", "/a.jpg?text=R&w=1"],
  ])(
    "is in no URL that is offered as an option, nor left out of what is sent: %s, signed %s",
    async (sent, signed) => {
      const found = await search(inputOf(`${HOST}${sent}&signature=${hmac(signed)}`));
      if (found.state !== "explained") throw new Error(sent);
      expect(found.corrected).toBeNull();
      const urls = found.choices?.map(({ url }) => url) ?? [];
      expect(urls).toContain(urlOf("/a.jpg?text=R%20%26%20D&w=1"));
      expect(urls).not.toContain(urlOf("/a.jpg?text=R&D&w=1"));
    },
  );

  it.each([
    ["a blank elsewhere", "/a.jpg?text=R%20&%20D&w=1%20", "/a.jpg?text=R%20&%20D&w=1"],
    ["HTML’s “&amp;”", "/a.jpg?text=R%20&amp;%20D&amp;w=1", "/a.jpg?text=R%20&%20D&w=1"],
  ])("does not keep from taking %s out", async (_, sent, signed) => {
    expect((await told(sent, signed)).corrected).toBe(urlOf(signed));
  });
});

describe("an “&” of a value that has made a parameter of its rest", () => {
  const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";

  it.each([
    ["/a.jpg?text=A&B=C&width=3", "/a.jpg?text=A&width=3", "/a.jpg?text=A%26B%3DC&width=3"],
    ["/a.jpg?width=3&title=Tom&Jerry=1", "/a.jpg?width=3&title=Tom", "/a.jpg?width=3&title=Tom%26Jerry%3D1"],
    ["/a.jpg?l=a%20b&c%20d=1&w=3", "/a.jpg?l=a%20b&w=3", "/a.jpg?l=a%20b%26c%20d%3D1&w=3"],
    ["/a.jpg?text=A&B=C", "/a.jpg?text=A", "/a.jpg?text=A%26B%3DC"],
  ])("may be what was not signed: %s signed as %s", async (sent, signed, whole) => {
    const { title, why, detail, found, repaired } = await told(sent, signed);
    expect(title).toMatch(/was not signed|Nothing from the first “&” on/);
    expect(detail).toMatch(/^Not signed: /);
    expect(why).toMatch(/added.*the value before it, which an “&” that was not escaped has ended.*fit all/);
    expect(repaired).toBeNull();
    expect(found.choices?.map(({ kind, url }) => [kind, url])).toEqual([
      ["ampersand", urlOf(whole)],
      ["signed", urlOf(signed)],
    ]);
  });

  it("may be of an address, which is offered whole and escaped", async () => {
    const query = "url=https://a.example/?x=1&lang=de&width=3";
    const { why, found } = await toldOf(`${LINK}?${query}`, query.replace("&lang=de", ""));
    expect(why).toMatch(/added.*the value before it.*fit all/);
    expect(found.choices?.map(({ kind }) => kind)).toEqual(["escaped", "signed"]);
  });

  it.each([
    ["an option", "/a.jpg?text=A&blur=3&width=3", "/a.jpg?text=A&width=3"],
    ["what is named as parameters are", "/a.jpg?text=A&sid=9&width=3", "/a.jpg?text=A&width=3"],
    ["such a one behind the first", "/a.jpg?title=A&page[no]=2", "/a.jpg?title=A"],
    ["a tracker", "/a.jpg?text=A&utm_source=x&width=3", "/a.jpg?text=A&width=3"],
    ["a cache buster", "/a.jpg?text=A&v=9&width=3", "/a.jpg?text=A&width=3"],
    ["something behind a number", "/a.jpg?width=3&B=C&text=A", "/a.jpg?width=3&text=A"],
    ["something else between", "/a.jpg?text=A&width=3&B=C", "/a.jpg?text=A&width=3"],
  ])("is hardly %s: %s", async (_, sent, signed) => {
    const { why, found } = await told(sent, signed);
    expect(why).not.toContain("the value before");
    expect(found.choices?.map(({ kind }) => kind) ?? []).not.toContain("ampersand");
  });
  it("is none behind the signature", async () => {
    const { why } = await toldOf(`${HOST}/a.jpg?text=A&signature={}&B=C`, "/a.jpg?text=A");
    expect(why).not.toContain("the value before");
  });

  it.each([
    ["/a.jpg?text=A&B=C&width=3", "/a.jpg?text=A%26B%3DC&width=3"],
    ["/a.jpg?text=A&B=C&width=3", "/a.jpg?text=A%26B=C&width=3"],
    ["/a.jpg?width=3&text=Tom & Jerry=1&D=2", "/a.jpg?width=3&text=Tom%20%26%20Jerry%3D1%26D%3D2"],
    ["/a.jpg?text=A & B=(C)&width=3", "/a.jpg?text=A+%26+B%3D%28C%29&width=3"],
  ])("was signed as a part of the value: %s signed as %s", async (sent, signed) => {
    const { id, title, corrected } = await told(sent, signed);
    expect([id, title]).toEqual(["one-escape-decoded", "An “&” was signed as “%26”, and sent as it is."]);
    expect(corrected).toBe(urlOf(signed));
  });
  it("may be between two parameters, where one is an option", async () => {
    const { title, corrected } = await told("/a.jpg?text=A&width=3", "/a.jpg?text=A%26width%3D3");
    expect(title).not.toContain("“%26”");
    expect(corrected).toBeNull();
  });
});
