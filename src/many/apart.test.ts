import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { Run } from "./run";
import { INPUT, sign } from "./testing";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");
const heldBytes = () => {
  collect();
  return process.memoryUsage().heapUsed;
};

const PADDING = "lorem ipsum dolor ".repeat(3_000);
const AGENTS = 200;

/** One URL in fifty kilobytes, with the agent that asked for it. */
const line = (url: string, at: number) =>
  `127.0.0.1 - - [26/Nov/2026:10:00:00 +0000] "GET ${url} HTTP/1.1" 200 9 "${PADDING}" "Agent number ${at} of them all/1"\n`;

test.each([
  ["valid", (at: number) => sign(`/${at}.jpg?width=100`)],
  ["unexplained", (at: number) => `${sign(`/${at}.jpg?width=100`).slice(0, -40)}${"0123456789".repeat(4)}`],
])("what is kept of a file holds nothing else of it: %s", async (id, urlOf) => {
  const file = new Blob(Array.from({ length: AGENTS }, (_, at) => line(urlOf(at), at)));
  const run = new Run(file, INPUT, () => {}, { reading: 0, single: 0, all: 0 });
  const before = heldBytes();
  await run.go();
  expect(heldBytes() - before).toBeLessThan(file.size / 3);
  expect(run.groups.get(id)?.rows).toHaveLength(AGENTS);
});
