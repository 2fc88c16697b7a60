import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findScheme } from "../../schemes";
import { readPaste } from "../../signing/read-paste";
import { joinUrl } from "../../signing/url-text";
import { explainEdit } from "../edit/edit";
import { search } from "../search";
import { compareStrings } from "./strings";
import { locate, type Where } from "./where";

const SECRET = "s3cr3t-of-the-shop";
const SETTINGS = { apiKey: "", format: "" };
const sha1 = (text: string, key = SECRET) => createHmac("sha1", key).update(text).digest("hex");
const libpixel = findScheme("libpixel");

function readOf(url: string, schemeId: string) {
  const scheme = findScheme(schemeId);
  if (!scheme) throw new Error(schemeId);
  const { request } = readPaste(scheme, url, SETTINGS);
  if (!request.ok) throw new Error(request.problem.sentence);
  return request.value;
}

async function whereOf(
  url: string,
  schemeId = "libpixel",
): Promise<Where & { marked: string[]; ids: string[] }> {
  const diagnosis = await search({
    schemeId,
    pasted: url,
    settings: SETTINGS,
    hash: "SHA-1",
    secret: SECRET,
    otherSecrets: [],
  });
  if (diagnosis.state !== "explained") throw new Error(`unexplained: ${url}`);
  const request = readOf(url, schemeId);
  const where = locate(request, diagnosis);
  const text = joinUrl(request.typed);
  return {
    ...where,
    marked: where.marks.map(({ start, end, mistake }) => `${mistake}: ${text.slice(start, end)}`),
    ids: diagnosis.mistakes.map(({ id }) => id),
  };
}

const HOST = "https://acme.libpx.com";

describe("marks in the URL", () => {
  const signature = sha1("/a.jpg?width=640&crop=top");
  it.each([
    [
      `${HOST}/a.jpg?width=640&crop=top&signature=${signature}&utm_source=mail&utm_medium=x`,
      ["1: &utm_source=mail&utm_medium=x"],
    ],
    [`${HOST}/a.jpg?width=640&utm_source=mail&crop=top&signature=${signature}`, ["1: &utm_source=mail"]],
    [`${HOST}/a.jpg?utm_source=mail&width=640&crop=top&signature=${signature}`, ["1: utm_source=mail&"]],
    [`${HOST}/a.jpg?width=640&amp;crop=top&signature=${signature}`, ["1: amp;"]],
    [`${HOST}/a.jpg?width=640\u200b&crop=top&signature=${signature}`, ["1: \u200b"]],
    [`${HOST}/a.jpg?width=640&crop=top%C2%A0&signature=${signature}`, ["1: %C2%A0"]],
    [`${HOST}/a.jpg?wid\u00adth=640&crop=top&signature=${signature}`, ["1: \u00ad"]],
    [`${HOST}/a\u200e.jpg?width=640 &crop=top&signature=${signature}`, ["1: \u200e", "1:  "]],
    [`${HOST}/a.jpg?width=6%2240&crop=top&signature=${signature}`, ["1: %22"]],
    [`${HOST}/a.jpg?signature=${signature}&width=640&crop=top`, [`1: ${signature}`]],
    [
      `${HOST}/a.jpg?width=640&crop=top&signature=${signature.toUpperCase()}`,
      [`1: ${signature.toUpperCase()}`],
    ],
    [`${HOST}/a.jpg?width=640&crop=top&signature=sha1=${signature}`, ["1: sha1="]],
    [`${HOST}/a.jpg?title=a%20b&signature=${sha1("/a.jpg?title=a+b")}`, ["1: %20"]],
    [`${HOST}/a.jpg?width=640&signature=${sha1(`${HOST}/a.jpg?width=640`)}`, [`1: ${HOST}`]],
    [`${HOST}/a.jpg?width=640&signature=${sha1("a.jpg?width=640")}`, ["1: /"]],
    [`${HOST}/a.jpg?width=640&signature=${sha1("/a.jpg")}`, ["1: ?width=640"]],
    [`${HOST}/a.jpg?width=3D640&crop=top&signature=${signature}`, ["1: 3D"]],
    [
      `${HOST}/?src=https://a.test/b.png?p=1&q=2&width=3&signature=${sha1("/?src=https://a.test/b.png")}`,
      ["1: ?p=1&q=2&width=3"],
    ],
    [`${HOST}/a.jpg?width=640?v=3&signature=${sha1("/a.jpg?width=640")}`, ["1: ?v=3"]],
    [`${HOST}/cdn/a.jpg?width=640&crop=top&signature=${signature}`, ["1: /cdn"]],
    [
      `https://www.acme.test/a.jpg?width=640&signature=${sha1("https://acme.test/a.jpg?width=640")}`,
      ["1: https://www.acme.test"],
    ],
    [`${HOST}/é.jpg?w=1&utm_source=mail&signature=${sha1("/%C3%A9.jpg?w=1")}`, ["1: &utm_source=mail"]],
  ])("%s", async (url, marks) => {
    expect((await whereOf(url)).marked).toEqual(marks);
  });

  it.each([
    ["/a.jpg?width=640", "GET /a.jpg?width=640", "com^/a."],
    ["/a.jpg?width=640", "/a.jpg?width=640\n", "640^&si"],
    ["/a.jpg?width=640", "/a.jpg?width=640&quality=80", "640^&si"],
    ["/a.jpg?title=ab&width=640", "/a.jpg?title=a%0Ab&width=640", "e=a^b&w"],
    ["/a.jpg?width=640&crop=top", "/a.jpg?width=640&amp;crop=top", "40&^cro"],
  ])("%s signed as %s: a place between two characters", async (sent, signed, place) => {
    const url = `${HOST}${sent}&signature=${sha1(signed)}`;
    const { marks } = await whereOf(url);
    expect(
      marks.map(
        ({ start, end }) =>
          `${url.slice(start - 3, start)}^${url.slice(start, end)}${url.slice(end, end + 3)}`,
      ),
    ).toEqual([place]);
  });

  it("no place where the same was sent elsewhere, or another value", async () => {
    const ends = async (sent: string, signed: string) =>
      (await whereOf(`${HOST}${sent}&signature=${sha1(signed)}`)).marks.every(
        ({ start, end }) => end > start,
      );
    expect(await ends("/a.jpg?width=640&crop=top", "/a.jpg?crop=top&width=640")).toBe(true);
    expect(await ends("/a.jpg?width=640&crop=top", "/a.jpg?width=6400&crop=top")).toBe(true);
  });

  it("two mistakes have two numbers", async () => {
    const { marked, ids } = await whereOf(
      `${HOST}/a.jpg?width=640&utm_source=mail&signature=${sha1("/a.jpg?width=640").toUpperCase()}`,
    );
    expect(ids).toEqual(["parameter-added-after-signing", "signature-in-uppercase"]);
    expect(marked.map((mark) => mark.slice(0, 2))).toEqual(["1:", "2:"]);
    expect(marked[0]).toBe("1: &utm_source=mail");
  });

  it("what was signed before the string is how it was cut, beside a value that was changed", async () => {
    const url = `https://api.urlbox.com/v1/KEY/${sha1("?url=a.test&width=300")}/png?url=a.test&width=301`;
    const { marked, ids } = await whereOf(url, "urlbox");
    expect(ids).toEqual(["signed-with-question-mark", "value-changed-after-signing"]);
    expect(marked).toEqual(["1: ?", "2: 301"]);
  });

  it.each([
    ["/a%20b.jpg?width=640", "a b.jpg?width=640", ["1: /", "2: %20"]],
    ["/a%20b.jpg?text=a%2Fb", "/a b.jpg", ["2: %20", "1: ?text=a%2Fb"]],
    ["/a%20b.jpg?text=a%2Fb", "text=a/b", ["1: /a%20b.jpg?", "2: %2F"]],
    ["/a.jpg?text=a%2Fb", "/a.jpg?text=a/b&", ["2: %2F", "1: &"]],
  ])("of two mistakes each where it is: %s signed as %s", async (sent, signed, expected) => {
    expect((await whereOf(`${HOST}${sent}&signature=${sha1(signed)}`)).marked).toEqual(expected);
  });

  it("a slash that is missing is no backslash", async () => {
    const { ids } = await whereOf(`${HOST}/a.jpg?width=640&signature=${sha1("a.jpg?width=640\n")}`);
    expect(ids.toSorted()).toEqual(["signed-with-newline", "signed-without-leading-slash"]);
  });

  it("an escaped “&” before the signature’s name, too", async () => {
    const url = `${HOST}/a.jpg?width=640&amp;crop=top&amp;signature=${signature}`;
    const { marked, options } = await whereOf(url);
    expect(marked).toEqual(["1: amp;", "1: amp;"]);
    expect(options.at(-1)).toEqual({ index: 2, words: "escaped for HTML" });
  });

  it("a mistake in the secret alone marks nothing of the URL", async () => {
    const url = `${HOST}/a.jpg?width=640&signature=${sha1("/a.jpg?width=640", `${SECRET}\n`)}`;
    expect((await whereOf(url)).marked).toEqual([]);
  });

  it("in a link of Urlbox", async () => {
    const link = (token: string) => `https://api.urlbox.com/v1/KEY/${token}/png?url=a.test&width=300`;
    expect((await whereOf(link(sha1("?url=a.test&width=300")), "urlbox")).marked).toEqual(["1: ?"]);
    expect((await whereOf(link(sha1("width=300")), "urlbox")).marked).toEqual(["1: url=a.test&"]);
    // The path was signed, and its token was not: that stands in its middle.
    expect((await whereOf(link(sha1("/v1/KEY/png?url=a.test&width=300")), "urlbox")).marked).toEqual([
      "1: /v1/KEY/",
      "1: png?",
    ]);
  });
});

it("rows of options say what happened", async () => {
  const signature = sha1("/a.jpg?width=640&crop=top");
  const url = `${HOST}/a.jpg?width=640&crop=top&signature=${signature}&utm_source=mail`;
  expect((await whereOf(url)).options).toEqual([{ index: 3, words: "added after signing" }]);
  // Options that code may have left out of a list of its own need not have been added.
  const left = `${HOST}/a.jpg?width=640&crop=top&blur=3&signature=${signature}`;
  expect((await whereOf(left)).options).toEqual([{ index: 2, words: "not signed" }]);
  const sorted = sha1("/a.jpg?crop=top&width=640");
  const { options } = await whereOf(`${HOST}/a.jpg?width=640&crop=top&signature=${sorted}`);
  expect(options.map(({ words }) => words)).toEqual(["signed elsewhere"]);
});

it("the row of the signature says what is wrong with its digits", async () => {
  const rule = "/a.jpg?width=640";
  const right = sha1(rule);
  const wordsOf = async (digits: string) =>
    (await whereOf(`${HOST}${rule}&signature=${digits}`)).options.map(
      ({ index, words }) => `${index}: ${words}`,
    );
  expect(await wordsOf(right.toUpperCase())).toEqual(["1: written otherwise"]);
  expect(await wordsOf(`${right.slice(0, -1)}${right.endsWith("0") ? "1" : "0"}`)).toEqual([
    "1: one digit is wrong",
  ]);
  const sha256 = createHmac("sha256", SECRET).update(rule).digest("hex");
  expect(await wordsOf(sha256)).toEqual(["1: computed otherwise"]);
  const first = await whereOf(`${HOST}/a.jpg?signature=${right}&width=640`);
  expect(first.options).toEqual([{ index: 0, words: "in the wrong place" }]);
  // The secret made other digits: nothing in the URL is wrong.
  const others = await whereOf(`${HOST}${rule}&signature=${sha1(rule, `${SECRET}\n`)}`);
  expect(others.options).toEqual([]);
});

it.each([
  ["/a.jpg?width=1280", "/a.jpg?width=1024", ["signed as 1024"]],
  ["/a.jpg?hide=a&hide=b", "/a.jpg?hide[]=a&hide[]=b", ["name signed as hide[]", "name signed as hide[]"]],
  ["/a.jpg?width=640&crop=top", "/a.jpg?width=640&amp;crop=top", ["name signed as amp;crop"]],
  // In the field they look alike.
  ["/a.jpg?width=640\u200b&mode=fit", "/a.jpg?width=640&mode=fit", ["signed without ZWSP"]],
  ["/a.jpg?width=640%C2%A0", "/a.jpg?width=640", ["signed without NBSP"]],
  ["/a.jpg?width=640%20&mode=fit", "/a.jpg?width=640&mode=fit", ["signed without a space"]],
  ["/a.jpg?wi\u00addth=640", "/a.jpg?width=640", ["name signed without SHY"]],
  ["/a.jpg?width=640&mode=crop", "/a.jpg?width=640&mode=crop\n", ["signed with LF"]],
  ["/a.jpg?width=640&mode=crop", "/a.jpg?width=640&mode=crop\r\n", ["signed with CR and LF"]],
  ["/a.jpg?width=640&mode=crop", "/a.jpg?width=640&mode=crop\u200b", ["signed with ZWSP"]],
  ["/a.jpg?width=640&mode=crop", "/a.jpg?width=640&mode=crop%20", ["signed with a space"]],
  ["/a.jpg?text=a%C2%A0b", "/a.jpg?text=a%20b", ["signed with a space, without NBSP"]],
  ["/a.jpg?mode=c%72op", "/a.jpg?mode=crop", ["signed in another spelling"]],
  ["/?src=a.test%2Fb.png", "/?src=a.test/b.png", ["signed in another spelling"]],
  ["/a.jpg?hide%5B%5D=a", "/a.jpg?hide[]=a", ["name signed in another spelling"]],
  ["/a.jpg?text=a%20b", "/a.jpg?text=ab", ["signed as ab"]],
  ["/a.jpg?width=640%22&mode=fit", "/a.jpg?width=640&mode=fit", ["signed as 640"]],
  // What follows the “?” is the rest of the value, so that no beginning of it may pass for all of it.
  ["/t.png?text=M%C3%BCnze", "/t.png?text=M?nze", ["signed otherwise"]],
])("the row of a parameter of %s, signed as %s", async (sent, signed, words) => {
  const { options } = await whereOf(`${HOST}${sent}&signature=${sha1(signed)}`);
  expect(options.map((option) => option.words)).toEqual(words);
});

it("an edit marks the value, or the digit", () => {
  if (!libpixel) throw new Error("no LibPixel");
  const rule = "/a.jpg?width=300&mode=fit";
  const pasted = `${HOST}${rule}&signature=${sha1(rule)}`;
  const valid = {
    request: readOf(pasted, "libpixel"),
    hash: "SHA-1" as const,
    signature: sha1(rule),
    pasted,
  };
  const marksOf = (url: string) => {
    const request = readOf(url, "libpixel");
    const explained = explainEdit(valid, request, sha1(request.signingString));
    if (!explained) throw new Error(url);
    return locate(request, explained).marks.map(({ start, end }) => url.slice(start, end));
  };
  expect(marksOf(pasted.replace("300", "301"))).toEqual(["301"]);
  expect(marksOf(pasted.replace("&mode", "&blur=3&mode"))).toEqual(["&blur=3"]);
  const wrong = `${pasted.slice(0, -1)}${pasted.endsWith("0") ? "1" : "0"}`;
  expect(marksOf(wrong)).toEqual([wrong.slice(-1)]);
});

it("the stretches of each side are its string", () => {
  for (const [signed, sent] of [
    ["/a.jpg?x=1&y=2", "/a.jpg?y=2&x=1"],
    ["?url=a", "url=a"],
    ["https://a.test/b?c=%2F", "/b?c=%2f&d"],
    ["", "/"],
    ["/a?b=1&&c", "/a?b=1&c#"],
    ["nothing in common", "/x?y=z"],
  ] as const) {
    const rows = compareStrings(signed, sent);
    const text = (side: "signed" | "sent") =>
      rows.flatMap((row) => row[side].map(({ text }) => text)).join("");
    expect(text("signed")).toBe(signed);
    expect(text("sent")).toBe(sent);
  }
});
