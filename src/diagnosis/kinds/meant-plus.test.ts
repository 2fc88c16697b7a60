import { describe, expect, test } from "vitest";
import { withMeantPlus } from "../../mistakes/text/meant-plus";
import { search } from "../search";
import { inputOf } from "../testing";
import { hmac, toldOf } from "../told-testing";

const HOST = "https://img.example.net";
const { secret } = inputOf("");

/** What is told where this query was sent and that one signed, and the URLs that are offered beside it. */
async function toldOfQueries(sent: string, signed: string) {
  const told = await toldOf(`${HOST}/a.jpg?${sent}&signature={}`, `/a.jpg?${signed}`);
  const choices = told.found.state === "explained" ? (told.found.choices ?? []) : [];
  return { ...told, choices: choices.map(({ kind, url, isSigned }) => ({ kind, url, isSigned })) };
}

const urlOf = (query: string) => `${HOST}/a.jpg?${query}&signature=${hmac(`/a.jpg?${query}`)}`;

const MEANT: readonly (readonly [what: string, plus: string])[] = [
  ["the zone of a time", "since=2024-01-01T00:00:00+02:00&width=5"],
  ["the zone of a time that is escaped", "since=2024-01-01T00%3A00%3A00.123+0200&width=5"],
  ["“C++”", "width=5&text=C++"],
  ["“C++” in words", "width=5&text=Learn+C+++now"],
  ["a phone number", "phone=+49+30+123456&width=5"],
  ["an age", "width=5&text=18+"],
  ["an address of mail", "to=jane+news%40example.com&width=5"],
];

describe("a plus that became a space, or was written as one, is told beside the space that may be meant", () => {
  test.each(MEANT)("%s: “+” signed, “%%20” sent", async (_, plus) => {
    const sent = plus.replaceAll("+", "%20");
    const { id, isDoubtful, why, choices } = await toldOfQueries(sent, plus);
    expect([id, isDoubtful]).toEqual(["signed-with-plus-for-space", true]);
    expect(why).toMatch(/Either a plus is meant.*Or a space is meant/);
    const right = withMeantPlus(sent, "%20") ?? "";
    expect(right).toContain("%2B");
    expect(choices).toEqual([{ kind: "plus", url: urlOf(right) }]);
  });

  test.each(MEANT)("%s: “%%20” signed, “+” sent", async (_, plus) => {
    const { id, isDoubtful, choices } = await toldOfQueries(plus, plus.replaceAll("+", "%20"));
    expect([id, isDoubtful]).toEqual(["signed-with-percent20-for-space", true]);
    expect(choices).toEqual([{ kind: "plus", url: urlOf(withMeantPlus(plus, "+") ?? "") }]);
  });

  test.each(MEANT)(
    "%s: “%%2B” signed, “%%20” sent, so that the one that was signed is offered",
    async (_, plus) => {
      const signed = plus.replaceAll("+", "%2B");
      const { isDoubtful, choices } = await toldOfQueries(plus.replaceAll("+", "%20"), signed);
      expect(isDoubtful).toBe(true);
      expect(choices).toEqual([{ kind: "plus", url: urlOf(signed), isSigned: true }]);
    },
  );

  test.each([
    ["no slash at the start", (query: string) => hmac(`a.jpg?${query}`)],
    ["a line break in the secret", (query: string) => hmac(`/a.jpg?${query}`, `${secret}\n`)],
  ])("beside another mistake, “+” sent and “%%2B” signed, the other is offered, too: %s", async (_, sign) => {
    const [sent, signed] = ["text=c++&width=5", "text=c%2B%2B&width=5"];
    const told = await search(inputOf(`${HOST}/a.jpg?${sent}&signature=${sign(signed)}`));
    const choices = told.state === "explained" ? told.choices : [];
    expect(choices).toEqual([{ kind: "plus", names: [], url: urlOf(signed) }]);
  });

  test.each([
    "text=a%20b&width=5",
    "text=1%20000%20m&width=5",
    "text=Vitamin%20C%20drink",
    "text=%20a&width=5",
  ])("near miss: spaces are told as spaces in %s", async (sent) => {
    const { isDoubtful, title, choices } = await toldOfQueries(sent, sent.replaceAll("%20", "+"));
    expect([isDoubtful, choices]).toEqual([undefined, []]);
    expect(title).toBe("Spaces were signed as “+” but sent as “%20”.");
  });
});

test("of a text with several blanks only those become a plus that stand where one does", () => {
  expect(withMeantPlus("a=C%20%20%20now%20it&b=x%20y", "%20")).toBe("a=C%2B%2B%20now%20it&b=x%20y");
  expect(withMeantPlus("a=@x&b=1+2", "+")).toBeNull();
});
