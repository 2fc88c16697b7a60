import { cpus } from "node:os";
import { type Bench, openBench } from "./browser-bench";
import { bundle } from "./bundle";
import { keystroke } from "./keystroke";
import { lighthouse } from "./lighthouse";
import { load } from "./load";
import { gigabyte, many } from "./many";
import { scale } from "./scale";
import { search } from "./search";

/** Each can be run alone by its name. */
const SECTIONS: Readonly<Record<string, (bench: Bench) => Promise<void>>> = {
  keystroke,
  load,
  lighthouse,
  search,
  scale,
  many,
  gigabyte,
  bundle,
};

/** Takes minutes, and is run by its name alone. */
const ON_REQUEST: ReadonlySet<string> = new Set(["gigabyte"]);

/** Builds the page, serves it beside a bare one, and runs the named sections, or all. */
export async function bench(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in SECTIONS));
  if (unknown.length > 0) {
    console.log(`There is no section ${unknown.join(", ")}. There are ${Object.keys(SECTIONS).join(", ")}.`);
    return;
  }
  const bench = await openBench();
  try {
    console.log(
      `Chromium ${bench.browser.version()}, ${cpus().length} processors. Times are this machine’s; compare the ratios.`,
    );
    for (const [name, run] of Object.entries(SECTIONS))
      if (names.includes(name) || (names.length === 0 && !ON_REQUEST.has(name))) await run(bench);
  } finally {
    await bench.close();
  }
}
