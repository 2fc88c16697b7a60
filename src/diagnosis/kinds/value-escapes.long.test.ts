import { describe, expect, it } from "vitest";
import { toldOf } from "../told-testing";

const told = (sent: string, signed: string) =>
  toldOf(
    `https://images.example.net/a.jpg?text=${sent}&width=3&signature={}`,
    `/a.jpg?text=${signed}&width=3`,
  );

describe("a value that was signed with the escapes of", () => {
  it.each([
    ["Django and Rails", "Tom%20%26%20Jerry", "Tom%20%26amp%3B%20Jerry", "&amp;"],
    ["a form encoder", "Tom+%26+Jerry", "Tom+%26amp%3B+Jerry", "&amp;"],
    ["one that does not encode", "Tom%20%26%20Jerry", "Tom &amp; Jerry", "&amp;"],
    ["PHP", "it%27s", "it%26%23039%3Bs", "&#039;"],
    ["Handlebars", "it's", "it%26%23x27%3Bs", "&#x27;"],
    ["WordPress, in a title", "it%27s%20%26%20a", "it%26%238217%3Bs%20%26%23038%3B%20a", "&#8217;"],
    ["tags", "%3Cb%3Ehi", "%26lt%3Bb%26gt%3Bhi", "&lt;"],
  ])("HTML: %s", async (_, sent, signed, written) => {
    const { id, words, corrected } = await told(sent, signed);
    expect(id).toBe("value-signed-escaped");
    expect(words).toContain("escapes of HTML");
    expect(words).toContain(`“${written}”`);
    expect(corrected).toBeNull();
  });

  it.each([
    ["addslashes", "it%27s", "it%5C%27s", /SQL, .*or it stood in code.*fit each/, /JSON/],
    ["addslashes, not encoded", "it%27s", "it\\'s", /SQL, .*or it stood in code.*fit each/, /JSON/],
    ["MySQL", "it's", "it\\'s", /mysqli_real_escape_string/, /JSON/],
    ["MySQL, of both", "it%27s%20%22a%22", "it%5C%27s%20%5C%22a%5C%22", /mysqli_real_escape_string/, /JSON/],
    ["JSON", "say%20%22hi%22", "say%20%5C%22hi%5C%22", /addslashes.*MySQL.*JSON/, /apostrophe/],
    ["JSON, of both", "it's%20%22a%22", "it's%20%5C%22a%5C%22", /JSON/, /apostrophe/],
    ["code", "a%5Cb", "a%5C%5Cb", /literals of code/, /apostrophe/],
    ["json_encode", "a%2Fb", "a%5C%2Fb", /json_encode.*patterns/, /SQL/],
  ])("code or SQL: %s", async (_, sent, signed, why, never) => {
    const { id, words } = await told(sent, signed);
    expect(id).toBe("value-signed-escaped");
    expect(words).toMatch(/was signed with (?:the backslashes that code or SQL writes|a backslash before)/);
    expect(words).toMatch(why);
    expect(words).not.toMatch(never);
  });

  it.each([
    ["SQL", "it%27s", "it%27%27s", /Either .*SQL; or .*PowerShell, YAML.*fit each/, /CSV/],
    ["SQL, not encoded", "it's", "it''s", /Either .*SQL; or .*PowerShell, YAML.*fit each/, /CSV/],
    ["CSV", "%22hi%22", "%22%22hi%22%22", /CSV/, /SQL/],
    ["a whole field of CSV", "say%20%22hi%22", "%22say%20%22%22hi%22%22%22", /CSV/, /SQL/],
  ])("data: %s", async (_, sent, signed, why, never) => {
    const { id, words } = await told(sent, signed);
    expect(id).toBe("value-signed-escaped");
    expect(words).toContain("signed twice, and sent once");
    expect(words).toMatch(why);
    expect(words).not.toMatch(never);
  });

  it.each([
    ["it%5C%27s", "it%27s", "markdown-escapes", /Either .*SQL.*code.*after signing.*fit each/],
    ["say%20%5C%22hi%5C%22", "say%20%22hi%22", "markdown-escapes", /Either .*SQL.*code.*after signing/],
    ["it%27%27s", "it%27s", "quotes-doubled", /SQL.*Either .*escaped for such a place.*after signing/],
  ])("code or SQL, which was not signed: %s", async (sent, signed, id, words) => {
    const was = await told(sent, signed);
    expect([was.id, was.repaired]).toEqual([id, was.corrected]);
    expect(was.words).toMatch(words);
    expect(was.words).not.toMatch(/put there after|copied out/);
    expect(was.corrected).toContain(`text=${signed}&`);
  });
  it.each([
    ["it\\'s", "it's", /Backslashes came into the URL after/],
    ["it''s", "it's", /copied out of such a place/],
  ])("a URL that was copied from there, where they are raw: %s", async (sent, signed, words) => {
    expect((await told(sent, signed)).words).toMatch(words);
  });

  it.each([
    ["it%27s", "it%E2%80%99s"],
    ["%22hi%22", "%E2%80%9Chi%E2%80%9D"],
    ["a%20-%20b", "a%20%E2%80%93%20b"],
    ["wait...", "wait%E2%80%A6"],
  ])("typography: %s", async (sent, signed) => {
    const { id, mayBeMeant, corrected } = await told(sent, signed);
    expect([id, mayBeMeant]).toEqual(["value-signed-escaped", true]);
    expect(corrected).toContain(signed);
  });

  it("quotation marks, where it has none of its own, are told as before", async () => {
    expect((await told("hi", "%22hi%22")).id).toBe("value-written-otherwise");
  });
  it.each([
    ["%27tis", "%22%27tis%22"],
    ["'tis", '"\'tis"'],
    ["%22hi%22", '"%22hi%22"'],
  ])("others around it are told as before: %s in %s", async (sent, signed) => {
    const { id, title } = await told(sent, signed);
    expect([id, title]).toEqual([
      "value-written-otherwise",
      "A value was signed in quotation marks and sent without them.",
    ]);
  });
  it("nothing, where a character more stands in it", async () => {
    expect((await told("its%20%27a", "it%27s%20%27a")).id).toBe("characters-removed");
  });
});
