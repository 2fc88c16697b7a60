import { type Bench, Stage, SUBJECTS, type Subject } from "./browser-bench";
import { median, ms, printTable, quantile, ratio } from "./numbers";
import type { Stroke } from "./probe";

const FIELDS = ["url", "secret"] as const;
const RATES = [1, 4] as const;
const ROUNDS = 6;
const STROKES = 12;
const CADENCES = [45, 95] as const;
const LONG_TYPING = 60;

type Stages = Readonly<Record<Subject, Stage>>;

/** What a keystroke costs until its signature is in the document, and until it is on the screen. */
export async function keystroke(bench: Bench): Promise<void> {
  const stages = { bare: await Stage.open(bench, "bare"), playground: await Stage.open(bench, "playground") };
  for (const rate of RATES) await warmUp(stages, rate);
  await singleStrokes(stages);
  await typing(stages);
  for (const subject of SUBJECTS) await stages[subject].close();
}

async function warmUp(stages: Stages, rate: number): Promise<void> {
  for (const subject of SUBJECTS) {
    await stages[subject].throttle(rate);
    for (const field of FIELDS) {
      await stages[subject].focus(field);
      await stages[subject].type(30, 60);
    }
    await stages[subject].throttle(1);
  }
}

async function singleStrokes(stages: Stages): Promise<void> {
  const rows = [
    ["keystroke →", "signature", "p95", "bare", "p95", "playground", "p95", "paint", "bare", "playground"],
  ];
  for (const rate of RATES) {
    for (const field of FIELDS) {
      const { bare, playground } = await interleaved(stages, field, rate);
      const [signedBare, signed] = [bare, playground].map(toSigned) as [number[], number[]];
      const [paintedBare, painted] = [bare, playground].map(toPainted) as [number[], number[]];
      rows.push([
        `${field}, ${rate}× CPU throttling`,
        ratio(median(signed), median(signedBare)),
        ratio(quantile(signed, 0.95), quantile(signedBare, 0.95)),
        ms(median(signedBare)),
        ms(quantile(signedBare, 0.95)),
        ms(median(signed)),
        ms(quantile(signed, 0.95)),
        ratio(median(painted), median(paintedBare)),
        ms(median(paintedBare)),
        ms(median(painted)),
      ]);
    }
  }
  printTable(
    `Keystroke: from the key to its signature in the document, and to the frame that shows it (medians of ${ROUNDS * STROKES})`,
    rows,
  );
}

/** Both pages by turns, so that whatever else the machine does meets both. */
async function interleaved(
  stages: Stages,
  field: "url" | "secret",
  rate: number,
): Promise<Record<Subject, Stroke[]>> {
  const strokes: Record<Subject, Stroke[]> = { bare: [], playground: [] };
  for (const subject of SUBJECTS) await stages[subject].focus(field);
  for (let round = 0; round < ROUNDS; round++) {
    for (const subject of SUBJECTS) {
      // A throttled page burns its processor even at rest, so only one is at a time.
      await stages[subject].throttle(rate);
      strokes[subject].push(...(await stages[subject].type(STROKES, rate === 1 ? 80 : 160)));
      await stages[subject].throttle(1);
    }
  }
  return strokes;
}

async function typing(stages: Stages): Promise<void> {
  const rows = [["typing", "missed, bare", "missed, playground", "longest, bare", "longest, playground"]];
  for (const rate of RATES) {
    for (const field of FIELDS) {
      for (const gap of CADENCES) {
        const cells: Record<Subject, [missed: string, longest: string]> = {
          bare: ["", ""],
          playground: ["", ""],
        };
        for (const subject of SUBJECTS) {
          await stages[subject].throttle(rate);
          await stages[subject].focus(field);
          const strokes = await stages[subject].type(LONG_TYPING, gap);
          await stages[subject].throttle(1);
          cells[subject] = [
            `${countMissed(strokes)} of ${strokes.length}`,
            ms(Math.max(...toSigned(strokes))),
          ];
        }
        const { bare, playground } = cells;
        rows.push([`${field}, ${rate}×, every ${gap} ms`, bare[0], playground[0], bare[1], playground[1]]);
      }
    }
  }
  printTable("Typing: keystrokes that came before the signature of the one before", rows);
}

function countMissed(strokes: readonly Stroke[]): number {
  return strokes.filter(({ signed }, at) => {
    const next = strokes[at + 1];
    return next && (signed === null || signed > next.key);
  }).length;
}

function toSigned(strokes: readonly Stroke[]): number[] {
  return strokes.flatMap(({ key, signed }) => (signed === null ? [] : [signed - key]));
}

function toPainted(strokes: readonly Stroke[]): number[] {
  return strokes.flatMap(({ key, painted }) => (painted === null ? [] : [painted - key]));
}
