import { describe, expect, it } from "vitest";
import { toldOf } from "../told-testing";

const SRC = "https://images.example.net/?src=https%3A%2F%2Fshop.example%2F";
const RENDER = "https://api.urlbox.com/v1/ca482d7e9b1f4a60/{}/png?url=https%3A%2F%2Fshop.example%2F";

describe("an escape inside a value that was signed without its own escape", () => {
  it.each([
    [
      `${SRC}red%2520hat.jpg&width=3&signature={}`,
      "/?src=https%3A%2F%2Fshop.example%2Fred%20hat.jpg&width=3",
    ],
    [`${SRC}red%2520hat.jpg&width=3&signature={}`, "/?src=https%3A%2F%2Fshop.example%2Fred+hat.jpg&width=3"],
    [`${SRC}caf%25C3%25A9.jpg&signature={}`, "/?src=https%3A%2F%2Fshop.example%2Fcaf%C3%A9.jpg"],
    ["https://images.example.net/?src=a%252Fb&text=x%20y&signature={}", "/?src=a%2Fb&text=x%20y"],
    [`${RENDER}%3Fq%3Da%2520b`, "url=https%3A%2F%2Fshop.example%2F%3Fq%3Da%20b"],
  ])("%s was not encoded as a whole", async (url, signed) => {
    const { id, words, mayBeMeant, corrected } = await toldOf(url, signed);
    expect(id).toBe("url-double-encoded");
    expect(words).toContain("A part of what was sent");
    expect(words).not.toContain("“%3A” became “%253A”");
    expect(mayBeMeant).toBe(true);
    expect(corrected).toContain(signed);
  });

  it("is none where the path alone was encoded once more", async () => {
    const path = await toldOf(
      "https://images.example.net/red%2520hat.jpg?text=x%20y&signature={}",
      "/red%20hat.jpg?text=x%20y",
    );
    expect(path.title).toBe("The path is percent-encoded once more than it was signed.");
    expect(path.why).not.toContain("value");
    expect(path.corrected).toContain("/red%20hat.jpg?text=x%20y&");
    const part = await toldOf(
      "https://images.example.net/red%2520hat%20b.jpg?signature={}",
      "/red%20hat%20b.jpg",
    );
    expect(part.title).toContain("A part of what was sent");
  });

  it("or the query alone", async () => {
    const query = await toldOf(
      "https://images.example.net/red%20hat.jpg?text=x%2520y&alt=%2526&signature={}",
      "/red%20hat.jpg?text=x%20y&alt=%26",
    );
    expect(query.title).toBe("The query is percent-encoded once more than it was signed.");
    expect([query.mayBeMeant, query.corrected]).toEqual([
      true,
      expect.stringContaining("text=x%20y&alt=%26&"),
    ]);
  });

  it("is no matter where every escape has one", async () => {
    const { words, mayBeMeant } = await toldOf(
      "https://images.example.net/?src=https%253A%252F%252Fshop.example%252Fred%2520hat.jpg&width=3&signature={}",
      "/?src=https%3A%2F%2Fshop.example%2Fred%20hat.jpg&width=3",
    );
    expect(words).toContain("“%3A” became “%253A”");
    expect(mayBeMeant).toBeUndefined();
  });
});
