import { expect, test } from "vitest";
import { linkedState } from "./address/linked-state";
import { changeState, initialState } from "./state";

const first = initialState();

test("what changes looks alone leaves results as they are", () => {
  const { revision } = changeState(first, { language: "python", form: "test", view: "bytes" });
  expect(revision).toBe(first.revision);
  expect(changeState(first, { language: "python", pasted: "https://h" }).revision).toBe(first.revision + 1);
});

test("the code's language lasts, until a link names another", () => {
  const chosen = changeState(first, { language: "python" });
  const opened = (lang: object) =>
    changeState(chosen, linkedState({ linked: { url: "https://h", ...lang }, secrets: [], clean: "" }));
  expect(opened({}).language).toBe("python");
  expect(opened({ lang: "go" }).language).toBe("go");
});
