import { describe, expect, it } from "vitest";
import { search } from "../search";
import { idsIn, inputOf } from "../testing";
import { hmac, toldOf } from "../told-testing";

const HOST = "https://img.example.net";
const LINK = "https://api.urlbox.com/v1/pubKey9/{}/png";

describe("special characters that were sent where plain ones were signed", () => {
  it.each([
    [
      "a PDF",
      `${HOST}/uploads/%EF%AC%81lm.jpg?quality=80&signature={}`,
      "/uploads/film.jpg?quality=80",
      /PDF/,
    ],
    ["an input method", `${HOST}/a.jpg?width%EF%BC%9D300&signature={}`, "/a.jpg?width=300", /input methods/],
    [
      "an input method",
      `${LINK}?url=a.b%EF%BC%86w=3&text=%EF%BC%88`,
      "url=a.b&w=3&text=%EF%BC%88",
      /methods/,
    ],
    ["WordPress", `${HOST}/s-300%C3%97200.jpg?q=80&signature={}`, "/s-300x200.jpg?q=80", /WordPress/],
    ["a spreadsheet", `${HOST}/a%E2%88%92b.jpg?q=80&signature={}`, "/a-b.jpg?q=80", /“−”/],
    ["Word", `${LINK}?url=a.example&text=a%C2%A0b`, "url=a.example&text=a%20b", /do not break/],
    ["Word", `${LINK}?url=a.example&text=a%C2%A0b`, "url=a.example&text=a+b", /do not break/],
    ["a keyboard", `${HOST}/%D1%81at.jpg?q=8&signature={}`, "/cat.jpg?q=8", /Cyrillic/],
    ["a chat", `${HOST}/a.jpg?text=It%E2%80%99s%20m%C2%B2&signature={}`, "/a.jpg?text=It's%20m2", /curly/],
  ])("came of %s, or were made plain by the signer: %s", async (_, url, signed, maker) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.title]).toEqual([
      "punctuation-made-typographic",
      "Special characters were sent where plain ones were signed.",
    ]);
    expect(told.why).toMatch(maker);
    expect(told.why).toMatch(/after signing.* Or they belong there.* The digits fit both\.$/);
    expect(told.why).not.toMatch(/accent|macOS/);
    // The one that was signed is offered first, and the one that was sent beside it.
    expect(told.repaired).toContain(hmac(signed));
    expect([told.corrected, told.mayBeMeant]).toEqual([told.repaired, true]);
  });

  it("are no accents, nor are accents such characters", async () => {
    const composed = await toldOf(`${HOST}/cafe%CC%81.jpg?w=1&signature={}`, "/caf%C3%A9.jpg?w=1");
    expect([composed.id, composed.detail]).toEqual(["unicode-normalisation", "As NFC when it was signed."]);
    const decoded = await toldOf(`${HOST}/a.jpg?text=%EF%AC%81lm%20b&signature={}`, "/a.jpg?text=film b");
    expect([decoded.id, decoded.isDoubtful]).toEqual(["unicode-normalisation", true]);
    expect(decoded.words).not.toMatch(/“é”|macOS/);
  });
});

describe("digits besides 0 to 9", () => {
  it.each([
    ["a locale", `${HOST}/a.jpg?width=%D9%A3%D9%A0%D9%A0&h=3&signature={}`, "/a.jpg?width=300&h=3", /ar-EG/],
    ["a locale", `${HOST}/photo-%DB%B1%DB%B2.jpg?h=3&signature={}`, "/photo-12.jpg?h=3", /ar-EG/],
    ["a locale", `${LINK}?url=a.b&w=٣٠&h=٢`, "url=a.b&w=30&h=2", /ar-EG/],
    ["an input method", `${LINK}?url=a.b&w=%EF%BC%93%EF%BC%90`, "url=a.b&w=30", /input methods/],
  ])("came of %s, or were read as numbers by the signer: %s", async (_, url, signed, maker) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.title, told.mayBeMeant]).toEqual([
      "punctuation-made-typographic",
      "Other digits than “0” to “9” were sent where those were signed.",
      true,
    ]);
    expect(told.why).toMatch(maker);
    expect(told.why).toMatch(/what reads a number does\. The digits fit both\.$/);
    expect(told.fix).toMatch(maker.source === "ar-EG" ? /no locale; or/ : /^Copy the URL/);
    expect([told.repaired, told.corrected]).toEqual([told.corrected, expect.stringContaining(hmac(signed))]);
  });

  it.each([
    // String.format("%d", 300) and NumberFormat where the locale is ar-EG, fa-IR or mr-IN
    ["/a.jpg?width=300&h=3", "/a.jpg?width=%D9%A3%D9%A0%D9%A0&h=%D9%A3", "“٦٤٠” for 640. In all 2"],
    ["/a.jpg?width=300&h=3", "/a.jpg?width=٣٠٠&h=3", "“٦٤٠” for 640. In “width”."],
    ["/a.jpg?dpr=1.5&h=3", "/a.jpg?dpr=%E0%A5%A7.%E0%A5%AB&h=3", "“६४०” for 640. In “dpr”."],
    ["/a.jpg?w=30&h=3", "/a.jpg?w=%EF%BC%93%EF%BC%90&h=3", "“６４０” for 640. In “w”."],
  ])("were signed where 0 to 9 were sent: %s, %s", async (sent, signed, detail) => {
    const told = await toldOf(`${HOST}${sent}&signature={}`, signed);
    expect(told.id).toBe("number-written-otherwise");
    expect(told.detail).toContain(detail);
  });

  it.each([
    [`${HOST}/a.jpg?text=m%C2%B2&signature={}`, "/a.jpg?text=m2"],
    [`${HOST}/a.jpg?text=%D9%A3%EF%BC%88&signature={}`, "/a.jpg?text=3("],
  ])("are none where anything else is among them: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.title]).toEqual([
      "punctuation-made-typographic",
      "Special characters were sent where plain ones were signed.",
    ]);
  });
});

describe("UTF-8 that was read in another charset", () => {
  it.each([
    [`${HOST}/f%C3%83%C2%B6hr.jpg?width=9&signature={}`, "/f%C3%B6hr.jpg?width=9", "Latin-1 or Windows-1252"],
    [`${HOST}/a.jpg?text=5%C3%A2%E2%80%9A%C2%AC&signature={}`, "/a.jpg?text=5%E2%82%AC", "Windows-1252"],
    [`${HOST}/%D0%A0%D1%97.jpg?width=9&signature={}`, "/%D0%BF.jpg?width=9", "Windows-1251"],
    [
      `${LINK}?url=a.example&text=%E6%B5%A3%E7%8A%B2%E3%82%BD`,
      "url=a.example&text=%E4%BD%A0%E5%A5%BD",
      "GBK",
    ],
  ])("after signing, or by the signer: %s", async (url, signed, charset) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.mayBeMeant]).toEqual(["url-utf-8-twice", true]);
    expect(told.why).toContain(`read as ${charset} after the URL was signed.`);
    expect(told.why).toMatch(/Or such characters belong there.*not in UTF-8\. The digits fit both\.$/);
    expect(told.detail).toContain(charset);
    expect([told.repaired, told.corrected]).toEqual([told.corrected, expect.stringContaining(hmac(signed))]);
  });

  it("twice is told of one story: no signer comes to that", async () => {
    const url = `${HOST}/f%C3%83%C6%92%C3%82%C2%B6hr.jpg?width=9&signature={}`;
    const told = await toldOf(url, "/f%C3%B6hr.jpg?width=9");
    expect([told.id, told.mayBeMeant]).toEqual(["url-utf-8-twice", undefined]);
    expect(told.detail).toContain("twice");
  });

  it.each([
    ["utf-8-twice", "/f%C3%83%C2%B6hr.jpg?width=9", "/f%C3%B6hr.jpg?width=9"],
    ["signed-with-another-encoder", "/f%F6hr.jpg?width=9", "/f%C3%B6hr.jpg?width=9"],
  ])("before signing is %s: signed %s, sent %s", async (id, signed, sent) => {
    const told = await toldOf(`${HOST}${sent}&signature={}`, signed);
    expect([told.id, told.repaired]).toEqual([id, null]);
  });
});

describe("“%%”", () => {
  it.each([
    [`${HOST}/my%%20cat.jpg?width=9&signature={}`, "/my%20cat.jpg?width=9"],
    [`${LINK}?url=https%%3A%%2F%%2Fa.example&width=3`, "url=https%3A%2F%2Fa.example&width=3"],
    [`${HOST}/a%%%%20b.jpg?width=9&signature={}`, "/a%20b.jpg?width=9"],
  ])("that was signed as “%%” is the URL’s fault: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.corrected]).toEqual(["percent-signs-doubled", told.repaired]);
    expect(told.repaired).toContain(hmac(signed));
    expect(told.words).not.toMatch(/Sprintf|%s/);
  });

  it("that stands for a percent sign is to be sent as “%25”", async () => {
    const told = await toldOf(`${HOST}/a.jpg?text=100%%&width=9&signature={}`, "/a.jpg?text=100%&width=9");
    expect([told.id, told.repaired, told.corrected]).toEqual(["percent-signs-doubled", null, null]);
    expect(told.fix).toContain("“%25”");
  });

  it.each([
    [`${HOST}/a.jpg?text=100%%20off&width=9&signature={}`, "/a.jpg?text=100%20off&width=9"],
    [`${LINK}?url=a.example&text=-25%%2C-30%%21`, "url=a.example&text=-25%2C-30%21"],
    [`${HOST}/50%%20off/a.jpg?width=9&signature={}`, "/50%20off/a.jpg?width=9"],
  ])("behind a number may be a percentage, too: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.repaired, told.corrected]).toEqual(["percent-signs-doubled", null, null]);
    expect(told.why).toMatch(/was doubled.*“100% off”.*fit both\.$/);
    expect(told.fix).toMatch(/once, as it was signed; or, .*“%25”/);
  });

  it.each([
    [`${HOST}/100%%20my%%20cat.jpg?width=9&signature={}`, "/100%20my%20cat.jpg?width=9"],
    [`${LINK}?url=https%%3A%%2F%%2Fa.example%%2F9%%2F`, "url=https%3A%2F%2Fa.example%2F9%2F"],
  ])("that stands in words, too, is no percentage: %s", async (url, signed) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.corrected]).toEqual(["percent-signs-doubled", told.repaired]);
    expect(told.words).not.toContain("100% off");
    expect(told.repaired).toContain(hmac(signed));
  });

  it("that was signed where “%” was sent is the signer’s", async () => {
    const told = await toldOf(`${HOST}/a%20b.jpg?width=9&signature={}`, "/a%%20b.jpg?width=9");
    expect([told.id, told.repaired]).toEqual(["percent-taken-for-format", null]);
  });
});

describe("letters in another case", () => {
  it.each([
    [`${HOST}/INSEL.JPG?WIDTH=9&MODE=CROP&signature={}`, "/insel.jpg?width=9&mode=crop", /QR code/],
    [`${HOST}/insel.jpg?Width=9&signature={}`, "/insel.jpg?width=9", /capitals came into the URL after/],
    [`${LINK}?url=a.example&fullPage=true`, "url=a.example&full_page=true", /in its own style/],
    [`${LINK}?url=a.example&full-page=true`, "url=a.example&full_page=true", /changed after signing/],
  ])(
    "are most likely to be sent as signed, where only that has the options: %s",
    async (url, signed, why) => {
      const told = await toldOf(url, signed);
      expect([told.id, told.mayBeMeant]).toEqual(["string-in-another-case", true]);
      expect(told.why).toMatch(why);
      expect(told.why).toMatch(/The digits fit both\.$/);
      expect([told.repaired, told.corrected]).toEqual([
        told.corrected,
        expect.stringContaining(hmac(signed)),
      ]);
    },
  );

  it.each([
    [`${HOST}/Insel/Sylt.jpg?width=9&signature={}`, "/insel/sylt.jpg?width=9", "the path"],
    [`${HOST}/insel.jpg?width=9&signature={}`, "/insel.JPG?width=9", "the file’s extension"],
    [`${HOST}/my-trips/north%20sea/a.jpg?w=9&signature={}`, "/My-Trips/North%20Sea/A.jpg?w=9", "the path"],
    [`${HOST}/a/img_12.jpg?w=9&signature={}`, "/a/IMG_12.jpg?w=9", "the file’s name, but for its extension"],
    [`${LINK}?url=a.example&text=Hi&width=3`, "url=a.example&text=hi&width=3", "the value of “text”"],
  ])("may be the signer’s or not: %s was signed as %s", async (url, signed, place) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.mayBeMeant, told.corrected]).toEqual(["string-in-another-case", undefined, null]);
    expect(told.detail).toMatch(new RegExp(`: ${place}\\.$`));
    expect(told.why).toMatch(/^Either the code that signs.* after signing.*The digits fit both\.$/);
    expect(told.repaired).toContain(hmac(signed));
  });

  it.each([
    [`${LINK}?url=a.example&accept_lang=de-DE&w=3`, "url=a.example&accept_lang=de_DE&w=3", "“_”", "“-”"],
    [`${HOST}/my_cat.jpg?width=9&signature={}`, "/my-cat.jpg?width=9", "“-”", "“_”"],
    [`${LINK}?url=a.example&full_page=true`, "url=a.example&full-page=true", "“-”", "“_”"],
  ])("are not spoken of where none differs: %s", async (url, signed, was, is) => {
    const told = await toldOf(url, signed);
    expect(told.title).toBe(`${was} was signed where ${is} was sent.`);
    expect(told.words).not.toMatch(/\bcase\b|lower-case/);
  });

  it("in a file’s name alone tell of no QR code", async () => {
    const told = await toldOf(`${HOST}/IMG_0001.JPG?signature={}`, "/img_0001.jpg");
    expect([told.id, told.why.includes("QR")]).toEqual(["string-in-another-case", false]);
  });

  it("in an option that nobody knows are not to be sent", async () => {
    const told = await toldOf(`${LINK}?url=a.example&full_page=true`, "url=a.example&fullPage=true");
    expect([told.id, told.repaired]).toEqual(["string-in-another-case", null]);
  });
});

describe("a hyphen at the end of a line", () => {
  it.each([
    [`${HOST}/insel-sylt.jpg?wi-dth=9&signature={}`, "/insel-sylt.jpg?width=9", "width"],
    [`${HOST}/a.jpg?width=9&hei-%0Aght=3&signature={}`, "/a.jpg?width=9&height=3", "height"],
    [`${LINK}?url=a.example&full_-page=true`, "url=a.example&full_page=true", "full_page"],
  ])("came in after signing where it divides an option: %s", async (url, signed, name) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.mayBeMeant]).toEqual(["characters-added-after-signing", undefined]);
    expect(told.why).toContain(`With it the parameter is no option, and “${name}” is one.`);
    expect(told.fix).not.toMatch(/in code|sign the text/);
    expect([told.repaired, told.corrected]).toEqual([told.corrected, expect.stringContaining(hmac(signed))]);
  });

  it.each([
    [`${HOST}/insel-sylt.jpg?width=9&signature={}`, "/inselsylt.jpg?width=9", "the path"],
    [`${HOST}/a.jpg?width=9&mode=cr-op&signature={}`, "/a.jpg?width=9&mode=crop", "the value of “mode”"],
    [`${LINK}?url=a.example&text=a-b`, "url=a.example&text=ab", "the value of “text”"],
  ])("came in, or was left out by the signer: %s", async (url, signed, place) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.mayBeMeant]).toEqual(["characters-added-after-signing", true]);
    expect(told.detail).toBe(`Not signed: “-”, inside ${place}.`);
    expect(told.fix).toMatch(/^Copy the URL anew.*; or, where the hyphen belongs there, sign/);
    expect(told.words).not.toContain("sanitize_text_field");
  });

  it.each([
    [`${HOST}/inselsylt.jpg?width=9&signature={}`, "/insel-sylt.jpg?width=9", "“insel-sylt”"],
    [`${LINK}?url=a.example&text=Nordsee`, "url=a.example&text=Nord-see", "“Nord-see”"],
  ])("was lost after signing, or not written anew: %s", async (url, signed, word) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.title]).toEqual(["characters-removed", "A hyphen was signed that was not sent."]);
    expect(told.detail).toContain(`${word} was signed`);
    expect(told.fix).toMatch(/^Copy the URL anew.*; or, where the hyphen does not belong there, sign/);
    expect(told.repaired).toContain(hmac(signed));
  });

  it("is not spoken of where all that is no letter was removed", async () => {
    const told = await toldOf(`${HOST}/a.jpg?text=a-b-c.d&signature={}`, "/a.jpg?text=abcd");
    expect(told.id).toBe("string-sanitised");
    expect(told.words).not.toMatch(/sanitize_text_field|strip_tags/);
  });
});

describe("characters that were signed and not sent", () => {
  const link = `${LINK}?url=a.example&text=Hallo%20Welt`;
  it.each([
    ["Hallo%20%20Welt", /several spaces as one/],
    ["Hallo*%20Welt", /Markdown/],
    ["Hallo%23%20Welt", /whoever copied/],
    ["Hallo%0A%20Welt", /esc_url/],
  ])("are told with what takes out these: %s", async (text, why) => {
    const told = await toldOf(link, `url=a.example&text=${text}`);
    expect(told.id).toBe("characters-removed");
    expect(told.why).toMatch(why);
    expect(told.why.includes("esc_url")).toBe(/%0A/.test(text));
  });
});

describe("letters beyond ASCII that were signed as plain ones", () => {
  it.each([
    [
      "a slug",
      `${HOST}/f%C3%B6hr.jpg?q=8&signature={}`,
      "/fohr.jpg?q=8",
      "“ö” was sent where “o” was signed.",
    ],
    [
      "German",
      `${HOST}/f%C3%B6hr.jpg?q=8&signature={}`,
      "/foehr.jpg?q=8",
      "“ö” was sent where “oe” was signed.",
    ],
    [
      "a table",
      `${LINK}?url=a.b&text=Gro%C3%9F%20%C5%82`,
      "url=a.b&text=Gross%20l",
      /“ł” was sent where “l”/,
    ],
    [
      "Django",
      `${LINK}?url=a.b&text=Gro%C3%9F%20%C3%A9`,
      "url=a.b&text=Gro%20e",
      /“ß” was sent and not signed/,
    ],
    [
      "libiconv",
      `${HOST}/caf%C3%A9.jpg?q=8&signature={}`,
      "/caf'e.jpg?q=8",
      "“é” was sent where “'e” was signed.",
    ],
    ["code", `${HOST}/caf%C3%A9%20a.jpg?q=8&signature={}`, "/cafe a.jpg?q=8", /signed\. And decoded\.$/],
  ])("are told as %s writes them: %s", async (_, url, signed, detail) => {
    const told = await toldOf(url, signed);
    expect([told.id, told.detail]).toEqual(["letters-made-plain", expect.stringMatching(detail)]);
    expect(told.why).toMatch(/^Either the code that signs.* after signing\. The digits fit both\.$/);
    expect(told.words + told.fix).not.toMatch(/Latin-1|charset/);
  });

  it.each([
    ["/caf.jpg?q=8", "They were left out."],
    ["/caf?.jpg?q=8", "Each character became “?”."],
  ])("are none where nothing stands for them: %s", async (signed, detail) => {
    const told = await toldOf(`${HOST}/caf%C3%A9.jpg?q=8&signature={}`, signed);
    expect([told.id, told.detail]).toEqual(["string-in-another-charset", detail]);
  });
});

describe("a value that was written otherwise", () => {
  const link = `${LINK}?url=a.example&text=Hallo&width=3`;
  const of = (text: string) => `url=a.example&text=${text}&width=3`;
  it.each([
    ["Hallo%20", "A space around a value was signed that was not sent."],
    ["%22Hallo%22", "A value was signed in quotation marks and sent without them."],
    ["", "A value was signed empty."],
    ["undefined", "A value was signed as languages write one that is not set."],
    ["Array", "A value was signed as a language writes a list or an object that it does not put into text."],
  ])("as “%s” is told as that", async (text, title) => {
    const told = await toldOf(link, of(text));
    expect([told.id, told.title]).toEqual(["value-written-otherwise", title]);
    expect(told.why).not.toContain("“True” in Python");
  });

  it("is true, false or nothing only where such a value was sent", async () => {
    const told = await toldOf(`${LINK}?url=a.example&full_page=true`, "url=a.example&full_page=True");
    expect(told.title).toContain("A value such as true, false or nothing");
  });

  it.each(['""Hallo""', "%22%22Hallo%22%22", "''Hallo''"])(
    "with each quotation mark twice: %s",
    async (text) => {
      const signed = `/a.jpg?text=${text.replaceAll(/(["']|%22)\1/g, "$1")}&width=9`;
      const told = await toldOf(`${HOST}/a.jpg?text=${text}&width=9&signature={}`, signed);
      expect([told.id, told.corrected]).toEqual(["quotes-doubled", told.repaired]);
      expect(told.repaired).toContain(hmac(signed));
    },
  );
});

it.each([
  [`${HOST}/a/b.jpg?width=9&signature={}`, true],
  [`${HOST}/a/b.jpg?v=3&signature={}`, true],
  [`${HOST}/a/b.jpg?utm_source=a&utm_medium=b&signature={}`, true],
  // What stands behind the signature was added behind it.
  [`${HOST}/a/b.jpg?signature={}&v=3`, false],
])("of a path that was signed alone both stories are told: %s", async (url, isOpen) => {
  const told = await toldOf(url, "/a/b.jpg");
  expect(/path alone/.test(told.why) && /added/.test(told.words)).toBe(isOpen);
});

it.each([
  ["quotes-doubled", `${HOST}/a.jpg?text=5'10''&signature={}`, "/a.jpg?text=5'10'"],
  ["percent-signs-doubled", `${HOST}/a%%20b%20c.jpg?w=2&signature={}`, "/a%20b%20c.jpg?w=2"],
  ["question-mark-doubled", `${HOST}/a.jpg???w=2&signature={}`, "/a.jpg?w=2"],
])("what doubles a sign doubles each: %s is not told of %s", async (id, url, signed) => {
  const found = await search(inputOf(url.replace("{}", hmac(signed))));
  expect(idsIn(found)).not.toContain(id);
});

it("no hyphen divides digits", async () => {
  const url = `${HOST}/2026-11-27.jpg?w=2&signature=${hmac("/202611-27.jpg?w=2")}`;
  const found = await search(inputOf(url));
  expect(JSON.stringify(found)).not.toContain("divide words");
});

it.each([
  [`${HOST}/a/_b.jpg?w=2&signature={}`, "/a_b.jpg?w=2", /Markdown.*as a slash/],
  [`${HOST}/?src=https%3A%5C%2F%5C%2Fx.example&signature={}`, "/?src=https%3A%2F%2Fx.example", /JSON/],
  [
    `${LINK}?url=https%3A%2F%2Fx.example%26width%3D2&height=5`,
    "url=https%3A%2F%2Fx.example&width=2&height=5",
    /encoder/,
  ],
])("what is said of %s fits its other signs", async (url, signed, words) => {
  const told = await toldOf(url, signed);
  expect(told.words).toMatch(words);
  expect(told.words).not.toMatch(/LaTeX|was decoded before/);
});
