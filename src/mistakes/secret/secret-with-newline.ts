import type { Mistake } from "../mistake";
import { signedWithKey } from "../sample";
import { withInside } from "../text/inside";
import { WIDTHS, wrappings } from "../text/wrapping";
import { LESS_USUAL, RARE, SELDOM } from "../weights";

export const secretWithNewline: Mistake = {
  id: "secret-with-newline",
  group: "secret",
  answerTells: "addition",
  title: "A line break was part of the secret.",
  enteredTitle: "The secret entered here has a line break that the one that signed has not.",
  why: "It comes along when a secret is read from a file, made with “echo” without “-n”, or written in a heredoc or a YAML block.",
  fix: "Strip the line break where the secret is read, or write the file with “printf %s”.",
  example: signedWithKey("s3cretKey", "s3cretKey\n"),
  nearMiss: signedWithKey("s3cretKey", "s3cretKey "),
  *keys(key) {
    yield { value: `${key}\n`, detail: "One line feed at the end.", after: ["LF"] };
    yield {
      value: `${key}\r\n`,
      detail: "A carriage return and a line feed at the end.",
      after: ["CR", "LF"],
    };
    yield { value: `${key}\r`, detail: "One carriage return at the end.", after: ["CR"] };
    yield { value: `${key}\n\n`, detail: "Two line feeds at the end.", after: ["LF", "LF"] };
    yield {
      value: `${key}\r\n\r\n`,
      detail: "Two Windows line breaks at the end.",
      after: ["CR", "LF", "CR", "LF"],
    };
    yield { value: `\n${key}`, detail: "One line feed at the start.", before: ["LF"], weight: SELDOM };
    yield {
      value: `\r\n${key}`,
      detail: "A Windows line break at the start.",
      before: ["CR", "LF"],
      weight: RARE,
    };
    yield {
      value: `\n${key}\n`,
      detail: "A line feed at either end.",
      before: ["LF"],
      after: ["LF"],
      weight: RARE,
    };
    yield {
      value: `${key}\\n`,
      detail: "A backslash and an “n”, written for a line feed.",
      after: ["\\n"],
      weight: RARE,
    };
    const stripped = key.replace(/^[\r\n]+|[\r\n]+$/g, "");
    yield {
      value: stripped,
      detail: "The secret entered here has one, the secret that signed had none.",
      entered: true,
    };
    const joined = key.replace(/[\r\n]+/g, "");
    yield {
      value: joined,
      detail: "The secret entered here has line breaks, the secret that signed had none.",
      entered: true,
      weight: LESS_USUAL,
    };
    for (const [value, width] of wrappings(key, WIDTHS))
      yield { value, detail: `It was wrapped after ${width} characters.`, weight: RARE };
    yield* withInside(key, [
      ["\n", "A line feed"],
      ["\r\n", "A Windows line break"],
    ]);
  },
};
