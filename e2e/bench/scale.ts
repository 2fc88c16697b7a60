import { type Bench, Stage, SUBJECTS, type Subject } from "./browser-bench";
import { median, ms, printTable, ratio } from "./numbers";

const SIZES = [100, 1_000, 10_000, 100_000, 1_000_000] as const;
const COUNTS = [1, 10, 100, 1_000, 10_000] as const;
const STROKES = 12;

/** How the cost of a keystroke grows with the URL: by its length, and by its number of parameters. */
export async function scale(bench: Bench): Promise<void> {
  await grow(bench, "Length of the URL", "bytes", SIZES, urlOfSize);
  await grow(bench, "Number of parameters", "parameters", COUNTS, urlOfParameters);
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
