import { describe, expect, it } from "vitest";
import { search } from "../search";
import { inputOf } from "../testing";
import { hmac, toldOf } from "../told-testing";

const HOST = "https://images.example.net";
const told = (sent: string, signed: string) => toldOf(`${HOST}${sent}&signature={}`, signed);
const isUnknown = async (sent: string, signed: string) =>
  (await search(inputOf(`${HOST}${sent}&signature=${hmac(signed)}`))).state === "unexplained";

describe("a query that was put together otherwise", () => {
  it("with two “?” before it", async () => {
    const { id, title } = await told("/a.jpg?width=3", "/a.jpg??width=3");
    expect(id).toBe("signed-without-question-mark");
    expect(title).toBe("Two “?” stood before the query that was signed.");
  });
  it("twice", async () => {
    const { id, title } = await told("/a.jpg?width=3&height=2", "/a.jpg?width=3&height=2&width=3&height=2");
    expect([id, title]).toEqual(["string-twice", "The parameters were signed twice over."]);
  });
  it.each(["/a.jpg?width=3?height=2", "/a.jpg?width=3?height=2&mode=crop"])(
    "and sent with a “?” for an “&”: %s",
    async (sent) => {
      const signed = sent.replace("3?", "3&");
      const { title, corrected } = await told(sent, signed);
      expect(title).toContain("“?” was sent where the “&”");
      expect(corrected).toBe(`${HOST}${signed}&signature=${hmac(signed)}`);
    },
  );
  it("but not where an address has a query", async () => {
    const sent = "/?src=https://a.example/b.jpg?c=1&width=3";
    expect(await isUnknown(sent, sent.replace("?c", "&c"))).toBe(true);
  });
});
