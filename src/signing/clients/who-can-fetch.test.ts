import { describe, expect, test } from "vitest";
import { cutUrl } from "../url-text";
import { CLIENTS } from "./clients";
import { SHAPES } from "./shapes";
import { alike, toldFetchings, whoCanFetch } from "./who-can-fetch";

const changed = (url: string) =>
  whoCanFetch(url).flatMap(({ client, sent, changes }) =>
    sent.sends === "changed" ? [[client.name, changes]] : [],
  );
const refused = (url: string) =>
  whoCanFetch(url).flatMap(({ client, sent }) => (sent.sends === "refused" ? [client.name] : []));

describe("who can fetch a URL", () => {
  test("plain ASCII is sent as it stands by every client", () => {
    const sends = whoCanFetch("https://fjord.libpx.com/a.jpg?width=300&mode=fit").map(
      ({ sent }) => sent.sends,
    );
    expect(new Set(sends)).toEqual(new Set(["same"]));
  });

  test("an address as both vendors document it is decoded by aiohttp alone", () => {
    const url = "https://fjord.libpx.com/a.jpg?src=https%3A%2F%2Fx.test%2Fb.jpg&w=1";
    expect(changed(url)).toEqual([
      [
        "aiohttp",
        [
          { before: "%3A", after: ":" },
          { before: "%2F", after: "/" },
        ],
      ],
    ]);
    expect(refused(url)).toEqual([]);
  });

  test("an apostrophe is escaped by those that parse URLs as browsers do, and by Ruby", () => {
    const url = "https://fjord.libpx.com/a.jpg?text=it's";
    const names = [
      "Node’s fetch",
      "Node’s http",
      "axios",
      "got",
      "node-fetch",
      "superagent",
      "Ruby",
      "browsers",
    ];
    expect(changed(url)).toEqual(names.map((name) => [name, [{ before: "'", after: "%27" }]]));
  });

  test("brackets and braces are refused by curl, and not by curl -g", () => {
    expect(refused("https://fjord.libpx.com/?q={a}[b]")).toEqual(["curl", "Java’s HttpClient"]);
    expect(changed("https://fjord.libpx.com/?q={a}")[0]).toEqual(["curl", [{ before: "{a}", after: "a" }]]);
  });

  test("the host, the fragment and an empty path change nothing", () => {
    expect(changed("https://fjord.libpx.com#it's")).toEqual([]);
    expect(whoCanFetch("https://fjord.libpx.com?w=1").every(({ sent }) => sent.sends === "same")).toBe(true);
  });
});

test.each([
  ["/a.jpg?w=1", /^Sent as signed by all \d+ known clients\.$/],
  [
    "/a.jpg?src=https%3A%2F%2Fx.test",
    /^Changed by aiohttp; sent as signed by browsers, curl, Go and \d+ others\.$/,
  ],
  [
    "/a.jpg?text=[b]",
    /^Changed by .*; refused by curl; sent as signed by browsers, Go, curl -g and \d+ others\.$/,
  ],
])("%s in one sentence", (target, sentence) => {
  expect(toldFetchings(whoCanFetch(`https://fjord.libpx.com${target}`))).toMatch(sentence);
});

describe("the form that every client sends alike", () => {
  const plain = SHAPES.filter((shape) => !/'|%27/.test(cutUrl(`https://a.test${shape}`).query ?? ""));

  test.each(CLIENTS)("$name leaves it as it is", (client) => {
    const others = plain
      .map((shape) => alike(`https://a.test${shape}`))
      .filter((url) => client.sent(url).sends !== "same");
    expect(others).toEqual([]);
  });

  test.each([
    {
      input: "https://a.test/?src=https%3A%2F%2Fx.test%2Fb%3Fv%3D1%26w",
      out: "https://a.test/?src=https://x.test/b?v%3D1%26w",
    },
    { input: "https://a.test/x/../a b.jpg?q=%7e|[é]", out: "https://a.test/a%20b.jpg?q=~%7C%5B%C3%A9%5D" },
    { input: "https://a.test/a?q=100%", out: "https://a.test/a?q=100%25" },
    { input: "https://a.test/a?", out: "https://a.test/a" },
    { input: "https://a.test/a?q=it's#it's", out: "https://a.test/a?q=it%27s#it's" },
    { input: "https://a.test/a%2Fb?q=a+b%2B%20c", out: "https://a.test/a%2Fb?q=a+b%2B%20c" },
  ])("$input", ({ input, out }) => {
    expect(alike(input)).toBe(out);
    expect(alike(out)).toBe(out);
  });
});
