import { describe, expect, it } from "vitest";
import { toldOf as toldOfUrl } from "../told-testing";

const HOST = "https://img.example.net";

async function toldOf(sent: string, signed: string) {
  const told = await toldOfUrl(`${HOST}${sent}&signature={}`, signed);
  return { ...told, words: [told.title, told.why, told.fix, told.detail].join(" ") };
}

describe("of a name that was replaced by nothing", () => {
  it.each([
    // sh -c 'printf %s "/b.jpg?text=a$b&width=3"', and "…" in PHP
    ["/b.jpg?text=a$b&width=3", "/b.jpg?text=a&width=3"],
    ["/b.jpg?text=a$b&note=c$dd", "/b.jpg?text=a&note=c"],
    ["/b.jpg?text=$1&width=3", "/b.jpg?text=&width=3"],
    ["/b.jpg?text=a$$&width=3", "/b.jpg?text=a$&width=3"],
  ])("no “@” is told where “$” stood: %s", async (sent, signed) => {
    const { id, words } = await toldOf(sent, signed);
    expect(id).toBe("string-dollar-expanded");
    expect(words).toContain("“$");
    expect(words).not.toContain("“@");
  });

  // perl -e 'print "/oak@v3.jpg?width=3"' and with "$b", too
  it.each([
    ["/oak@v3.jpg?width=3", "/oak.jpg?width=3", "“@v3” was replaced by nothing."],
    ["/oak@v3.jpg?text=a$b", "/oak.jpg?text=a", "“@v3” and “$b” were replaced by nothing."],
  ])("its own sign is told: %s", async (sent, signed, detail) => {
    const told = await toldOf(sent, signed);
    expect([told.id, told.detail]).toEqual(["string-dollar-expanded", detail]);
  });

  it("a letter that was not signed beside “$” is none", async () => {
    const told = await toldOf("/b.jpg?text=a$b&width=3", "/b.jpg?text=a$&width=3").catch(() => null);
    expect(told?.id).not.toBe("string-dollar-expanded");
  });
});
