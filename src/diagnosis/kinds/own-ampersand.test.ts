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
