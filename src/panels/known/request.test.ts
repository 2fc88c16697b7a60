import { expect, it } from "vitest";
import { schemes } from "../../schemes";
import { initialState } from "../../session/state";
import { readPaste } from "../../signing/read-paste";
import { writeRequest } from "./request";

const [scheme] = schemes;
const { request } = readPaste(scheme, `https://a.libpx.com/a.jpg?width=2&signature=${"0".repeat(40)}`);

it.each([
  ["of a URL that may be valid, what nobody but the secret's owner can tell", false],
  ["of one that no secret makes valid, that this is certain", true],
])("asks for the secret and says %s", (_, isImpossible) => {
  if (!request.ok) throw new Error(request.problem.sentence);
  const text = writeRequest(
    { ...initialState(), scheme },
    request.value,
    "https://play.example/",
    isImpossible,
  );
  expect(text.includes("cannot be valid")).toBe(isImpossible);
  expect(text.includes("only you have")).toBe(!isImpossible);
  expect(text).not.toContain("fails");
});
