import { spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { libpixel } from "../../schemes/libpixel";
import { languages } from "../index";
import type { Language } from "../language";
import { type Job, Programs } from "../programs-testing";
import { solve } from "../testing";
import { isPresent, programRunners } from "../toolchains-testing";
import { changeFor } from "./change-for";
import { lineOf } from "./line-of";
import { MARKED_SECRET } from "./unknown";

/** What the function's file lacks for the wrong line, by the id of the languages that are tried. */
const IMPORTS: Readonly<Record<string, string>> = {
  shell: "",
  node: "",
  python: "import base64\n",
  ruby: 'require "base64"\n',
  php: "",
  java: "import java.util.*;\n",
};

const SECRET = "q7Vn2LxT9fKw4Zr8Jp3m";
const STRING = "/catalog/shoes/red-shoe.jpg?width=320&height=200&quality=80&mode=crop";

const hmac = (key: string, text: string) => createHmac("sha1", key).update(text).digest("hex");
const base64 = (text: string) => Buffer.from(text).toString("base64");
const hex = (text: string) => Buffer.from(text).toString("hex");

/** The string that the wrong line makes. */
const ALONE: Readonly<Record<string, string>> = {
  "signed-without-leading-slash": STRING.slice(1),
  "signed-with-trailing-question-mark": `${STRING}?`,
  "signed-nothing": "",
  "string-with-white-space": `${STRING} `,
  "string-in-quotes": `'${STRING}'`,
  "signed-with-method": `GET ${STRING}`,
  "secret-in-the-string": MARKED_SECRET + STRING,
  "signed-as-base64": base64(STRING),
  "signed-as-hex": hex(STRING),
};

const signed = (text: string) => hmac(SECRET, text.replace(MARKED_SECRET, SECRET));

/** What the wrong line makes of the signature. */
const WRONG: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(ALONE).map(([id, text]) => [id, signed(text)])),
  "secret-base64-encoded": hmac(base64(SECRET), STRING),
  "secret-hex-encoded": hmac(hex(SECRET), STRING),
  "secret-with-ampersand": hmac(`${SECRET}&`, STRING),
  "secret-with-prefix": hmac(`AWS4${SECRET}`, STRING),
  "signature-base64-of-hex": base64(hmac(SECRET, STRING)),
  "signature-hex-of-text": hex(hmac(SECRET, STRING)),
};

/** The function with the wrong line in the place of ours. */
async function jobOf(language: Language, id: string): Promise<Job> {
  const { plan } = await solve({
    name: id,
    scheme: libpixel,
    url: `https://img.example.net${STRING}`,
    secret: SECRET,
  });
  const change = lineOf({ id, alone: ALONE[id] }, language, libpixel, "SHA-1", {}, plan.unsignedUrl);
  const code = language.function.write(plan);
  if (!change || !code.includes(change.added)) throw new Error(`${language.label} has no line of ${id}`);
  const wrong = code.replace(change.added, () => change.removed);
  return {
    fileName: language.function.fileName,
    code: IMPORTS[language.id] + wrong,
    variables: { [plan.secretVariable]: SECRET },
  };
}

/** A program that does no more than read its secret and print it. */
const PRINTS: Readonly<Record<string, (lines: string) => string>> = {
  shell: (lines) => `${lines}\nprintf %s "$secret"`,
  node: (lines) => `${lines}\nprocess.stdout.write(secret);`,
  python: (lines) => `import os, sys\n${lines}\nprint(secret)`,
  ruby: (lines) => `${lines}\nprint secret`,
  php: (lines) => `<?php\n${lines}\necho $secret;`,
  go: (lines) =>
    `package main\nimport ("fmt"; ${["log", "os"].flatMap((name) => (lines.includes(`${name}.`) ? [`"${name}"`] : [])).join("; ")})\nfunc main() {\n${lines}\nfmt.Print(secret)\n}`,
  java: (lines) =>
    `class Main { public static void main(String[] a) {\n${lines}\nSystem.out.print(secret);\n} }`,
  csharp: (lines) =>
    `using System;\nclass Program { static void Main() {\n${lines}\nConsole.Write(secret);\n} }`,
};

/** Keys that came of a variable that nobody has set. */
const UNSET: Readonly<Record<string, string>> = { node: "undefined", python: "None", java: "null" };

const runnerOf = ({ id, label }: Language) => {
  const runner = programRunners[id];
  if (!runner) throw new Error(`nothing runs ${label}`);
  return runner;
};

describe.each(languages.filter(({ id }) => id in PRINTS))("the secret in $label", (language) => {
  const runner = runnerOf(language);
  const [variable] = libpixel.secretVariables;
  const lines = (id: string, key?: string) => {
    const change = changeFor(id, language, libpixel, "SHA-1", { key });
    if (!change) throw new Error(`${language.label} has no line of ${id}`);
    return change;
  };
  const placeholder = "secret-is-placeholder";
  const { added } = lines(placeholder);
  const cases = new Map<string, { code: string; prints: string | null; secret?: string }>([
    ["a placeholder", { code: lines(placeholder, "YOUR_SECRET_HERE").removed, prints: "YOUR_SECRET_HERE" }],
    ["an empty variable", { code: lines("secret-empty").removed, prints: "" }],
    ["the right line", { code: added, prints: SECRET, secret: SECRET }],
    ["the right line without a variable", { code: added, prints: null }],
    ["the right line with an empty one", { code: added, prints: null, secret: "" }],
  ]);
  const unset = UNSET[language.id];
  if (unset) cases.set("a missing variable", { code: lines(placeholder, unset).removed, prints: unset });

  const programs = new Programs(runner, [...cases.keys()], (name) => {
    const { code = "", secret } = cases.get(name) ?? {};
    return {
      fileName: language.function.fileName,
      code: PRINTS[language.id]?.(code) ?? "",
      variables: secret === undefined ? {} : { [variable]: secret },
    };
  });
  afterAll(() => programs.clear());
  test.runIf(isPresent(runner)).each([...cases])(
    "is what %s makes of it",
    async (name, { prints }) => {
      if (prints === null)
        await expect(programs.run(name)).rejects.toThrow(/not set|is empty|KeyError|key not found/);
      else expect((await programs.run(name)).trim()).toBe(prints);
    },
    60_000,
  );
});

test("the shell’s lines for a parameter that was added put it behind what was signed, and into it", () => {
  const shell = languages.find(({ id }) => id === "shell");
  const change =
    shell && changeFor("parameter-added-after-signing", shell, libpixel, "SHA-1", { added: "&a=1" });
  if (!change) throw new Error("no line");
  const run = (line: string) => {
    const signs = `sign_libpixel() { printf '%s\\n' "$1&signature=$2"; }`;
    const { stdout } = spawnSync("sh", ["-c", `${signs}; url="/i.jpg?w=1" secret=s; ${line}`], {
      encoding: "utf8",
    });
    return stdout;
  };
  expect(run(change.removed)).toBe("/i.jpg?w=1&signature=s&a=1\n");
  expect(run(change.added)).toBe("/i.jpg?w=1&a=1&signature=s\n");
});

describe.each(languages.filter(({ id }) => id in IMPORTS))("$label", (language) => {
  const runner = runnerOf(language);
  const programs = new Programs(runner, Object.keys(WRONG), (id) => jobOf(language, id));
  afterAll(() => programs.clear());
  test.runIf(isPresent(runner)).each(Object.entries(WRONG))(
    "the line of %s, put in the place of ours, makes that mistake",
    async (id, signature) => {
      expect((await programs.run(id)).trim()).toMatch(new RegExp(`[&]signature=${signature}$`));
    },
    30_000,
  );
});
