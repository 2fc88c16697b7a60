import { describe, expect, it } from "vitest";
import { search } from "../search";
import { inputOf } from "../testing";
import { hmac, toldOf } from "../told-testing";

const HOST = "https://images.example.net";
const told = (sent: string, signed: string) => toldOf(`${HOST}${sent}&signature={}`, signed);
const isUnknown = async (sent: string, signed: string) =>
  (await search(inputOf(`${HOST}${sent}&signature=${hmac(signed)}`))).state === "unexplained";

describe("an address inside that was signed", () => {
  const SRC = "/?src=https%3A%2F%2F";
  it.each([
    ["staging.shop.example", "shop.example"],
    ["staging.shop.example", "www.shop.example"],
    ["cdn.shop.example", "shop.example"],
    ["www.shop.example", "cdn.shop.example"],
  ])("with the host %s for %s", async (signed, sent) => {
    const { id, title, repaired } = await told(`${SRC}${sent}%2Fa.jpg`, `${SRC}${signed}%2Fa.jpg`);
    expect([id, title]).toEqual(["target-normalised", expect.stringContaining("with another host")]);
    expect(repaired).toContain(signed);
  });
  it("on the developer’s own computer, from which no vendor can load", async () => {
    const { detail, repaired } = await told(
      `${SRC}shop.example%2Fa.jpg`,
      "/?src=http%3A%2F%2Flocalhost%3A3000%2Fa.jpg",
    );
    expect(detail).toContain("“localhost:3000”");
    expect(repaired).toBeNull();
  });
  it("without its host, which nobody wants to send", async () => {
    const { title, repaired } = await told(`${SRC}shop.example%2Fimg%2Fa.jpg`, "/?src=%2Fimg%2Fa.jpg");
    expect(title).toContain("without its scheme and host");
    expect(repaired).toBeNull();
  });
  it("with “www.” is told as before, and with any other host not at all", async () => {
    const sent = `${SRC}shop.example%2Fa.jpg`;
    expect((await told(sent, `${SRC}www.shop.example%2Fa.jpg`)).title).toContain("in another form");
    expect(await isUnknown(sent, `${SRC}other.example%2Fa.jpg`)).toBe(true);
  });
});
