import { expect, test } from "vitest";
import { initialState, type State } from "./state";
import { type Edit, typingRun, UndoStack } from "./undo-stack";

const at = (pasted: string) => ({ state: { ...initialState(), pasted }, demo: false });
const CLICK: Edit = { oneClick: true, run: null, switched: "", swapsSecret: false };
const TYPED: Edit = { ...CLICK, oneClick: false, run: "typed" };
const textOf = (step: { readonly state: State } | null) => step?.state.pasted ?? null;

test("several steps are taken back and done again, each in its order", () => {
  const stack = new UndoStack();
  stack.push(at("a"), CLICK, 0);
  stack.push(at("b"), CLICK, 0);
  expect(["c", "b", "a"].map((present) => textOf(stack.undo(at(present))))).toEqual(["b", "a", null]);
  expect(["a", "b", "c"].map((present) => textOf(stack.redo(at(present))))).toEqual(["b", "c", null]);
  expect(textOf(stack.undo(at("c")))).toBe("b");
});

test("a change after an undoing leaves nothing to do again", () => {
  const stack = new UndoStack();
  stack.push(at("a"), CLICK, 0);
  stack.undo(at("b"));
  stack.push(at("a"), CLICK, 0);
  expect(stack.redo(at("c"))).toBeNull();
});

test("what is typed is one step until one pauses, undoes, or does something else", () => {
  const stack = new UndoStack();
  stack.push(at(""), TYPED, 0);
  stack.push(at("a"), TYPED, 900);
  stack.push(at("ab"), TYPED, 1_800);
  stack.push(at("abc"), TYPED, 2_800);
  stack.push(at("abcd"), { ...TYPED, run: "deleted" }, 2_900);
  expect(["x", "x", "x", "x"].map((present) => textOf(stack.undo(at(present))))).toEqual([
    "abcd",
    "abc",
    "",
    null,
  ]);
  stack.push(at("y"), TYPED, 3_000);
  stack.undo(at("yz"));
  stack.push(at("y"), TYPED, 3_100);
  expect(textOf(stack.undo(at("yz")))).toBe("y");
});

test("it knows whether the last change was one click, and what the page did by itself", () => {
  const stack = new UndoStack();
  const last = () => [stack.undoesClick, stack.switched];
  expect(last()).toEqual([false, ""]);
  stack.push(at("a"), { ...CLICK, switched: "Switched to Urlbox" }, 0);
  expect(last()).toEqual([true, "Switched to Urlbox"]);
  stack.push(at("b"), TYPED, 0);
  expect(last()).toEqual([false, ""]);
  stack.undo(at("c"));
  expect(last()).toEqual([true, "Switched to Urlbox"]);
});

test.each([
  ["a letter at the end", "ab", "abc", "typed"],
  ["a letter in the middle", "ac", "abc", "typed"],
  ["a letter like its neighbour", "aab", "aaab", "typed"],
  ["an emoji", "a", "a😀", "typed"],
  ["a letter taken out", "abc", "ac", "deleted"],
  ["an emoji taken out", "a😀", "a", "deleted"],
  ["three letters at once", "a", "abcd", null],
  ["another text, a letter longer", "https://a.test", "https://bb.test", null],
  ["another text, a letter shorter", "https://bb.test", "https://a.test", null],
  ["another text as long", "abc", "abd", null],
  ["nothing", "abc", "abc", null],
])("%s belongs to a run of typing, or to none", (_, before, after, run) => {
  expect(typingRun(before, after)).toBe(run);
});
