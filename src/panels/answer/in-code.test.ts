import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { search } from "../../diagnosis/search";
import { inputOf } from "../../diagnosis/testing";
import { mistakesInCode } from "./in-code";

const STRING = "/photos/cat.jpg?width=200&height=100";
const SECRET = "q7Vn2LxT9fKw4Zr8Jp3m";

/** The mistakes found, and those of them of which a line of code is shown. */
async function shown(key: string, signed: string, secret = SECRET) {
  const signature = createHmac("sha1", key).update(signed).digest("hex");
  const url = `https://images.example.net${STRING}&signature=${signature}`;
  const found = await search(inputOf(url, { secret }));
  if (found.state !== "explained") throw new Error(`nothing explains ${signed}`);
  const ids = (mistakes: typeof found.mistakes) => mistakes.map(({ id }) => id);
  return { found: ids(found.mistakes), inCode: ids(mistakesInCode(found, false)) };
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

it("shows no line where the secret entered here is the wrong one", async () => {
  const [own, prefixed] = ["Kw4Zr8Jp3mQ7", "whsec_Kw4Zr8Jp3mQ7"];
  expect((await shown(prefixed, STRING, own)).inCode).toEqual(["secret-with-prefix"]);
  expect(await shown(own, STRING, prefixed)).toEqual({ found: ["secret-with-prefix"], inCode: [] });
});
