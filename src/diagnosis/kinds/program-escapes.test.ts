import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { search } from "../search";
import { inputOf } from "../testing";

const { secret: SECRET } = inputOf("");
const HOST = "https://img.example.net";
const hmac = (signed: string) => createHmac("sha1", SECRET).update(signed).digest("hex");

async function told(sent: string, signed: string) {
  const found = await search(inputOf(`${HOST}${sent}&signature=${hmac(signed)}`, { secret: SECRET }));
  return found.state === "explained"
    ? { ids: found.mistakes.map(({ id }) => id), first: found.mistakes[0], repaired: found.repaired }
    : null;
}

describe("escapes of logs and code in a URL", () => {
  it.each([
    ["nginx’s log", "/up/f\\xC3\\xB6hr.jpg?w=960", "/up/f%C3%B6hr.jpg?w=960"],
    ["Apache’s log", "/up/f\\xc3\\xb6hr.jpg?w=960", "/up/f%C3%B6hr.jpg?w=960"],
    ["Python’s repr", "/up/f\\xf6hr.jpg?w=960", "/up/f%C3%B6hr.jpg?w=960"],
    ["JSON", "/up/f\\u00f6hr.jpg?w=960", "/up/f%C3%B6hr.jpg?w=960"],
    ["JSON beyond 16 bits", "/a.jpg?text=\\ud83d\\ude00&w=1", "/a.jpg?text=%F0%9F%98%80&w=1"],
    ["JavaScript", "/a.jpg?text=\\u{1f600}&w=1", "/a.jpg?text=%F0%9F%98%80&w=1"],
    ["git and ls", "/up/f\\303\\266hr.jpg?w=960", "/up/f%C3%B6hr.jpg?w=960"],
    ["what escapes for scripts", "/a.jpg?w=9\\x26h=5", "/a.jpg?w=9&h=5"],
    ["a client that escaped the backslash", "/up/f%5CxC3%5CxB6hr.jpg?w=960", "/up/f%C3%B6hr.jpg?w=960"],
  ])("are named: %s", async (_, sent, signed) => {
    const repaired = `${HOST}${signed}&signature=${hmac(signed)}`;
    expect(await told(sent, signed)).toMatchObject({ ids: ["program-escapes"], repaired });
  });

  it("are quoted as they stand", async () => {
    const found = await told("/up/f\\xC3\\xB6hr\\xe4.jpg?w=960", "/up/f%C3%B6hr%C3%A4.jpg?w=960");
    expect(found?.first?.detail).toBe("Written so: “\\xC3\\xB6” and “\\xe4”.");
  });

  it("are the URL’s own where they were signed", async () => {
    const own = "/up/f\\xC3\\xB6hr.jpg?w=960";
    expect(await told(own, own)).toMatchObject({ ids: [] });
  });
});

describe("an “&amp;” with nothing behind it", () => {
  const RIGHT = "/a.jpg?w=9&h=5";
  const find = async (end: string) => {
    const found = await search(inputOf(`${HOST}${RIGHT}&signature=${hmac(RIGHT)}${end}`, { secret: SECRET }));
    return found.state === "explained"
      ? found.mistakes.map(({ id, title, why }) => ({ id, title, why }))
      : [];
  };
  it("is HTML’s, and may be a parameter only where its “;” is missing", async () => {
    for (const end of ["&amp", "&amp;"]) expect(await find(end)).toMatchObject([{ id: "url-html-escaped" }]);
    expect((await find("&amp"))[0]?.why).toContain("a parameter named “amp”");
  });
  it("is no parameter with a name where it is “&” alone", async () => {
    expect(await find("&")).toMatchObject([{ title: "An “&” with no parameter beside it was not signed." }]);
  });
  it("is none in front of another parameter", async () => {
    expect(await find("&ampere=1")).toMatchObject([{ id: "parameter-added-after-signing" }]);
  });
});
