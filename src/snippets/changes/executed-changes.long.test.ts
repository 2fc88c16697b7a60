import { createHmac } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { libpixel } from "../../schemes/libpixel";
import { languages } from "../index";
import type { Language } from "../language";
import { solve } from "../testing";
import { isPresent, type Runner, runSteps } from "../toolchains-testing";
import { lineOf } from "./line-of";

/** A runner, and what the function's file lacks for the wrong line. */
const programs: Readonly<Record<string, Runner & { readonly imports: string }>> = {
  shell: { probe: ["openssl", "version"], steps: [["sh", "sign.sh"]], imports: "" },
  node: { probe: ["node", "--version"], steps: [["node", "sign.mjs"]], imports: "" },
  python: { probe: ["python3", "--version"], steps: [["python3", "sign.py"]], imports: "import base64\n" },
  ruby: { probe: ["ruby", "--version"], steps: [["ruby", "sign.rb"]], imports: 'require "base64"\n' },
  php: { probe: ["php", "--version"], steps: [["php", "sign.php"]], imports: "" },
  java: {
    probe: ["javac", "-version"],
    steps: [["java", "Main.java"]],
    imports: "import java.util.*;\n",
  },
};

const SECRET = "q7Vn2LxT9fKw4Zr8Jp3m";
const STRING = "/catalog/shoes/red-shoe.jpg?width=320&height=200&quality=80&mode=crop";

const hmac = (key: string, text: string) => createHmac("sha1", key).update(text).digest("hex");
const base64 = (text: string) => Buffer.from(text).toString("base64");
const hex = (text: string) => Buffer.from(text).toString("hex");

/** What the wrong line makes of the signature. */
const WRONG: Readonly<Record<string, string>> = {
  "signed-without-leading-slash": hmac(SECRET, STRING.slice(1)),
  "signed-with-trailing-question-mark": hmac(SECRET, `${STRING}?`),
  "signed-nothing": hmac(SECRET, ""),
  "string-with-white-space": hmac(SECRET, `${STRING} `),
  "string-in-quotes": hmac(SECRET, `'${STRING}'`),
  "signed-with-method": hmac(SECRET, `GET ${STRING}`),
  "secret-in-the-string": hmac(SECRET, SECRET + STRING),
  "signed-as-base64": hmac(SECRET, base64(STRING)),
  "signed-as-hex": hmac(SECRET, hex(STRING)),
  "secret-base64-encoded": hmac(base64(SECRET), STRING),
  "secret-hex-encoded": hmac(hex(SECRET), STRING),
  "secret-with-ampersand": hmac(`${SECRET}&`, STRING),
  "secret-with-prefix": hmac(`AWS4${SECRET}`, STRING),
  "signature-base64-of-hex": base64(hmac(SECRET, STRING)),
  "signature-hex-of-text": hex(hmac(SECRET, STRING)),
};

/** Strings that the usual line of their mistake does not make. */
const ALONE: Readonly<Record<string, string>> = {
  "signed-without-leading-slash": STRING.slice(1),
  "signed-with-trailing-question-mark": `${STRING}?`,
};

let directory = "";
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "changes-"));
});
afterAll(() => rm(directory, { recursive: true }));

/** The function with the wrong line in the place of ours. */
async function execute(language: Language, { imports, ...runner }: Runner & { imports: string }, id: string) {
  const { plan } = await solve({
    name: id,
    scheme: libpixel,
    url: `https://img.example.net${STRING}`,
    secret: SECRET,
  });
  const change = lineOf({ id, alone: ALONE[id] }, language, libpixel, "SHA-1", {}, plan.unsignedUrl);
  const code = language.function.write(plan);
  if (!change || !code.includes(change.added)) throw new Error(`${language.label} has no line of ${id}`);
  const cwd = await mkdtemp(join(directory, `${language.id}-`));
  const wrong = code.replace(change.added, () => change.removed);
  await writeFile(join(cwd, language.function.fileName), imports + wrong);
  return runSteps(runner, cwd, { [plan.secretVariable]: SECRET });
}

describe.each(languages.filter(({ id }) => programs[id]))("$label", (language) => {
  const runner = programs[language.id];
  test.runIf(runner && isPresent(runner)).each(Object.entries(WRONG))(
    "the line of %s, put in the place of ours, makes that mistake",
    async (id, signature) => {
      expect((runner && (await execute(language, runner, id)))?.trim()).toMatch(
        new RegExp(`[&]signature=${signature}$`),
      );
    },
    30_000,
  );
});
