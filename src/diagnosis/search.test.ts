import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { search } from "./search";
import { idsOf, inputOf } from "./testing";

const { secret: SECRET } = inputOf("");
const HOST = "https://images.example.net";
const hmac = (message: string, key = SECRET) => createHmac("sha1", key).update(message).digest("hex");

describe("what must stay unexplained", () => {
  it("a signature of fewer than 80 bits, at once", async () => {
    const diagnosis = await search(inputOf(`${HOST}/a.jpg?w=1&signature=${hmac("/a.jpg?w=1").slice(0, 19)}`));
    expect(diagnosis).toMatchObject({ state: "unexplained", tried: 0 });
  });
});

it("a wrong digit is quoted as it stands in the URL", async () => {
  const right = hmac("/a.jpg?w=1");
  const diagnosis = await search(inputOf(`${HOST}/a.jpg?w=1&signature=O${right.slice(1)}`));
  const [mistake] = diagnosis.state === "explained" ? diagnosis.mistakes : [];
  expect(mistake?.detail).toBe(`Digit 1 (“O”, should be “${right[0]}”).`);
});

describe("the origin that was signed", () => {
  it.each([
    ["https://H.test:443", "https://h.test"],
    ["http://H.test:80", "http://h.test"],
    ["HTTPS://u@H.test:8443", "https://h.test:8443"],
  ])("%s is found as %s", async (origin, signed) => {
    const pasted = `${origin}/a.jpg?w=1&signature=${hmac(`${signed}/a.jpg?w=1`)}`;
    expect(await idsOf(pasted)).toEqual(["signed-full-url"]);
  });
});

describe("a common pair of mistakes", () => {
  const query = "src=https%3A%2F%2Fa.example%2Fb%20c.png&w=2";
  const right = `/a.jpg?${query}`;
  const decoded = `/a.jpg?${decodeURIComponent(query)}`;
  const utm = `${right}&utm_source=a&utm_medium=b`;
  it.each([
    ["another secret and a line break in the string", right, hmac(`${right}\n`, "staging"), 8000],
    ["another secret with a line break", right, hmac(right, "staging\n"), 12_000],
    ["a placeholder with a line break", right, hmac(right, "my_secret_key\n"), 21_000],
    ["a line break and parameters added", utm, hmac(`${right}\n`), 20_000],
    ["the query alone and parameters added", utm, hmac(query), 20_000],
    ["a decoded query and parameters added", utm, hmac(decoded), 20_000],
    ["the query alone and MD5", right, createHmac("md5", SECRET).update(query).digest("hex"), 20_000],
  ])("is found early: %s", async (_, pasted, signature, most) => {
    const input = inputOf(`${HOST}${pasted}&signature=${signature}`, { otherSecrets: ["staging"] });
    const diagnosis = await search(input);
    expect(diagnosis.state === "explained" && diagnosis.mistakes).toHaveLength(2);
    expect(diagnosis.tried).toBeLessThan(most);
  });
});

describe("the order that was signed", () => {
  const SENT_SORTED =
    "In the URL they stand sorted by name, as what sorts a query after it was signed leaves them.";
  const detailOf = async (query: string, signed: string) => {
    const diagnosis = await search(inputOf(`${HOST}/a.jpg?${query}&signature=${hmac(`/a.jpg?${signed}`)}`));
    return diagnosis.state === "explained" && diagnosis.mistakes.map(({ id, detail }) => [id, detail]);
  };
  it.each([
    ["h=1&w=2", "w=2&h=1", "The order signed was: w, h."],
    ["w=2&h=1", "h=1&w=2", "They stood sorted by name when they were signed."],
    ["h=1&w=2&q=3", "w=2&q=3&h=1", "They stood from Z to A when they were signed."],
    ["h=1&q=3&w=2", "w=2&q=3&h=1", `They stood from Z to A when they were signed. ${SENT_SORTED}`],
    ["h=1&q=3&w=2", "q=3&w=2&h=1", `“h” stood last when they were signed. ${SENT_SORTED}`],
  ])("of %s is told of %s", async (query, signed, detail) => {
    expect(await detailOf(query, signed)).toEqual([["parameters-reordered", detail]]);
  });
});

describe("how much is said", () => {
  it("the exact string, the digits and the bits that agree", async () => {
    const pasted = `${HOST}/a.jpg?w=1&signature=${hmac("/a.jpg?w=1\n").slice(0, 24)}`;
    expect(await search(inputOf(pasted))).toMatchObject({
      state: "explained",
      signed: "/a.jpg?w=1\n",
      shouldBe: "/a.jpg?w=1",
      bits: 96,
      keyUse: null,
    });
  });
  it("never a character of the secret, whatever was done to it", async () => {
    const secret = "Zq9~Zq9#Zq9$Zq9";
    for (const key of [`${secret}\n`, `“${secret}”`, "Zq9~Zq9", secret.toLowerCase(), secret.slice(3)]) {
      const diagnosis = await search(
        inputOf(`${HOST}/a.jpg?w=1&signature=${hmac("/a.jpg?w=1", key)}`, { secret }),
      );
      expect(diagnosis.state).toBe("explained");
      expect(JSON.stringify({ ...diagnosis, digits: "" })).not.toMatch(/Zq9/i);
    }
  });
  it("the line of another secret, counting empty lines", async () => {
    const pasted = `${HOST}/a.jpg?w=1&signature=${hmac("/a.jpg?w=1", "staging")}`;
    const diagnosis = await search(inputOf(pasted, { otherSecrets: ["old", "", "staging"] }));
    expect(diagnosis.state === "explained" && diagnosis.mistakes[0]?.detail).toContain("line 3");
  });
  it("the client that signs like this", async () => {
    const diagnosis = await search(inputOf(`${HOST}/a%20b.jpg?w=1&signature=${hmac("/a b.jpg?w=1")}`));
    expect(diagnosis.state === "explained" && diagnosis.client).toContain("libpixel-go");
  });
});

describe("two mistakes that often come together", () => {
  const url = `${HOST}/a.jpg?width=200&height=100`;
  it.each([
    [`${url}\n`, ["signed-full-url", "signed-with-newline"]],
    ["/a.jpg\n", ["signed-path-only", "signed-with-newline"]],
    ["width=200&height=100\n", ["signed-query-only", "signed-with-newline"]],
    ["/a.jpg?", ["signed-path-only", "signed-with-trailing-question-mark"]],
    ["/a.jpg?width=200&height=100&signature=\n", ["signed-with-empty-signature", "signed-with-newline"]],
  ])("%j was signed: found before the rare pairs", async (signed, ids) => {
    const diagnosis = await search(inputOf(`${url}&signature=${hmac(signed)}`));
    expect(diagnosis.state === "explained" && diagnosis.mistakes.map(({ id }) => id)).toEqual(ids);
    expect(diagnosis.tried).toBeLessThan(16_000);
  });
});

describe("what other tools really do", () => {
  it("escape() writes Latin-1", async () => {
    const pasted = `${HOST}/?title=%C3%A4%20b&signature=${hmac("/?title=%E4%20b")}`;
    expect(await idsOf(pasted)).toEqual(["signed-with-another-encoder"]);
  });
  it("a masked field is copied as its mask", async () => {
    const masked = hmac("/a.jpg?w=1", "•".repeat(SECRET.length));
    expect(await idsOf(`${HOST}/a.jpg?w=1&signature=${masked}`)).toEqual(["secret-is-placeholder"]);
  });
  it.each([
    // Set-Content -Encoding UTF8 in Windows PowerShell, File.WriteAllLines with Encoding.UTF8, an editor on Unix
    ["\r\n", "A byte order mark before it, and a Windows line break after it."],
    ["\n", "A byte order mark before it, and a line feed after it."],
  ])("a file begins with a byte order mark and ends with %j", async (end, detail) => {
    const pasted = `${HOST}/a.jpg?w=1&signature=${hmac(`\ufeff/a.jpg?w=1${end}`)}`;
    const diagnosis = await search(inputOf(pasted));
    expect(diagnosis).toMatchObject({
      mistakes: [
        { id: "string-with-invisible-character", detail, why: expect.stringContaining("PowerShell") },
      ],
    });
  });
  it("openssl base64 -d drops a last group that is not whole", async () => {
    const secret = "c2VjcmV0LWtleS0";
    const key = Buffer.from(secret.slice(0, 12), "base64").toString();
    const pasted = `${HOST}/a.jpg?w=1&signature=${hmac("/a.jpg?w=1", key)}`;
    expect(await idsOf(pasted, { secret })).toEqual(["secret-base64-decoded"]);
  });
  it.each([
    ["/?src=https://a.example/b%20c&w=2", "/?src%3Dhttps%3A%2F%2Fa.example%2Fb%20c%26w%3D2"],
    ["/a/../b.jpg?w=2", "/b.jpg?w=2"],
    ["/a/./b.jpg?w=2", "/a/b.jpg?w=2"],
  ])("%s was signed as %s", async (sent, signed) => {
    expect(await idsOf(`${HOST}${sent}&signature=${hmac(signed)}`)).toEqual(["signed-with-another-encoder"]);
  });
  it.each([
    ["https://api.urlbox.com/v1/myApiKey/TOKEN/jpg?url=a.example", "signed-with-path"],
    ["url=a.example&format=jpeg", "signed-with-format"],
  ])("a render link signed as %s", async (signed, id) => {
    const pasted = `https://api.urlbox.com/v1/myApiKey/${hmac(signed)}/jpg?url=a.example`;
    expect(await idsOf(pasted, { schemeId: "urlbox" })).toEqual([id]);
  });
  it("HTML escapes a render link whose url stands second", async () => {
    const token = hmac("width=5&url=a.example");
    const pasted = `https://api.urlbox.com/v1/myApiKey/${token}/png?width=5&amp;url=a.example`;
    expect(await idsOf(pasted, { schemeId: "urlbox" })).toEqual(["url-html-escaped"]);
  });

  it.each([
    ["&amp;", undefined],
    ["&#38;", "It stands there as “&#38;”."],
    ["&#038;", "It stands there as “&#038;”."],
    ["&#x26;", "It stands there as “&#x26;”."],
    ["\\u0026", "It stands there as “\\u0026”."],
  ])("HTML or JSON escapes “&” as %s, and it is named so", async (escaped, detail) => {
    const url = `${HOST}/a.jpg?width=5&height=3&signature=${hmac("/a.jpg?width=5&height=3")}`;
    // A URL that is JSON as a whole is read as JSON.
    const all = escaped.startsWith("&") ? [url.replaceAll("&", escaped)] : [];
    for (const pasted of [url.replace("&", escaped), ...all]) {
      const result = await search(inputOf(pasted));
      const mistakes = result.state === "explained" ? result.mistakes : [];
      expect(mistakes.map((mistake) => [mistake.id, mistake.detail])).toEqual([["url-html-escaped", detail]]);
    }
  });
});

describe("signatures that other tools made, held out when the catalogue was written", () => {
  const api = "https://api.urlbox.com/v1/myApiKey";
  const path = "/a.jpg?width=5";
  it.each<[ids: string[], pasted: string, signed: string, secret?: string, key?: string]>([
    // A value that was encoded rightly and signed decoded is not encoded twice.
    [
      ["signed-decoded-query"],
      `${HOST}/?src=https%3A%2F%2Fa.example%2Fb%2520c.jpg&width=5&signature={}`,
      "/?src=https://a.example/b%20c.jpg&width=5",
    ],
    [
      ["signed-decoded-query"],
      `${api}/{}/png?url=https%3A%2F%2Fa.example%2F%3Fq%3Dcaf%25C3%25A9%26l%3Dfr`,
      "url=https://a.example/?q=caf%C3%A9&l=fr",
    ],
    [["url-double-encoded"], `${HOST}/?src=a%252Fb%2520c&signature={}`, "/?src=a%2Fb%20c"],
    // Numeric escapes of HTML, whose “#” cuts the URL.
    [
      ["url-html-escaped"],
      `${HOST}/a.png?text=don&#039;t&amp;width=5&amp;signature={}`,
      "/a.png?text=don't&width=5",
    ],
    [["url-html-escaped"], `${HOST}/it&#39;s.png?width=5&amp;signature={}`, "/it's.png?width=5"],
    [
      ["url-html-escaped"],
      `${HOST}/a.png?width=5&#x26;height=3&#x26;signature={}`,
      "/a.png?width=5&height=3",
    ],
    [
      ["url-html-escaped"],
      `${api}/{}/png?url=https%3A%2F%2Fa.example%2Fo&#039;neil&amp;width=4`,
      "url=https%3A%2F%2Fa.example%2Fo'neil&width=4",
    ],
    // Two tokens, the last of which Urlbox takes for a format.
    [["signature-twice"], `${api}/{}/{}/png?url=a.example`, "url=a.example"],
    [["signature-twice"], `${api}/${"ab12".repeat(10)}/{}/png?url=a.example`, "url=a.example"],
    [["signature-twice"], `${api}/{}/${"ab12".repeat(10)}/png?url=a.example`, "url=a.example"],
    [["empty-parameter-dropped"], `${HOST}${path}&signature={}`, `${path}&blur=`],
    [["empty-parameter-dropped"], `${api}/{}/png?url=a.example`, "url=a.example&cookie="],
    [["secret-json-escaped"], `${HOST}${path}&signature={}`, path, "a+b/c", "a\\u002Bb/c"],
    [["secret-json-escaped"], `${HOST}${path}&signature={}`, path, "a<b>c", "a\\u003Cb\\u003Ec"],
    [["secret-dollar-expanded"], `${HOST}${path}&signature={}`, path, "Qw7$?zR5", "Qw70zR5"],
    [["secret-dollar-expanded"], `${HOST}${path}&signature={}`, path, "Qw7$0zR5", "Qw7bashzR5"],
    [["secret-with-space"], `${HOST}${path}&signature={}`, path, "s3cret", "    s3cret"],
    [
      ["secret-with-invisible-character"],
      `${HOST}${path}&signature={}`,
      path,
      "s3cret",
      "\u{202d}s3cret\u{202c}",
    ],
    [["secret-with-newline", "secret-empty"], `${HOST}${path}&signature={}`, path, "s3cret", "\n"],
    [
      ["secret-with-newline", "secret-is-placeholder"],
      `${HOST}${path}&signature={}`,
      path,
      "s9K-42",
      "your_secret\n",
    ],
    [
      ["secret-hex-encoded"],
      `${HOST}${path}&signature={}`,
      path,
      "K".repeat(40),
      `${"4b".repeat(30)}\n${"4b".repeat(10)}\n`,
    ],
    [
      ["secret-base64-encoded"],
      `${HOST}${path}&signature={}`,
      path,
      "K".repeat(60),
      `${"S0tL".repeat(19)}\nS0tL\n`,
    ],
  ])("%j: %s", async (ids, pasted, signed, secret = SECRET, key = secret) => {
    const schemeId = pasted.startsWith(api) ? "urlbox" : "libpixel";
    expect(await idsOf(pasted.replaceAll("{}", hmac(signed, key)), { schemeId, secret })).toEqual(ids);
  });
});

describe("a client of Urlbox", () => {
  const clientOf = async (query: string, signed: string) => {
    const pasted = `https://api.urlbox.com/v1/myApiKey/${hmac(signed)}/png?${query}`;
    const diagnosis = await search(inputOf(pasted, { schemeId: "urlbox" }));
    return diagnosis.state === "explained" && [diagnosis.mistakes.map(({ id }) => id), diagnosis.client];
  };
  it("is not named for what was done after signing", async () => {
    expect(await clientOf("url=a.example%252Fb%2520c", "url=a.example%2Fb%20c")).toEqual([
      ["url-double-encoded"],
      null,
    ]);
  });
  it.each([
    ["url=a.example%2Fb%20c", "url=a.example/b c"],
    [
      "url=https%3A%2F%2Fhost.example%2Fpath%3Fa%3Db%26c%3Dd&width=1024",
      "url=https://host.example/path?a=b&c=d&width=1024",
    ],
    ["url=a.example&selector=%23main", "url=a.example&selector=#main"],
  ])(
    "is not named where it does not encode, and %s has escapes that no browser makes",
    async (query, signed) => {
      expect(await clientOf(query, signed)).toEqual([["signed-decoded-query"], null]);
    },
  );
  it.each([
    ["url=https://a.example/caf%C3%A9", "url=https://a.example/café"],
    ["url=https://a.example/%22b%22&html=%3Cb%3E", 'url=https://a.example/"b"&html=<b>'],
  ])("is named where a browser makes all the escapes of %s", async (query, signed) => {
    expect(await clientOf(query, signed)).toEqual([expect.any(Array), expect.stringContaining("WordPress")]);
  });
  it("is named where it encodes nothing, or sorts", async () => {
    expect(await clientOf("url=https://a.example/b%20c", "url=https://a.example/b c")).toEqual([
      ["signed-decoded-query"],
      expect.stringContaining("WordPress"),
    ]);
    expect(await clientOf("url=a.example&height=1&width=2", "height=1&url=a.example&width=2")).toEqual([
      ["parameters-reordered"],
      expect.stringContaining("urlbox-dotnet"),
    ]);
  });
});

describe("the place of the signature", () => {
  it("is a mistake although the digits are right", async () => {
    expect(await idsOf(`${HOST}/a.jpg?signature=${hmac("/a.jpg?w=1")}&w=1`)).toEqual(["signature-not-last"]);
  });
  it.each([
    "https://acme.libpx.com/a.jpg?w=1&signature=",
    "https://acme.libpx.com/a.jpg?signature=&w=1",
    "https://acme.libpx.com/a.jpg?w=1&signature",
  ])("is empty, which is seen without a search: %s", async (pasted) => {
    const diagnosis = await search(inputOf(pasted));
    const told = diagnosis.state === "explained" ? diagnosis.mistakes : [];
    expect(told[0]).toMatchObject({
      id: "signature-is-empty-value",
      title: "The place of the signature is empty.",
    });
    expect(diagnosis.tried).toBe(0);
  });
  it("is not the one that is empty, where another has the digits", async () => {
    const pasted = `${HOST}/a.jpg?w=1&signature=${hmac("/a.jpg?w=1")}&signature=`;
    expect(await idsOf(pasted)).not.toContain("signature-is-empty-value");
  });
  it("is told beside what else went wrong", async () => {
    const url = `${HOST}/a.jpg?w=1&signature=${hmac("/a.jpg?w=1")}&signature=`;
    expect(await idsOf(url + hmac(`/a.jpg?w=1&signature=${hmac("/a.jpg?w=1")}`))).toEqual([
      "signed-with-signature",
      "signature-twice",
    ]);
    expect(await idsOf(url + hmac("/a.jpg?w=1"))).toEqual(["signature-twice"]);
    expect(await idsOf(`${url}00`)).toEqual(["signature-twice"]);
  });
  it("names of several signatures the one that is right", async () => {
    const [right, other] = [hmac("/a.jpg?w=1"), "ab12".repeat(10)];
    const detailOf = async (...signatures: string[]) => {
      const pasted = `${HOST}/a.jpg?w=1${signatures.map((one) => `&signature=${one}`).join("")}`;
      const diagnosis = await search(inputOf(pasted));
      return diagnosis.state === "explained" && diagnosis.mistakes.map(({ detail }) => detail);
    };
    expect(await detailOf(right, other)).toEqual(["The proof is that of the first one."]);
    expect(await detailOf(other, right)).toEqual(["The proof is that of the last one."]);
    expect(await detailOf(right, right)).toEqual(["All of them have the same digits."]);
  });
  it("is found under the name that HTML gives it", async () => {
    expect(await idsOf(`${HOST}/a.jpg?w=1&amp;signature=${hmac("/a.jpg?w=1")}`)).toEqual([
      "url-html-escaped",
    ]);
  });
});
