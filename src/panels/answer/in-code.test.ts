import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { search } from "../../diagnosis/search";
import { inputOf } from "../../diagnosis/testing";
import { locate } from "../../diagnosis/where/where";
import { libpixel } from "../../schemes/libpixel";
import { readPaste } from "../../signing/read-paste";
import { languages } from "../../snippets";
import { changeFor } from "../../snippets/changes/change-for";
import { madeIn, mistakesInCode } from "./in-code";

const STRING = "/photos/cat.jpg?width=200&height=100";
const SECRET = "q7Vn2LxT9fKw4Zr8Jp3m";

/** The mistakes found, and those of them of which a line of code is shown. */
async function shown(key: string, signed: string, secret = SECRET, sent = STRING) {
  const signature = createHmac("sha1", key).update(signed).digest("hex");
  const url = `https://images.example.net${sent}&signature=${signature}`;
  const found = await search(inputOf(url, { secret }));
  if (found.state !== "explained") throw new Error(`nothing explains ${signed}`);
  const { request } = readPaste(libpixel, url);
  if (!request.ok) throw new Error(url);
  const made = madeIn(found, locate(request.value, found), url);
  const hasLine = (id: string) => changeFor(id, languages[0], libpixel, "SHA-1", made) !== null;
  const ids = (mistakes: typeof found.mistakes) => mistakes.map(({ id }) => id);
  return { found: ids(found.mistakes), inCode: ids(mistakesInCode(found)).filter(hasLine) };
}

it.each([
  ["signed-nothing", "", "undefined"],
  ["string-with-white-space", `${STRING} `, STRING.replace("&", "\n  &")],
  ["string-in-quotes", `'${STRING}'`, `"${STRING}"`],
  ["signed-with-method", `GET ${STRING}`, `POST ${STRING}`],
])("shows the line of %s only where it makes what was signed", async (id, byLine, otherwise) => {
  expect(await shown(SECRET, byLine)).toEqual({ found: [id], inCode: [id] });
  expect(await shown(SECRET, otherwise)).toEqual({ found: [id], inCode: [] });
});

it("shows no line of a parameter that was added where code may as well have left it out", async () => {
  const found = ["parameter-added-after-signing"];
  const tracked = await shown(SECRET, STRING, SECRET, `${STRING}&utm_source=mail`);
  expect(tracked).toEqual({ found, inCode: found });
  expect(await shown(SECRET, STRING, SECRET, `${STRING}&blur=3&dpr=2`)).toEqual({ found, inCode: [] });
  // The line would append it.
  const inFront = STRING.replace("?", "?v=1732612345&");
  expect(await shown(SECRET, STRING, SECRET, inFront)).toEqual({ found, inCode: [] });
});

it("shows no line where the secret entered here is the wrong one", async () => {
  const [own, prefixed] = ["Kw4Zr8Jp3mQ7", "whsec_Kw4Zr8Jp3mQ7"];
  expect((await shown(prefixed, STRING, own)).inCode).toEqual(["secret-with-prefix"]);
  expect(await shown(own, STRING, prefixed)).toEqual({ found: ["secret-with-prefix"], inCode: [] });
});

it.each([
  ["a placeholder", "YOUR_SECRET", ["secret-is-placeholder"]],
  ["a variable that JavaScript found missing", "undefined", ["secret-is-placeholder"]],
  ["a variable that Python found missing", "None", []],
  ["a mask", "********************", []],
  ["a placeholder that shares text with the secret", "secret", [], "my-secret-7Vn2LxT9"],
])("shows for %s a line of Node.js only where that makes it", async (_, key, inCode, secret = SECRET) => {
  expect(await shown(key, STRING, secret)).toEqual({ found: ["secret-is-placeholder"], inCode });
});

it("shows the line that sorts parameters only where they were signed in order", async () => {
  const [sorted, id] = ["/photos/cat.jpg?height=100&width=200", "parameters-reordered"];
  expect(await shown(SECRET, sorted)).toEqual({ found: [id], inCode: [id] });
  expect(await shown(SECRET, STRING, SECRET, sorted)).toEqual({ found: [id], inCode: [] });
});
