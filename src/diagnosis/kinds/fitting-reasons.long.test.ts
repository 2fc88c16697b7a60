import { describe, expect, it } from "vitest";
import { toldOf } from "../told-testing";

const HOST = "https://images.example.net";
const told = (sent: string, signed: string) => toldOf(`${HOST}${sent}&signature={}`, signed);

describe("the reason fits what was signed:", () => {
  it.each([
    ["/a.jpg?dpr=1.5", "/a.jpg?dpr=1.50", "toFixed"],
    ["/a.jpg?dpr=1.5", "/a.jpg?dpr=1.500000", "“%f”"],
    ["/a.jpg?width=640", "/a.jpg?width=640.0", "640.0"],
    ["/a.jpg?quality=80.0&w=3", "/a.jpg?quality=80&w=3", "640.0"],
    ["/a.jpg?dpr=1.50", "/a.jpg?dpr=1.500", "toFixed"],
    ["/a.jpg?dpr=0.5&w=3", "/a.jpg?dpr=.5&w=3", "Oracle"],
    ["/a.jpg?opacity=-.25&w=3", "/a.jpg?opacity=-0.25&w=3", "Oracle"],
    ["/a.jpg?width=1280", "/a.jpg?width=1.280", "Formatting for people"],
    ["/a.jpg?dpr=1.5", "/a.jpg?dpr=1,5", "a comma for the point"],
    ["/a.jpg?width=300", "/a.jpg?width=300,00", "a comma for the point"],
    ["/a.jpg?width=300", "/a.jpg?width=$300", "f-strings"],
    ["/a.jpg?price=300", "/a.jpg?price=%24300", "a sum of money"],
  ])("a number, %s signed as %s", async (sent, signed, why) => {
    const { id, why: reason, fix } = await told(sent, signed);
    expect(id).toBe("number-written-otherwise");
    expect(reason).toContain(why);
    expect(reason).not.toContain("1.79E+12");
    expect(fix).toContain("at most a point");
  });

  it("a value in braces, which may be a placeholder’s", async () => {
    const { title, why } = await told("/a.jpg?width=300&height=2", "/a.jpg?width={300}&height=2");
    expect(title).toBe("A value was signed in braces.");
    expect(why).toMatch(/placeholder.* a list or a struct of one.*fit both/);
    const list = await told("/a.jpg?width=300&height=2", "/a.jpg?width=[300]&height=2");
    expect(list.title).toBe("A single value was signed as a list.");
  });

  it.each([
    ["text={Hi}", "text=Hi", "in braces", /placeholder.* a list or a struct.*a filter.*fit all/],
    ["text=%7BHi%7D", "text=Hi", "in braces", /placeholder.* a list or a struct.*a filter.*fit all/],
    ["text=%7b%7bHi%7d%7d&h=2", "text=Hi&h=2", "in braces", /placeholder/],
    ["w=%7B3%7D&h=%7B4%7D", "w=3&h=4", "in braces", /placeholder/],
    ["width=$300", "width=300", "with “$” before it", /sum of money.*f-strings.*a filter.*fit all/],
    ["price=%2419.99&w=3", "price=19.99&w=3", "with “$” before it", /sum of money.*f-strings/],
    ["text=%24Hi", "text=Hi", "with “$” before it", /^Either a placeholder.*f-strings.*a filter.*fit both/],
  ])("what a placeholder left in the URL: %s signed as %s", async (sent, signed, title, words) => {
    const was = await told(`/a.jpg?${sent}`, `/a.jpg?${signed}`);
    expect([was.id, was.title]).toEqual(["value-written-otherwise", expect.stringContaining(title)]);
    expect(was.why).toMatch(words);
    expect([was.mayBeMeant, was.corrected]).toEqual([true, expect.stringContaining(`?${signed}&sig`)]);
  });

  it.each([
    ["text=Hi", "text={{Hi}}", "more than one pair of braces"],
    ["text=Hi&w=3", "text=%7B%7BHi%7D%7D&w=3", "more than one pair of braces"],
    ["text=Hi", "text=%24Hi", "with “$” before it"],
    ["text=Hi&w=3", "text=$Hi&w=3", "with “$” before it"],
  ])("what a placeholder left in the string: %s signed as %s", async (sent, signed, title) => {
    const was = await told(`/a.jpg?${sent}`, `/a.jpg?${signed}`);
    expect([was.id, was.title]).toEqual(["value-written-otherwise", expect.stringContaining(title)]);
    expect([was.why.includes("money"), was.corrected]).toEqual([false, null]);
  });

  it.each([
    ["css=a%7Bb%7D", "css=ab", "string-sanitised"],
    ["text=a%24b&w=3", "text=ab&w=3", "string-sanitised"],
    ["text=$", "text=", "string-dollar-expanded"],
    ["price=$1,300&w=3", "price=1300&w=3", "number-written-otherwise"],
  ])("but not where it stands elsewhere: %s signed as %s", async (sent, signed, id) => {
    expect((await told(`/a.jpg?${sent}`, `/a.jpg?${signed}`)).id).toBe(id);
  });

  const CAPITALS = /Python|PHP|JavaScript|RFC/;
  it.each([
    ["text=a%7cb&w=3", "text=a|b&w=3", "escaped-by-browser", /most encoders.*capitals.*html\/template/],
    ["text=%3cb%3e&w=3", "text=<b>&w=3", "escaped-by-browser", /most encoders.*capitals.*html\/template/],
    ["text=(a|b)&w=3", "text=%28a%7cb%29&w=3", "signed-with-another-encoder", /Go’s html\/template and code/],
    ["t=a/(b)+c", "t=a%2f%28b%29%20c", "signed-with-another-encoder", /Go’s html\/template and code/],
    ["t=(a/b)+c", "t=(a%2fb)+c", "signed-with-another-encoder", /HttpUtility.UrlEncode does/],
    ["text=a|b&w=3", "text=a%7cb&w=3", "signed-with-another-encoder", /HttpUtility.*, among others/],
    ["text=a%7Cb&w=3", "text=a%7cb&w=3", "percent-encoding-case", /HttpUtility, Go’s html\/template/],
  ])("escapes in lower case: %s signed as %s", async (sent, signed, id, words) => {
    const was = await told(`/a.jpg?${sent}`, `/a.jpg?${signed}`);
    expect(was.id).toBe(id);
    expect(was.words).toMatch(words);
    expect(was.words).not.toMatch(CAPITALS);
  });
  it.each([
    ["text=a%7Cb&w=3", "text=a|b&w=3"],
    ["text=%28a%7cb%29&w=3", "text=%28a%7Cb%29&w=3"],
    ["text=(a|b)&w=3", "text=%28a%7Cb%29&w=3"],
    ["text=%27a&w=3", "text='a&w=3"],
  ])(
    "but not where nothing tells their case, or they are in capitals: %s signed as %s",
    async (sent, signed) => {
      expect((await told(`/a.jpg?${sent}`, `/a.jpg?${signed}`)).words).not.toMatch(/most encoders|“%02x”/);
    },
  );

  it.each([
    ["width=300&height=200", "size=300x200", "“size” was signed, “width” and “height” were sent."],
    ["q=9&w=30&m=fit&h=20", "q=9&s=30%2C20&m=fit", "“s” was signed, “w” and “h” were sent."],
    ["size=300x200&q=9", "width=300&height=200&q=9", "“width” and “height” were signed, “size” was sent."],
    ["q=9&crop=30,20", "q=9&w=30&h=20", "“w” and “h” were signed, “crop” was sent."],
  ])("a size in one parameter or in two: %s signed as %s", async (sent, signed, detail) => {
    const was = await told(`/a.jpg?${sent}`, `/a.jpg?${signed}`);
    expect([was.id, was.detail]).toEqual(["option-named-otherwise", detail]);
    expect(was.why).toContain("such as “300x200”");
    expect(was.repaired?.includes(signed) ?? false).toBe(detail.startsWith("“w"));
    // LibPixel knows no “size”.
    expect(was.corrected).toBe(detail.startsWith("“width") ? was.repaired : null);
  });
  it("but not two other numbers", async () => {
    await expect(told("/a.jpg?width=300&quality=80", "/a.jpg?size=300x80")).rejects.toThrow("unexplained");
  });

  const SIGNED_SLUG = "was signed as a slug, and sent with other characters";
  const SENT_SLUG = "was sent as a slug, and signed with other characters";
  it.each([
    ["a CMS", "/i/My%20Photo.JPG?w=3", "/i/my-photo.jpg?w=3", SIGNED_SLUG],
    ["Rails’ parameterize", "/i/Caf%C3%A9%20No.%201.jpg?w=3", "/i/cafe-no-1.jpg?w=3", SIGNED_SLUG],
    ["Django’s slugify", "/i/My_Photo%20(1).jpg?w=3", "/i/my_photo-1.jpg?w=3", SIGNED_SLUG],
    ["WordPress’s sanitize_file_name", "/i/My%20Photo%20(1).jpg?w=3", "/i/My-Photo-1.jpg?w=3", SIGNED_SLUG],
    ["CarrierWave", "/i/My%20Photo%20(1).jpg?w=3", "/i/My_Photo__1_.jpg?w=3", SIGNED_SLUG],
    ["one of all names", "/My%20Pics/My%20Cat?w=3", "/my-pics/my-cat?w=3", SIGNED_SLUG],
    ["one of a folder alone", "/my%20folder/x.jpg?w=3", "/my-folder/x.jpg?w=3", SIGNED_SLUG],
    ["one that was sent", "/i/my-photo.jpg?w=3", "/i/My%20Photo.jpg?w=3", SENT_SLUG],
    ["one with “_”", "/i/my_photo.jpg?w=3", "/i/my%20photo.jpg?w=3", SENT_SLUG],
  ])("a name in the path by %s: %s signed as %s", async (_, sent, signed, title) => {
    const was = await told(sent, signed);
    expect([was.id, was.title]).toEqual(["string-in-another-case", expect.stringContaining(title)]);
    expect(was.why).toMatch(/Either one of the string and the URL.*or the name was changed.*fit both/);
    expect([was.mayBeMeant, was.corrected]).toEqual([true, expect.stringContaining(`${signed}&`)]);
  });
  it.each([
    ["/i/my-photo.jpg?w=3", "/i/my_photo.jpg?w=3"],
    ["/i/My-Photo.jpg?w=3", "/i/my-photo.jpg?w=3"],
    ["/i/My%20Photo.jpg?w=3", "/i/my%20photo.jpg?w=3"],
    ["/i/Caf%C3%A9.jpg?w=3", "/i/Cafe.jpg?w=3"],
    ["/i/caf%C3%A9.jpg?w=3", "/i/cafe.jpg?w=3"],
    ["/i/cat%20.jpg?w=3", "/i/cat.jpg?w=3"],
    ["/i/cat,1.jpg?w=3", "/i/cat1.jpg?w=3"],
    ["/i/(cat).jpg?w=3", "/i/cat.jpg?w=3"],
  ])("but not where letters or one sign alone differ: %s signed as %s", async (sent, signed) => {
    const was = await told(sent, signed);
    expect(was.title).not.toContain("slug");
  });

  it.each([
    ["/my%20folder/x.jpg?w=3", "/my-folder/x.jpg?w=3", "The name of a folder."],
    ["/My%20Folder/?w=3", "/my-folder/?w=3", "The name of a folder."],
    ["/My%20Pics/My%20Cat?w=3", "/my-pics/my-cat?w=3", "With the names of its folders."],
  ])("which names of a path: %s signed as %s", async (sent, signed, detail) => {
    expect((await told(sent, signed)).detail).toBe(detail);
  });

  it("a number that lacks its last character has two stories, and one that lacks more was written with fewer decimals", async () => {
    const cut = await told("/a.jpg?lng=13.4044", "/a.jpg?lng=13.404");
    expect([cut.id, cut.why]).toEqual(["string-truncated", expect.stringContaining("The digits fit both.")]);
    const written = await told("/a.jpg?lng=13.40447", "/a.jpg?lng=13.404");
    expect([written.id, written.detail]).toEqual([
      "number-written-otherwise",
      "With three decimals. In “lng”.",
    ]);
  });

  it("a placeholder that was signed without its “$” is no value in braces", async () => {
    const { id, corrected } = await told(`/a.jpg?w=\${width}`, "/a.jpg?w={width}");
    expect(id).toBe("string-dollar-expanded");
    expect(corrected).toBeNull();
  });

  it("a number that was none", async () => {
    const { title, words } = await told("/a.jpg?width=12", "/a.jpg?width=NaN");
    expect(title).toContain("“NaN”");
    expect(words).not.toContain("None");
  });

  it("what is written for a line break", async () => {
    const { id, words, fix } = await told("/a.jpg?width=12", "/a.jpg?width=12\\n");
    expect(id).toBe("signed-with-newline");
    expect(words).toContain("single quotes");
    expect(words + fix).not.toMatch(/echo|printf/);
    expect((await told("/a.jpg?width=12", "/a.jpg?width=12\n")).words).toContain("echo");
  });

  it.each([
    ["/a.jpg?width=3&ts=1764226801", "/a.jpg?width=3&ts=1764226800"],
    ["/a.jpg?v=1764226801234&width=3", "/a.jpg?v=1764226801230&width=3"],
    ["/a.jpg?width=3&expires_date=1764226801", "/a.jpg?width=3&expires_date=1764226800"],
  ])("a time that was read twice: %s", async (sent, signed) => {
    const { id, words, repaired } = await told(sent, signed);
    expect(id).toBe("value-changed-after-signing");
    expect(words).toContain("the clock was read twice");
    expect(repaired).toContain(signed);
  });
  it.each([
    ["/a.jpg?width=3&id=4764226801", "/a.jpg?width=3&id=4764226800"],
    ["/a.jpg?width=3&id=1523456790", "/a.jpg?width=3&id=1523456789"],
    ["/p/1523456790/a.jpg?width=3", "/p/1523456780/a.jpg?width=3"],
    ["/a.jpg?width=3&candidate=1523456790", "/a.jpg?width=3&candidate=1523456789"],
  ])("but not another number: %s", async (sent, signed) => {
    const { title, words } = await told(sent, signed);
    expect(title).toBe("Another number was signed than the URL has now.");
    expect(words).not.toContain("clock");
  });

  it("a parameter of the path, but for a session", async () => {
    expect((await told("/a.jpg;v=1?width=3", "/a.jpg?width=3")).why).toContain("urlparse()");
    const session = await told("/a.jpg;jsessionid=1A2B?width=3", "/a.jpg?width=3");
    expect(session.why).not.toContain("urlparse()");
  });

  it("a file’s name alone, but not a folder with it", async () => {
    expect((await told("/img/a.jpg?width=3", "/a.jpg?width=3")).why).toContain("basename");
    expect((await told("/v1/img/a.jpg?width=3", "/img/a.jpg?width=3")).why).not.toContain("basename");
  });

  it("a script that was only signed is not offered first", async () => {
    expect((await told("/a.jpg?w=3", "/index.php/a.jpg?w=3")).corrected).toBeNull();
  });

  it.each([
    ["/index.php/a.jpg?w=3", "/a.jpg?w=3", /PATH_INFO.*basename.*after signing.*fit each/, /folder/],
    ["/img/image.cgi/a.jpg?w=3", "/a.jpg?w=3", /PATH_INFO.*basename.*after signing.*fit each/, /folder/],
    ["/index.php/img/a.jpg?w=3", "/img/a.jpg?w=3", /PATH_INFO.*after signing.*fit both/, /folder|basename/],
    ["/img/Thumb.ashx/b/a.jpg?w=3", "/img/b/a.jpg?w=3", /PATH_INFO.*fit both/, /folder|basename/],
    ["/a.jpg?w=3", "/index.php/a.jpg?w=3", /links of many frameworks/, /folder|basename/],
    // A folder behind a script, or with a dot in its name, is one.
    ["/index.php/img/a.jpg?w=3", "/a.jpg?w=3", /basename/, /PATH_INFO/],
    ["/v1.2/a.jpg?w=3", "/a.jpg?w=3", /folder.*basename/, /PATH_INFO/],
  ])("a script in the path: %s signed as %s", async (sent, signed, words, never) => {
    const { id, title, why, repaired } = await told(sent, signed);
    expect(id).toBe("path-prefix");
    expect(`${title} ${why}`).toMatch(words);
    expect(`${title} ${why}`).not.toMatch(never);
    expect(repaired).toContain(signed);
  });
});
