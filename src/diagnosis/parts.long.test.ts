import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Diagnosis, DiagnosisInput } from "./diagnosis";
import { type Part, progressOf, type Standing, settle } from "./parts";
import { search, searchPart } from "./search";
import { inputOf } from "./testing";

const { secret: SECRET } = inputOf("");
const PARTS: readonly Part[] = ["first", "second", "third", "fourth"];
const HOST = "https://images.example.net";
const PATH = "/a%20b.jpg?width=200&height=100";
const hmac = (message: string, key = SECRET, hash = "sha1") =>
  createHmac(hash, key).update(message).digest("hex");
const signed = (signature: string) => inputOf(`${HOST}${PATH}&signature=${signature}`);

/** Everything that a part tells, its end last. */
async function told(input: DiagnosisInput, part: Part): Promise<Standing[]> {
  const standings: Standing[] = [];
  const end = await searchPart(input, part, (standing) => {
    const last = standings.at(-1);
    const { counts } = standing;
    if (last?.level !== standing.level) standings.push({ ...standing, counts: [...counts] });
  });
  return [...standings, end];
}

/** What is settled first where the standings come in this order; and it has to stay so. */
function settledBy(order: readonly Standing[]): { diagnosis: Diagnosis | null; mostTried: number } {
  const present = new Map<Part, Standing>();
  let mostTried = 0;
  for (const standing of order) {
    present.set(standing.part, standing);
    const all = [...present.values()];
    const diagnosis = settle(all);
    if (diagnosis) return { diagnosis, mostTried };
    const { tried } = progressOf(all);
    expect(tried).toBeGreaterThanOrEqual(mostTried);
    mostTried = tried;
  }
  return { diagnosis: null, mostTried };
}

const withoutTime = (diagnosis: Diagnosis | null) => diagnosis && { ...diagnosis, milliseconds: 0 };

/** In some orders in which two workers may come to them: no part comes before the first, which they are started by. */
function orders([first = [], ...others]: readonly (readonly Standing[])[]): Standing[][] {
  const [start, ...rest] = first;
  if (!start) return [];
  const lists = [rest, ...others];
  const most = Math.max(...lists.map(({ length }) => length));
  const alternately = Array.from({ length: most }, (_, at) =>
    lists.flatMap((list) => list.slice(at, at + 1)),
  );
  return [lists.flat(), lists.toReversed().flat(), alternately.flat()].map((order) => [start, ...order]);
}

describe("a search in parts comes to what it comes to in one", () => {
  it.each<[what: string, input: DiagnosisInput]>([
    ["a likely mistake", signed(hmac(PATH, `${SECRET}\n`))],
    [
      "another secret that was entered, which the first part tries",
      { ...signed(hmac(PATH, "staging\n")), otherSecrets: ["old", "staging"] },
    ],
    [
      "an empty secret in quotes, which the second part tries, beside another secret",
      { ...signed(hmac(PATH, "''")), otherSecrets: ["secret"] },
    ],
    ["a pair that the second part tries early", signed(hmac(PATH, "changeme\n"))],
    ["a value that was another", signed(hmac(PATH.replace("200", "201")))],
    ["a pair that the first part tries", signed(hmac(`${HOST}/a b.jpg?height=100&width=200`))],
    ["a pair that the second part tries late", signed(hmac(PATH, `'"${SECRET}"'`))],
    ["three at once, which the first part tries", signed(hmac(`${HOST}${PATH}\n`, `"${SECRET}"`))],
    ["three at once, which the last part tries", signed(hmac(`${HOST}${PATH}`, `"${SECRET}"`, "sha256"))],
    [
      "a rare computation, which the third part tries",
      signed(hmac(PATH, `${SECRET}\n`, "sha256").slice(0, 40)),
    ],
    ["nothing", signed("ab".repeat(20))],
    ["no digits", signed("undefined")],
    ["no signature to be read", signed("abcdef")],
  ])("%s", async (_, input) => {
    const whole = await search(input);
    const parts: Standing[][] = [];
    for (const part of PARTS) parts.push(await told(input, part));
    for (const order of orders(parts))
      expect(withoutTime(settledBy(order).diagnosis)).toEqual(withoutTime(whole));
  });
});
