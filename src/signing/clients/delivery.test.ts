import { describe, expect, test } from "vitest";
import { cutUrl, prepareUrl } from "../url-text";
import { checkDelivery } from "./delivery";

const deliver = (input: string) => checkDelivery(prepareUrl(cutUrl(input)).text);

describe("checkDelivery", () => {
  const alike = [
    "https://a.b",
    "https://a.b/",
    "https://a.b?q",
    "https://a.b/p?",
    "HTTPS://A.B:443/p?q",
    "https://user@a.b/p",
    "https://a.b//p//?q=//",
    "https://a.b/%2f%2F%20?q=%27+%",
    "https://a.b/it's?q=[]{}|^`~!$()*,;:@",
    "https://a.b/é ?ü #<>",
    "https://a.b/?q=a\\b",
    "https://a.b/...?q=../..",
  ];
  test.each(alike)("%s is sent as it is signed", (input) => {
    expect(deliver(input)).toEqual([]);
  });

  test("of every character in a query it says what the URL parser does", () => {
    const printable = Array.from({ length: 0x7e - 0x20 }, (_, at) => String.fromCharCode(0x21 + at));
    for (const char of printable.filter((char) => char !== "#")) {
      const url = `https://a.b/p?q=${char}z`;
      const sent = new URL(url).search === `?q=${char}z`;
      expect(deliver(url).length === 0, char).toBe(sent);
    }
  });

  const rows = [
    { input: "https://a.b/?q=it's", changes: ["' → %27"], out: "https://a.b/?q=it%27s" },
    { input: 'https://a.b/?q="x"', changes: ['" → %22'], out: "https://a.b/?q=%22x%22" },
    {
      input: "https://a.b/?q=<'>",
      changes: ["< → %3C", "' → %27", "> → %3E"],
      out: "https://a.b/?q=%3C%27%3E",
    },
    { input: "https://a.b/<{`}>", changes: ["< → %3C", "{ → %7B", "` → %60", "} → %7D", "> → %3E"] },
    { input: "https://a.b/a|b^c?|^", changes: ["| → %7C", "^ → %5E"], out: "https://a.b/a%7Cb%5Ec?|^" },
    { input: "https://a.b/a\\b?q", changes: ["\\ → /"], out: "https://a.b/a/b?q" },
    { input: "https://a.b/c/../d.png?q=1", changes: ["/c/../d.png → /d.png"], out: "https://a.b/d.png?q=1" },
    { input: "https://a.b/c/%2e%2E/d", changes: ["/c/%2e%2E/d → /d"], out: "https://a.b/d" },
    { input: "https://a.b/./d?q='", changes: ["/./d → /d", "' → %27"], out: "https://a.b/d?q=%27" },
    { input: "https://a.b\\c?q", changes: [" → /c"], out: "https://a.b/c?q" },
    { input: "https://a.b/?q='#it's", changes: ["' → %27"], out: "https://a.b/?q=%27#it's" },
  ];
  test.each(rows)("$input is changed by browsers", ({ input, changes, out }) => {
    const [note] = deliver(input);
    expect(note?.kind).toBe("delivery");
    expect(note?.changes?.map(({ before, after }) => `${before} → ${after}`)).toEqual(changes);
    if (out) expect(note?.rewrite?.text).toBe(out);
    expect(deliver(note?.rewrite?.text ?? "")).toEqual([]);
  });

  test.each([
    ["https://a.b/?q='", "A browser changes"],
    ["https://a.b/c/%2e%2E/d", "A browser changes"],
    ["https://a.b/a|b?q='", "A browser changes"],
    ["https://a.b/c/../d?q='", "Browsers, curl and most other clients resolve “..” in the path"],
    ["https://a.b/./d|e", "Browsers, curl and most other clients resolve “.” in the path"],
    ["https://a.b/d/..", "Browsers, curl and most other clients resolve “..” in the path"],
    ["https://a.b/a|b", "Some browsers change"],
    ["https://a.b/a^b|c?q=../..", "Some browsers change"],
  ])("of %s it says who changes it", (input, begins) => {
    expect(deliver(input)[0]?.sentence).toContain(begins);
    expect(deliver(input)[0]?.sentence).toMatch(/\. Sign the form that every client sends\.$/);
  });

  test.each([
    ["https://a.b:99999/a.jpg", "“99999” is not a valid port."],
    ["https://user:word@a.b:port/a.jpg", "“port” is not a valid port."],
    ["https://a b:99999/a.jpg", "“a b:99999” is not a valid host."],
    ["https://a b:80/a.jpg", "“a b:80” is not a valid host."],
    ["https://[::1/p", "“[::1” is not a valid host."],
  ])("no browser opens %s, and it says why", (input, ends) => {
    expect(deliver(input)[0]?.sentence).toBe(`No browser can open this URL, because ${ends}`);
  });

  test.each(["https://a b/p", "https://[::1/p", "https://a.b:99999/", "https://a%00b/"])(
    "%s has a host that no browser opens",
    (input) => {
      expect(deliver(input).map(({ kind }) => kind)).toEqual(["host"]);
    },
  );
});
