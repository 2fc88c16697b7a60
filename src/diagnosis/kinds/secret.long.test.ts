import { createHash, createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { placeholdersFor } from "../../mistakes/text/values/placeholders";
import { schemes } from "../../schemes";
import { signedByNode } from "../../signing/node-testing";
import { readPaste } from "../../signing/read-paste";
import { joinParts } from "../../signing/sign";
import { search } from "../search";
import { inputOf } from "../testing";

const explain = async (secret: string, key: string | Buffer) =>
  (await mistakesWith(secret, key)).map(({ id, detail }) => [id, detail]);

const mistakesWith = async (secret: string, key: string | Buffer, signed = "/a.jpg?w=1") => {
  const signature = createHmac("sha1", key).update(signed).digest("hex");
  const pasted = `https://images.example.net/a.jpg?w=1&signature=${signature}`;
  const diagnosis = await search(inputOf(pasted, { secret }));
  return diagnosis.state === "explained" ? diagnosis.mistakes : [];
};

it.each([
  "YOUR SECRET",
  "your_secret_here",
  "YOUR_SECRET_HERE",
  "your-secret-key",
  "mysecret",
  "xxx",
  "todo",
  "<no value>",
  "%!s(<nil>)",
])("knows the placeholder “%s”", async (key) => {
  expect(await explain("s9K-42", key)).toEqual([["secret-is-placeholder", `The secret was “${key}”.`]]);
});

it.each(schemes)("lists no placeholder of $label twice", ({ label, secretVariables }) => {
  const placeholders = placeholdersFor(label, secretVariables);
  expect(new Set(placeholders).size).toBe(placeholders.length);
});

it.each(schemes)("knows the variable of $label where nothing has filled it in", async (scheme) => {
  const [variable] = scheme.secretVariables;
  const [hash] = scheme.hashes;
  for (const key of [variable, `\${${variable}}`, `process.env.${variable}`, `YOUR_${variable}`]) {
    const { request } = readPaste(scheme, scheme.examples[0].url, { apiKey: "", format: "png" });
    if (!request.ok) throw new Error(request.problem.sentence);
    const signature = signedByNode(hash, key, request.value.signingString);
    const pasted = joinParts(scheme.assemble(request.value, signature));
    const diagnosis = await search(inputOf(pasted, { schemeId: scheme.id, hash, secret: "s9K-42" }));
    expect(diagnosis).toMatchObject({ mistakes: [{ id: "secret-is-placeholder" }] });
  }
});

it.each(["\u{200b}", "\u{ad}", "\u{feff}", "\u{a0}"])(
  "finds the invisible %j inside the secret",
  async (char) => {
    const broken = `s9K${char}-42`;
    const id = "secret-with-invisible-character";
    expect(await explain("s9K-42", broken)).toEqual([
      [id, expect.stringContaining(" after 3 of its 6 characters.")],
    ]);
    const [[found] = []] = await explain(broken, "s9K-42");
    expect([id, "secret-with-space"]).toContain(found);
    const [[both] = []] = await explain(`s${char}9K\u{a0}-${char}42`, "s9K-42");
    expect([id, "secret-with-space"]).toContain(both);
  },
);

it.each([
  ["\n", "secret-with-newline"],
  ["\r\n", "secret-with-newline"],
  [" ", "secret-with-space"],
])("finds %j where a copied line was broken", async (space, id) => {
  expect(await explain("s9K-42", `s9${space}K-42`)).toEqual([
    [id, expect.stringContaining(" after 2 of its 6 characters.")],
  ]);
  const [[found] = []] = await explain(`s9${space}K-42`, "s9K-42");
  expect(found).toBe(id);
});

it("finds a long secret that was wrapped", async () => {
  const secret = "s9K-".repeat(50);
  const wrapped = secret.replace(/.{64}/g, "$&\n");
  expect(await explain(secret, wrapped)).toEqual([
    ["secret-with-newline", "It was wrapped after 64 characters."],
  ]);
});

it.each([
  ["pa$x[1]b", "pab"],
  ["pa$x->y!b", "pa!b"],
  ["pa{$x['k']}b", "pab"],
])("finds what PHP makes of %s", async (secret, key) => {
  const [[id] = []] = await explain(secret, key);
  expect(id).toBe("secret-dollar-expanded");
});

it.each([
  ["ab%NAME%cd7Yt", "abcd7Yt", "secret-taken-for-format", "A name between “%” was replaced by nothing."],
  [
    "ab$(id)cd7Yt",
    "abcd7Yt",
    "secret-dollar-expanded",
    "What stands in “$(…)” or backticks was taken for a command, or by Make for a name, and gave nothing.",
  ],
  ["ab$cd7Yt", "ab$$cd7Yt", "secret-dollar-expanded", "“$” was doubled, and both were kept."],
])("says of the secret %s only what its own signs were taken for", async (secret, key, id, detail) => {
  expect(await explain(secret, key)).toEqual([[id, detail]]);
});

it("tells no placeholder that holds the secret", async () => {
  expect(JSON.stringify(await explain("secret", "YOUR_SECRET_HERE"))).not.toMatch(/YOUR|HERE/);
});

it.each(["undefinedX", "Xundefined", "XundefinedX", "xUNDEFINED"])(
  "tells no placeholder that %s holds",
  async (secret) => {
    const [[id, detail] = []] = await explain(secret, "undefined");
    expect(id).toBe(/^undefined|undefined$/.test(secret) ? "secret-truncated" : "secret-is-placeholder");
    expect(detail).not.toMatch(/undefined/i);
  },
);

it.each([
  ["in a line of a .env file", "LIBPIXEL_SECRET=s9K-42"],
  ["with a space at its end", "s9K-42 "],
  ["with quotes", '"s9K-42"'],
  ["with a prefix", "whsec_s9K-42"],
  ["as HTML writes it", "s9&amp;K-42"],
])("a secret that was entered %s is told as such, and what signed with it is not", async (_, wrapped) => {
  const bare = wrapped.includes("&amp;") ? "s9&K-42" : "s9K-42";
  const again = expect.stringContaining("Enter the secret again");
  expect(await mistakesWith(wrapped, bare)).toEqual([expect.objectContaining({ entered: true, fix: again })]);
  const [signedWithIt] = await mistakesWith(bare, wrapped);
  expect(signedWithIt).toMatchObject({ fix: expect.not.stringContaining("Enter the secret again") });
  expect(signedWithIt?.entered).toBeUndefined();
});

it("knows a letter of another script that looks Latin, on either side", async () => {
  const [latin, mixed] = ["Kb7nQ4sLw2", "\u{41a}b7nQ4sLw2"];
  const id = "secret-mistyped";
  expect(await explain(latin, mixed)).toEqual([
    [id, expect.stringMatching(/another script .* character 1 of the 10 /)],
  ]);
  expect(await explain(mixed, latin)).toEqual([[id, expect.stringContaining("another script")]]);
});

it("knows two characters that were read from a picture for others", async () => {
  expect(await explain("k0Ol1IqZ5tSw", "kOOl1lqZ5tSw")).toEqual([
    ["secret-mistyped", expect.stringContaining("characters 2 and 6 of the 12")],
  ]);
});

it("knows the bytes of a GUID in .NET’s order, and those in the order of its digits", async () => {
  const guid = "6f1c2a3b-4d5e-6f70-8192-a3b4c5d6e7f8";
  for (const bytes of ["3b2a1c6f5e4d706f8192a3b4c5d6e7f8", "6f1c2a3b4d5e6f708192a3b4c5d6e7f8"])
    expect((await explain(guid, Buffer.from(bytes, "hex"))).map(([id]) => id)).toEqual([
      "secret-hex-decoded",
    ]);
});

it.each(["JBSWY3DPEHPK3PXP", "jbsw y3dp ehpk 3pxp", "JBSWY3DPEHPK3PXP===="])(
  "knows the bytes that “%s” stands for in base32",
  async (secret) => {
    const bytes = Buffer.from("48656c6c6f21deadbeef", "hex");
    expect((await explain(secret, bytes)).map(([id]) => id)).toEqual(["secret-base32-decoded"]);
  },
);

it.each([
  [
    "leaves out NUL bytes",
    "a90041f3007bd2c80e6619ff0a5d3300",
    "a941f37bd2c80e6619ff0a5d33",
    "a shell’s variable",
  ],
  [
    "takes line feeds off the end",
    "a9e141f3c47bd2c80e6619ff0a5d330a",
    "a9e141f3c47bd2c80e6619ff0a5d33",
    "a shell’s variable",
  ],
  ["ends at a NUL byte", "a9e141f3c4b17bd200660019ff0a5d33", "a9e141f3c4b17bd2", "They ended before"],
  [
    "is written in UTF-8",
    "c77c96eef6f6995b1f84d0a2",
    "c387 7c c296 c3ae c3b6 c3b6 c299 5b 1f c284 c390 c2a2",
    "Each of",
  ],
])(
  "says what became of the bytes of a decoded secret where what holds them %s",
  async (_, hex, used, told) => {
    const key = Buffer.from(used.replaceAll(" ", ""), "hex");
    const base64 = Buffer.from(hex, "hex").toString("base64");
    for (const [secret, id] of [
      [hex, "secret-hex-decoded"],
      [base64, "secret-base64-decoded"],
    ] as const)
      expect(await explain(secret, key)).toEqual([[id, expect.stringContaining(told)]]);
  },
);

it("names no line feed or NUL byte that the decoded secret has not lost", async () => {
  const bytes = Buffer.from("a90041f3007bd2c80e6619ff0a5d3300", "hex");
  expect(await explain(bytes.toString("hex"), bytes)).toEqual([["secret-hex-decoded", undefined]]);
});

it.each([
  ["JavaScript’s URL", "a+b/c=dQ9x7", "a+b%2Fc%3DdQ9x7"],
  ["JavaScript’s URL", "zz+y9&7/K==", "zz+y9&7%2FK%3D%3D"],
  ["Go’s net/url", "p!ss@w:rd$1*x", "p%21ss%40w%3Ard$1%2Ax"],
])("knows a secret as %s writes it into the password of a URL", async (maker, secret, key) => {
  expect(await explain(secret, key)).toEqual([["secret-url-encoded", expect.stringContaining(maker)]]);
});

it("says of a secret without escapes only that its plus signs became spaces", async () => {
  expect(await explain("9ZpA+nq5DM+w", "9ZpA nq5DM w")).toEqual([
    ["secret-url-decoded", "Each “+” became a space."],
  ]);
  expect(await explain("9Z%41pA+w", "9ZApA w")).toEqual([["secret-url-decoded", "Each “+” became a space."]]);
  expect(await explain("9Z%41pA+w", "9ZApA+w")).toEqual([["secret-url-decoded", undefined]]);
});

it.each([
  ["tr4il$USER-8812", "tr4ildeploy-8812"],
  [`tr4il\${HOME}8812`, "tr4il/root8812"],
  ["tr4il$PWD-8812", "tr4il/app-8812"],
])("knows what the shell’s own variable of a secret often holds: %s", async (secret, key) => {
  expect(await explain(secret, key)).toEqual([
    ["secret-dollar-expanded", expect.stringContaining("often holds")],
  ]);
});

it.each([
  ["Bearer s9K-42", "the word that a header has before it"],
  ["<string>s9K-42</string>", "without what stands around it"],
  ['{"secret_key":"s9K-42"}', "parse the JSON"],
  ["-macopt", "without “-hmac”"],
  ["-binary", "where it is empty"],
])("says what to do where “%s” was the key", async (key, cure) => {
  const signature = createHmac("sha1", key).update("/a.jpg?w=1").digest("hex");
  const pasted = `https://images.example.net/a.jpg?w=1&signature=${signature}`;
  const diagnosis = await search(inputOf(pasted, { secret: "s9K-42" }));
  expect(diagnosis).toMatchObject({ mistakes: [{ fix: expect.stringContaining(cure) }] });
});

const KEY = "tB4xWq9Lm2Zs7VhKc3Np8RdY";

it.each([
  ["Python’s str() of bytes", `b'${KEY}'`],
  ["Swift’s optional", `Optional("${KEY}")`],
  ["Rust’s {:?}", `Some("${KEY}")`],
  ["Haskell’s show", `Just "${KEY}"`],
])("a secret as %s prints it is not told as a line of a file", async (_, key) => {
  const [[id, detail] = []] = await explain(KEY, key);
  expect([id, detail]).toEqual([
    "secret-as-printed",
    `“${key.replace(KEY, "…")}” was used, with the secret in the place of “…”.`,
  ]);
  expect((await mistakesWith(KEY, key))[0]?.title).toContain("as a program prints it");
});

it("entered with what a program prints around it, it is told as entered", async () => {
  expect(await mistakesWith(`b'${KEY}'`, KEY)).toEqual([expect.objectContaining({ entered: true })]);
});

it.each([
  ["a spreadsheet", "123456789012345678", "123456789012345000", "secret-as-number"],
  ["PowerShell’s backticks", "tB4x`nWq9`$Lm", "tB4x\nWq9$Lm", "secret-json-escaped"],
  ["“\\x”", "tB4x\\x41Wq9", "tB4xAWq9", "secret-json-escaped"],
  ["octal escapes", "tB4x\\101Wq9", "tB4xAWq9", "secret-json-escaped"],
  ["“\\u{…}”", "tB4x\\u{41}Wq9", "tB4xAWq9", "secret-json-escaped"],
  ["a dashboard’s mask", KEY, "tB4x••••••••8RdY", "secret-masked"],
  ["a log’s mask", KEY, "tB4x...", "secret-masked"],
  ["a mask of its length", KEY, `${"*".repeat(20)}8RdY`, "secret-masked"],
])("what %s makes of a secret is named", async (_, secret, key, id) => {
  expect((await explain(secret, key)).map(([id]) => id)).toEqual([id]);
});

it.each([
  ["another end", "tB4x••••••••8RdZ"],
  ["another mark", "tB4x--------8RdY"],
])("a key with %s is no masked secret", async (_, key) => {
  expect((await explain(KEY, key)).map(([id]) => id)).not.toContain("secret-masked");
});

it.each([
  [
    "3f0a9c1e-77b2-4d58-9e61-c0ffee12ab34",
    "3f0a9c1e77b24d589e61c0ffee12ab34",
    /^Characters of the secret are missing/,
  ],
  ["tB4xWq9%Lm2Zs7V", "tB4xWq9Lm2Zs7V", /^Characters of the secret are missing/],
  ["tB4x-Wq9%Lm2", "tB4xWq9Lm2", /^A filter took characters out/],
  ["tB4x%e9Wq9Lm2", "tB4xWq9Lm2", /^A filter took characters out/],
])("a filter alone is told only where more than one sign is missing: %s", async (secret, key, title) => {
  const [told] = await mistakesWith(secret, key);
  expect(told?.id).toBe("secret-sanitised");
  expect(told?.title).toMatch(title);
  // WordPress’s filter takes out tags, escapes and control characters, and no others.
  expect(/sanitize_text_field/.test(told?.why ?? "")).toBe(/escapes|hex digits/.test(told?.detail ?? ""));
});

it.each([`${KEY}.`, `${KEY},`, `<${KEY}>`, `**${KEY}**`, `\`${KEY}\``, `- ${KEY}`])(
  "what stands around the secret %s may have come along when it was entered",
  async (entered) => {
    const [told, ...more] = await mistakesWith(entered, KEY);
    expect(told).toMatchObject({
      entered: true,
      title: "The secret entered here has more around it than the one that signed.",
      why: expect.stringMatching(/came along when the secret was entered here, or the code that sign/),
    });
    expect(more).toEqual([]);
  },
);

it.each([`${KEY}…`, `${KEY}x`])("a letter or dots more are no sign around it: %s", async (entered) => {
  expect((await mistakesWith(entered, KEY))[0]?.title).not.toContain("more around it");
});

it.each([` ${KEY}\u200b`, `\ufeff${KEY} `])(
  "white space and what cannot be seen came along together: %j",
  async (entered) => {
    const [told] = await mistakesWith(entered, KEY);
    expect(told).toMatchObject({ id: "secret-with-invisible-character", entered: true });
  },
);

it("the secret may have been signed itself", async () => {
  const [told, ...more] = await mistakesWith(KEY, KEY, KEY);
  expect([told?.title, more]).toEqual(["The secret was signed in the place of the string.", []]);
});

it.each([
  [
    "a dash",
    "s3cret–Key-42",
    "s3cret-Key-42",
    /entered here has a dash where the one that signed has a hyphen/,
  ],
  ["a dash for two hyphens", "s3cret–Key42", "s3cret--Key42", /entered here has a dash where .* “--”/],
  ["smart quotes", "kT7“vQ2’mw9", "kT7\"vQ2'mw9", /entered here has smart quotes/],
  ["wide letters", "ｋT7vQ2mw9", "kT7vQ2mw9", /entered here has letters of another width/],
])("says in which of the two secrets it is: %s", async (_, secret, key, told) => {
  const [mistake, ...more] = await mistakesWith(secret, key);
  expect(mistake).toMatchObject({
    id: "secret-with-invisible-character",
    entered: true,
    detail: expect.stringMatching(told),
    why: expect.stringMatching(/ Or /),
  });
  expect(more).toEqual([]);
});

it.each([
  ["s3cret-Key-42", "s3cret–Key–42", /that signed has a dash for each hyphen/],
  ["kT7\"vQ2'mw9", "kT7”vQ2’mw9", /that signed has smart quotes/],
  ["naïve-Key".normalize("NFC"), "naïve-Key".normalize("NFD"), /one character in one of the two/],
])("says what the secret that signed has in %s", async (secret, key, told) => {
  const [mistake, ...more] = await mistakesWith(secret, key);
  expect(mistake).toMatchObject({
    id: "secret-with-invisible-character",
    detail: expect.stringMatching(told),
  });
  expect(mistake?.entered).toBeUndefined();
  expect(more).toEqual([]);
});

const BASE64 = "pKvURIxJVi2CgRXROh/M6pJ/UrTVRZKX+LQ+QtqJI4vBNibkPcs43bCCSIkn7JBPtCBXRDmD6IWFF51QVRr+Yg==";
const FOR_URLS = BASE64.replaceAll("+", "-").replaceAll("/", "_");

it.each([
  ["in the other alphabet", BASE64, FOR_URLS],
  ["in the other alphabet, entered for URLs", FOR_URLS, BASE64],
  ["without its “=”", BASE64, BASE64.replace(/=+$/, "")],
  ["with “=” at its end", BASE64.replace(/=+$/, ""), BASE64],
  ["as Node writes it for URLs", BASE64, FOR_URLS.replace(/=+$/, "")],
])("knows a secret in base64 in another spelling: %s", async (_, secret, key) => {
  const [mistake, ...more] = await mistakesWith(secret, key);
  expect(mistake).toMatchObject({
    id: "secret-base64-encoded",
    title: expect.stringMatching(/another spelling/),
  });
  expect(more).toEqual([]);
});

it.each([
  ["team+alpha+key+2024x", "team-alpha-key-2024x"],
  ["my+secret/value+with+dashes", "my-secret_value-with-dashes"],
  ["abcdefghijklmnop=", "abcdefghijklmnop"],
  ["Team+Alpha+Key+2024x1=", "Team+Alpha+Key+2024x1"],
])("takes words with signs for no base64: %s", async (secret, key) => {
  expect((await mistakesWith(secret, key))[0]?.title ?? "").not.toMatch(/base64/);
});

it("takes a secret that lost more than its “=” for no other spelling", async () => {
  expect((await explain(BASE64, BASE64.slice(0, -3))).map(([id]) => id)).toEqual(["secret-truncated"]);
});

it.each([
  ["kT7vQ2m%w9ZrB4nL", "kT7vQ2m", /ended at its first “%”/, /crontab ends .* and printf/],
  ["kT7vQ2m%d9ZrB4nL", "kT7vQ2m", /ended at its first “%”/, /^In a crontab/],
  ["kT7vQ2m%d9ZrB4nL", "kT7vQ2m09ZrB4nL", /shell’s printf/, /printf/],
])("names who ends or reads the secret %s at its “%”", async (secret, key, detail, why) => {
  expect(await mistakesWith(secret, key)).toMatchObject([
    {
      id: "secret-taken-for-format",
      detail: expect.stringMatching(detail),
      why: expect.stringMatching(why),
    },
  ]);
});

it("knows what CryptoJS makes of a secret that is no hexadecimal", async () => {
  // Each pair by parseInt: "kT" and "7v" give NaN and 7, "Q2" NaN, "4b" 75, "9Z" 9, "rB" NaN.
  const key = Buffer.from([0, 7, 0, 75, 9, 0]);
  expect(await explain("kT7vQ24b9ZrB", key)).toEqual([
    ["secret-hex-decoded", expect.stringContaining("CryptoJS")],
  ]);
});

it.each([":", ".", "?"])(
  "a “%s” behind the secret is told as one sign, not as two mistakes",
  async (sign) => {
    expect(await explain(KEY, KEY + sign)).toEqual([
      ["secret-in-its-wrapping", `“…${sign}” was used, with the secret in the place of “…”.`],
    ]);
  },
);

it.each([
  "$(LIBPIXEL_SECRET)",
  "#{LIBPIXEL_SECRET}#",
  "__LIBPIXEL_SECRET__",
  `\${env:LIBPIXEL_SECRET}`,
  "(known after apply)",
])("knows the reference %s that nothing has filled in", async (key) => {
  expect((await explain(KEY, key)).map(([id]) => id)).toEqual([
    key.startsWith("(") ? "secret-is-printed-object" : "secret-is-placeholder",
  ]);
});

it("says nothing against itself where the secret alone was hashed", async () => {
  const signature = createHash("sha1").update(KEY).digest("hex");
  const pasted = `https://images.example.net/a.jpg?w=1&signature=${signature}`;
  const diagnosis = await search(inputOf(pasted, { secret: KEY }));
  expect(diagnosis).toMatchObject({ state: "explained" });
  expect(JSON.stringify(diagnosis)).not.toMatch(/secret was not used|without any secret|twice/);
});
