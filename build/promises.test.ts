import { expect, test } from "vitest";
import { findPromises, writePromises } from "./promises";

// The names are pieced together, so that nobody takes them for tests of this file.
const call = "test(";

const SOURCE = `
/** What comes first. */
import { test } from "./fixtures";

/** Every file is read. */
${call}"not on disk", async () => {});

for (const host of hosts) {
  /** By "requests" of every kind. */
  ${call}\`not able to leave, from the page, \${host}\`, async () => {});
  ${call}
    "without a sentence",
    async () => {},
  );
}
/** A function of the harness. */
function help() {}
${call}"after a function", async () => {});
`;

test("a promise is the name of a test and the sentence right above it", () => {
  expect(findPromises(SOURCE)).toEqual([
    { name: "not on disk", sentence: "Every file is read." },
    { name: "not able to leave, from the page", sentence: 'By "requests" of every kind.' },
    { name: "without a sentence", sentence: "" },
    { name: "after a function", sentence: "" },
  ]);
});

test("each is a line, with its sentence below", () => {
  const text = writePromises(findPromises(SOURCE));
  expect(text).toContain("\n- not on disk\n  Every file is read.\n- not able");
  expect(text).toContain("\n- without a sentence\n- after");
});
