import { type Bench, Stage, SUBJECTS, type Subject } from "./browser-bench";
import { median, ms, printTable, ratio } from "./numbers";

const SIZES = [100, 1_000, 10_000, 100_000, 1_000_000] as const;
const COUNTS = [1, 10, 100, 1_000, 10_000] as const;
const STROKES = 12;

/** How the cost of a keystroke grows with the URL: by its length, and by its number of parameters. */
export async function scale(bench: Bench): Promise<void> {
  await grow(bench, "Length of the URL", "bytes", SIZES, urlOfSize);
  await grow(bench, "Number of parameters", "parameters", COUNTS, urlOfParameters);
  await pastes(bench);
}

const START = "https://demo.libpx.com/images/photo.jpg?";
const MEGABYTES = [
  ["one value", `${START}text=${"a".repeat(1_000_000)}`],
  [
    "60,000 parameters",
    `${START}${Array.from({ length: 60_000 }, (_, at) => `p${at}=value${at}`).join("&")}`,
  ],
  ["333,333 escapes", `${START}text=${"%41".repeat(333_333)}`],
] as const;
const PASTES = 5;

/** What a megabyte costs that is put into the field at once, from its input event until the next frame is painted. */
async function pastes(bench: Bench): Promise<void> {
  const stages = { bare: await Stage.open(bench, "bare"), playground: await Stage.open(bench, "playground") };
  const rows = [["a megabyte of", "ratio", "playground", "bare"]];
  for (const [kind, text] of MEGABYTES) {
    const times: Record<Subject, number[]> = { bare: [], playground: [] };
    for (let paste = 0; paste < PASTES; paste++)
      for (const subject of SUBJECTS) {
        times[subject].push(await stages[subject].page.evaluate(putIn, `${text}${paste}`));
        await stages[subject].settle();
      }
    const [bare, playground] = [median(times.bare), median(times.playground)];
    rows.push([kind, ratio(playground, bare), ms(playground), ms(bare)]);
  }
  printTable(`A paste: from the input event to the next frame (medians of ${PASTES})`, rows);
  for (const subject of SUBJECTS) await stages[subject].close();
}

/** Runs in the page. */
async function putIn(text: string): Promise<number> {
  const field = document.querySelector<HTMLTextAreaElement>("#url");
  if (!field) return Number.NaN;
  field.focus();
  field.select();
  const start = performance.now();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return performance.now() - start;
}

async function grow(
  bench: Bench,
  title: string,
  unit: string,
  steps: readonly number[],
  urlOf: (step: number) => string,
): Promise<void> {
  const rows = [[unit, "length", "playground", "per byte, to the row before", "bare", "ratio", "to paint"]];
  let before = Number.NaN;
  for (const step of steps) {
    const url = urlOf(step);
    const costs: Record<Subject, [signed: number, painted: number]> = { bare: [0, 0], playground: [0, 0] };
    for (const subject of SUBJECTS) costs[subject] = await cost(bench, subject, url);
    const [signed, painted] = costs.playground;
    rows.push([
      step.toLocaleString("en"),
      url.length.toLocaleString("en"),
      ms(signed),
      Number.isNaN(before) ? "" : ratio(signed / url.length, before),
      ms(costs.bare[0]),
      ratio(signed, costs.bare[0]),
      ms(painted),
    ]);
    before = signed / url.length;
  }
  printTable(
    `${title}: from the input event to the signature in the document (medians of ${STROKES})`,
    rows,
    "Linear or better where no cell of the fourth column exceeds 1×.",
  );
}

async function cost(bench: Bench, subject: Subject, url: string): Promise<[signed: number, painted: number]> {
  const stage = await Stage.open(bench, subject, url);
  await stage.focus("url");
  const strokes = [];
  for (let at = 0; at < STROKES; at++) strokes.push(...(await stage.type(1, 0)));
  await stage.close();
  return [
    median(strokes.map(({ input, signed }) => (signed ?? Number.NaN) - input)),
    median(strokes.map(({ input, painted }) => (painted ?? Number.NaN) - input)),
  ];
}

function urlOfSize(size: number): string {
  const start = "https://demo.libpx.com/images/photo.jpg?width=400&text=";
  return start.padEnd(size, "lorem%20ipsum%20");
}

function urlOfParameters(count: number): string {
  const parameters = Array.from({ length: count }, (_, at) => `p${at}=${at}`);
  return `https://demo.libpx.com/images/photo.jpg?${parameters.join("&")}`;
}
