import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { search } from "../../../diagnosis/search";
import { inputOf } from "../../../diagnosis/testing";
import { mistakesInCode } from "../in-code";
import { remediesOf } from "./remedies";

/*
 * Of some differences the digits do not tell whether the URL was changed after signing or the string was made otherwise. Beside another mistake
 * both URLs are offered, as they are where it stands alone.
 */

const SECRET = "q7Vn2LxT9fKw4Zr8Jp3m";
const HOST = "https://images.example.net";

const hmac = (text: string, key = SECRET, hash = "sha1") => createHmac(hash, key).update(text).digest("hex");
const signed = (text: string) => `${HOST}${text}&signature=${hmac(text)}`;

async function waysOut(url: string, resigned: string, schemeId = "libpixel") {
  const found = await search(inputOf(url, { schemeId, secret: SECRET }));
  if (found.state !== "explained") throw new Error(`nothing explains ${url}`);
  return remediesOf(found, resigned);
}

const CODE: readonly (readonly [what: string, digits: (text: string) => string])[] = [
  ["digits in upper case", (text) => hmac(text).toUpperCase()],
  ["a line break in the secret", (text) => hmac(text, `${SECRET}\n`)],
];

test.each(
  CODE.flatMap(([what, digits]) =>
    [
      ["/a.jpg?text=Hello%2520World", "/a.jpg?text=Hello%20World"],
      ["/a.jpg?text=a%20&width=1", "/a.jpg?text=a&width=1"],
      ["/a.jpg?width=1,280", "/a.jpg?width=1280"],
      ["/a.jpg?text=it%27s", "/a.jpg?text=it%E2%80%99s"],
      ["/a.jpg?text=R&D&width=1", "/a.jpg?text=R%26D&width=1"],
    ].map(([sent = "", was = ""]) => ({ what, sent, was, digits: digits(was) })),
  ),
)("$sent, signed as $was, beside $what", async ({ sent, was, digits }) => {
  const ways = await waysOut(`${HOST}${sent}&signature=${digits}`, signed(sent));
  const urls = ways.map(({ url }) => url);
  expect(urls.sort()).toEqual([signed(was), signed(sent)].sort());
  expect(ways.find(({ url }) => url === signed(was))?.words).toBe("Send it as it was, if it was changed");
  expect(ways.find(({ url }) => url === signed(sent))?.words).toBe("Sign what is sent");
  for (const { hint } of ways) expect(hint).not.toMatch(/that was signed|damage/);
});

test.each([
  ["an escape of HTML", "/a.jpg?width=1&amp;height=2", "/a.jpg?width=1&height=2"],
  ["a zero-width space", "/a.jpg?width=1%E2%80%8B&height=2", "/a.jpg?width=1&height=2"],
])("near miss: nobody means %s, whatever the code did wrong", async (_, sent, was) => {
  const ways = await waysOut(`${HOST}${sent}&signature=${hmac(was).toUpperCase()}`, signed(sent));
  expect(ways.map(({ words, url }) => [words, url])).toEqual([["Sign the undamaged URL", signed(was)]]);
});

test.each([
  ["cut short", (text: string) => hmac(text).slice(0, 30)],
  ["shortened", (text: string) => `${hmac(text).slice(0, 24)}…`],
])("near miss: damage is not signed, and no digits are called the same that were %s", async (_, cut) => {
  const [sent, was] = ["/a.jpg?width=1&amp;height=2", "/a.jpg?width=1&height=2"];
  const ways = await waysOut(`${HOST}${sent}&signature=${cut(was)}`, signed(sent));
  expect(ways.map(({ words, url }) => [words, url])).toEqual([["Sign the undamaged URL", signed(was)]]);
  expect(ways[0]?.hint).not.toContain("same digits");
});

test("where nothing tells the right hash, each way says with which it is signed", async () => {
  const link = (query: string, token: string) => `https://api.urlbox.com/v1/pubKey9/${token}/png?${query}`;
  const sent = "url=https://a.example/?x=1&y=2&width=300";
  const was = "url=https%3A%2F%2Fa.example%2F%3Fx%3D1%26y%3D2&width=300";
  const hintsOf = async (digits: string) =>
    (await waysOut(link(sent, digits), link(sent, hmac(sent)), "urlbox")).map(({ hint }) => hint);
  const hints = await hintsOf(hmac(was, SECRET, "sha512"));
  expect(hints.length).toBe(2);
  for (const hint of hints) expect(hint).toContain("SHA-1, if that is the hash that your account checks.");
  const found = await search(
    inputOf(link(sent, hmac(was, SECRET, "sha512")), { schemeId: "urlbox", secret: SECRET }),
  );
  expect(found.state === "explained" && mistakesInCode(found).map(({ group }) => group)).not.toContain(
    "digest",
  );
  // Its length tells it here.
  for (const hint of await hintsOf(hmac(was))) expect(hint).not.toContain("SHA");
});

test.each([
  ["/a.jpg?text=a%2520b&w=3", "/a.jpg?text=a b&w=3", "/a.jpg?text=a%20b&w=3", "Send it percent-encoded once"],
  ["/my%2520cats/b.jpg?w=3", "/my cats/b.jpg?w=3", "/my%20cats/b.jpg?w=3", "Send it percent-encoded once"],
  ["/a.jpg?text=A&B=C&w=3", "/a.jpg?text=A&w=3", "/a.jpg?text=A%26B%3DC&w=3", "Send it with “%26”"],
])("%s, signed as %s, may be meant as %s", async (sent, was, other, words) => {
  const ways = await waysOut(`${HOST}${sent}&signature=${hmac(was)}`, signed(sent));
  const urls = ways.map(({ url }) => url);
  expect(urls).toContain(signed(sent));
  expect(ways.find(({ url }) => url === signed(other))?.words).toContain(words);
  // One is to be chosen: none is said to be right.
  for (const { words } of ways) expect(words).not.toBe("The URL as it should be");
});

test.each([
  ["a blank", `${SECRET} `],
  ["quotation marks", `"${SECRET}"`],
])(
  "what is sent is signed with %s that came along with the secret only if it belongs there",
  async (_, secret) => {
    for (const [sent, was] of [
      ["/a.jpg?text=a%20&width=1", "/a.jpg?text=a&width=1"],
      ["/a.jpg?width=1,280", "/a.jpg?width=1280"],
    ] as const) {
      const found = await search(inputOf(`${HOST}${sent}&signature=${hmac(was)}`, { secret }));
      if (found.state !== "explained") throw new Error(sent);
      const ways = remediesOf(found, `${HOST}${sent}&signature=${hmac(sent, secret)}`);
      expect(ways.map(({ words, url, isDoubtful }) => [words, url, isDoubtful])).toEqual([
        ["Send what was signed", signed(was), undefined],
        ["Only if what is entered here is the secret", expect.stringContaining(sent), true],
      ]);
    }
  },
);

test.each([
  ["two of one name", "/a.jpg?width=1&width=2", "/a.jpg?width=2"],
  ["a value that is not set", "/a.jpg?width=1&height=undefined", "/a.jpg?width=1&height=undefined"],
  ["an address with a query", "/?src=https://a.test/?x=1&lang=de", "/?src=https://a.test/?x=1&lang=de"],
])("beside another secret each way depends on whose is right: %s", async (_, sent, was) => {
  const ways = await waysOut(`${HOST}${sent}&signature=${hmac(was, `${SECRET}\n`)}`, signed(sent));
  expect(ways.length).toBeGreaterThan(1);
  for (const { hint } of ways) expect(hint).toContain("if the secret entered here is the account’s");
});

test("a hint that speaks of a hash names it, or stands beside its name", async () => {
  const query = "url=https://a.example/?x=1&y=2&width=300";
  const link = (token: string) => `https://api.urlbox.com/v1/pubKey9/${token}/png?${query}`;
  const ways = await waysOut(link(hmac(query, SECRET, "sha512")), link(hmac(query)), "urlbox");
  expect(ways.length).toBe(3);
  for (const { words, hint } of ways) expect(words + hint).toMatch(/SHA-\d/);
  const another = await waysOut(link(hmac(query, `${SECRET}\n`, "sha512")), link(hmac(query)), "urlbox");
  for (const { words, hint } of another) expect(words + hint).toMatch(/SHA-\d.*the account’s/);
});
