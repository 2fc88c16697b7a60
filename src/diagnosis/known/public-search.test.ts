import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { schemes } from "../../schemes";
import libpixelVectors from "../../schemes/libpixel/vectors.json";
import urlboxVectors from "../../schemes/urlbox/vectors.json";
import { readCase } from "../case";
import { mistakesOf } from "../registry";
import { inputOf } from "../testing";
import { publicKeys } from "./public-keys";
import { searchPublic } from "./public-search";

const STRING = "/a.jpg?width=200";
const hmac = (key: string, text: string, hash = "sha1") => createHmac(hash, key).update(text).digest("hex");
const plain = (text: string, hash = "sha1") => createHash(hash).update(text).digest("hex");
const search = (signature: string) =>
  searchPublic(inputOf(`https://images.example.net${STRING}&signature=${signature}`));
const ids = async (signature: string) =>
  (await search(signature)).explained?.mistakes.map(({ id }) => id) ?? [];

describe("keys that anyone can know", () => {
  it.each([
    ["", "secret-empty"],
    ["undefined", "secret-is-placeholder"],
    ["None", "secret-is-placeholder"],
    ["YOUR_AUTH_SECRET", "secret-is-placeholder"],
    ["demo-auth-secret", "secret-is-placeholder"],
    ["process.env.LIBPIXEL_SECRET", "secret-is-placeholder"],
  ])("“%s” is found, and settles nothing while it may be somebody’s secret", async (key, id) => {
    const answer = await search(hmac(key, STRING));
    expect(answer.explained?.mistakes.map((mistake) => mistake.id)).toEqual([id]);
    expect(answer.explained?.signed).toBe(STRING);
    expect(answer).toMatchObject({ impossible: false, excluded: [] });
  });

  it("names the key that it is", async () => {
    const { explained } = await search(hmac("undefined", STRING));
    expect(explained?.mistakes[0]?.detail).toBe("The secret was “undefined”.");
  });

  it("finds the API key of the URL, with either hash", async () => {
    for (const hash of ["sha1", "sha256"]) {
      const pasted = `https://api.urlbox.com/v1/pk_9f/${hmac("pk_9f", "url=a.example", hash)}/png?url=a.example`;
      const { explained } = await searchPublic(inputOf(pasted, { schemeId: "urlbox" }));
      expect(explained?.mistakes.map(({ id }) => id)).toEqual(["secret-is-api-key"]);
    }
  });

  it("finds them over another string or with another computation, which no secret makes valid", async () => {
    const slashless = await search(hmac("undefined", STRING.slice(1)));
    expect(slashless.explained?.mistakes.map(({ id }) => id)).toEqual([
      "secret-is-placeholder",
      "signed-without-leading-slash",
    ]);
    expect(slashless.impossible).toBe(true);
    expect((await search(hmac("", STRING, "sha256"))).impossible).toBe(true);
    expect(await ids(plain(`undefined${STRING}`))).toEqual([
      "secret-is-placeholder",
      "digest-instead-of-hmac",
    ]);
  });

  it("has every secret that examples and vectors publish", () => {
    for (const scheme of schemes) {
      const signed = scheme.examples.find(({ mistakes }) => mistakes);
      const found = readCase(inputOf(signed?.url ?? "", { schemeId: scheme.id }));
      if (!found) throw new Error(scheme.id);
      const keys = publicKeys(mistakesOf(scheme), found.facts).map(({ value }) => value);
      const published = [
        ...schemes.flatMap(({ examples }) => examples.map(({ secret }) => secret)),
        ...(scheme.id === "urlbox" ? urlboxVectors : libpixelVectors).map(({ secret }) => secret),
      ];
      expect(keys).toEqual(expect.arrayContaining(published));
      expect(keys).not.toContain("\0");
    }
  });
});

describe("digests without a key", () => {
  it.each(["sha1", "sha256", "md5", "sha512"])(
    "%s of the string, of the whole URL, of a part",
    async (hash) => {
      for (const text of [STRING, `https://images.example.net${STRING}`, "width=200"]) {
        const answer = await search(plain(text, hash));
        expect(answer.explained?.mistakes.map(({ id }) => id)).toContain("digest-instead-of-hmac");
        expect(answer.explained?.signed).toBe(text);
        expect(answer.impossible).toBe(true);
      }
    },
  );
});

describe("what is excluded", () => {
  it("says how many were tried", async () => {
    const { explained, excluded, tried } = await search(hmac("a secret that nobody knows", STRING));
    expect(explained).toBeNull();
    expect(excluded.map(({ kind, grade }) => `${kind} ${grade}`)).toEqual([
      "public-keys excluded",
      "plain-digests excluded",
    ]);
    const counts = excluded.map(({ about = "" }) => Number.parseInt(about.replaceAll(",", ""), 10));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(tried);
    expect(Math.min(...counts)).toBeGreaterThan(1000);
  });

  it.each(["undefined", "[object Object]", "0123456789", "x"])(
    "is nothing where there is no digest: %s",
    async (text) => {
      expect(await search(text)).toMatchObject({ explained: null, excluded: [], tried: 0 });
    },
  );

  it("stops when its watcher throws", async () => {
    const pasted = `https://images.example.net${STRING}&signature=${hmac("nobody’s", STRING)}`;
    const stop = () => Promise.reject(new Error("stopped"));
    await expect(searchPublic(inputOf(pasted), stop)).rejects.toThrow("stopped");
  });
});
