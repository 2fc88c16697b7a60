import fc from "fast-check";
import { expect, it } from "vitest";
import { type Count, missing, type Part, progressOf, type Standing, settle } from "./parts";

/** A level as a search may come upon it. */
interface Level {
  readonly tries: number;
  /** Which of its tries explains; absent where none does. */
  readonly hit: number | undefined;
  readonly part: Part;
}

const PARTS: readonly Part[] = ["first", "second", "third", "fourth"];

const levels = fc.array(
  fc
    .record({
      tries: fc.nat(40),
      isExplained: fc.integer({ min: 0, max: 5 }),
      part: fc.constantFrom(...PARTS),
    })
    .chain(({ tries, isExplained, part }) =>
      fc.record({
        tries: fc.constant(tries),
        hit: isExplained === 0 && tries > 0 ? fc.integer({ min: 1, max: tries }) : fc.constant(undefined),
        part: fc.constant(part),
      }),
    ),
  { maxLength: 9 },
);

/** What a part tells at the beginning of each of its levels, and its end. */
function told(part: Part, all: readonly Level[], most: number): Standing[] {
  const isOwn = (level: Level) => part === "all" || level.part === part;
  const others = PARTS.flatMap((other) => {
    const level = all.findIndex((one) => one.part === other);
    return part === "all" || part === other || level < 0 ? [] : [{ part: other, level }];
  });
  const standings: Standing[] = [];
  let counts: readonly Count[] = [];
  let tried = 0;
  const tell = (level: number, more: Partial<Standing>): void => {
    standings.push({
      part,
      level,
      doing: `level ${level}`,
      others,
      tried,
      counts,
      most,
      isStopped: false,
      isDone: false,
      diagnosis: null,
      leaves: "",
      limits: [],
      started: 0,
      milliseconds: 0,
      ...more,
    });
  };
  for (const [at, level] of all.entries()) {
    if (!isOwn(level)) continue;
    tell(at, {});
    const wanted = level.hit ?? level.tries;
    const some = Math.min(wanted, most - tried);
    tried += some;
    counts = [...counts, { level: at, phrase: `of level ${at}`, tried: some }];
    const isFound = level.hit !== undefined && some === wanted;
    if (isFound) tell(at, { isDone: true, diagnosis: explainedBy(at) });
    else if (some > 0 && tried === most) tell(at, { isDone: true, isStopped: true });
    else continue;
    return standings;
  }
  tell(all.length, { isDone: true });
  return standings;
}

const explainedBy = (level: number) => ({
  state: "unexplained" as const,
  excluded: [],
  leaves: `Explained by level ${level}.`,
  tried: 0,
  milliseconds: 0,
  limits: [],
});

/** Lists as one, each in its own order: the next is always taken from one of those that have something left. */
function interleaved<T>(lists: readonly (readonly T[])[], turns: readonly number[]): T[] {
  const left = lists.map((list) => [...list]);
  const mixed = turns.flatMap((turn) => left[turn % left.length]?.splice(0, 1) ?? []);
  return [...mixed, ...left.flat()];
}

it("several parts come to what one comes to, whichever is faster, and stay with it", () => {
  fc.assert(
    fc.property(levels, fc.integer({ min: 1, max: 150 }), fc.array(fc.nat(3)), (all, most, turns) => {
      const whole = settle(told("all", all, most).slice(-1));
      const [start, ...rest] = told("first", all, most);
      if (!start) throw new Error("The first part tells nothing.");
      const others = start.others.map(({ part }) => told(part, all, most));
      const present = new Map<Part, Standing>([["first", start]]);
      let tried = 0;
      for (const standing of interleaved([rest, ...others], turns)) {
        present.set(standing.part, standing);
        const progress = progressOf([...present.values()]);
        expect(progress.tried).toBeGreaterThanOrEqual(tried);
        tried = progress.tried;
        const settled = settle([...present.values()]);
        if (settled) expect(settled).toEqual(whole);
      }
      expect(settle([...present.values()])).toEqual(whole);
    }),
    { numRuns: 1000 },
  );
});

it("where the first part is all that there is, it is settled alone", () => {
  const [standing] = told("first", [{ tries: 9, hit: 3, part: "first" }], 100).slice(-1);
  expect(standing && settle([standing])).toMatchObject({ leaves: "Explained by level 0.", tried: 3 });
});

it("what the second part has found waits for the first part's earlier levels", () => {
  const all: Level[] = [
    { tries: 5, hit: undefined, part: "first" },
    { tries: 5, hit: 2, part: "second" },
  ];
  const [start, end] = told("first", all, 100);
  const found = told("second", all, 100).at(-1);
  if (!start || !end || !found) throw new Error("A part tells nothing.");
  expect(settle([start, found])).toBeNull();
  expect(settle([end, found])).toMatchObject({ leaves: "Explained by level 1.", tried: 7 });
});

it("a part that nobody has begun is waited for, unless the time is up", () => {
  const all: Level[] = [
    { tries: 5, hit: undefined, part: "first" },
    { tries: 5, hit: undefined, part: "third" },
  ];
  const [end] = told("first", all, 100).slice(-1);
  if (!end) throw new Error("The part tells nothing.");
  expect(missing([end])).toEqual([{ part: "third", level: 1 }]);
  expect(settle([end])).toBeNull();
  expect(settle([{ ...end, isStopped: true }])).toMatchObject({ state: "unexplained", tried: 5 });
});
