import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { languages } from "./index";
import { probeFor } from "./probe";

const SECRET = "Schl\u00fcssel \u2603";
const STRING = "/a%20b?x=\u00fc'$x";

const script = (probe: string) =>
  `${probe.startsWith("// import") ? 'import { createHash } from "node:crypto";\n' : ""}const secret = process.env.SECRET, signingString = process.env.STRING;\n${probe}`;

/** A program around the probe, and what runs it. */
const programs: Readonly<
  Record<string, { file: string; write: (probe: string) => string; steps: readonly string[] }>
> = {
  node: { file: "probe.mjs", write: script, steps: ["node probe.mjs"] },
  browser: { file: "probe.mjs", write: script, steps: ["node probe.mjs"] },
  python: {
    file: "probe.py",
    write: (probe) =>
      `import os\nsecret, signing_string = os.environ["SECRET"], os.environ["STRING"]\n${probe}`,
    steps: ["python3 probe.py"],
  },
  php: {
    file: "probe.php",
    write: (probe) => `<?php\n$secret = getenv('SECRET'); $signingString = getenv('STRING');\n${probe}`,
    steps: ["php probe.php"],
  },
  ruby: {
    file: "probe.rb",
    write: (probe) => `secret, signing_string = ENV["SECRET"], ENV["STRING"]\n${probe}`,
    steps: ["ruby probe.rb"],
  },
  java: {
    file: "Main.java",
    write: (probe) => `class Main { public static void main(String[] args) throws Exception {
var secret = System.getenv("SECRET"); var signingString = System.getenv("STRING");
${probe}}}`,
    steps: ["java Main.java"],
  },
  csharp: {
    file: "Program.cs",
    write: (probe) => `using System; class Program { static void Main() {
var secret = Environment.GetEnvironmentVariable("SECRET"); var signingString = Environment.GetEnvironmentVariable("STRING");
${probe}}}`,
    steps: ["mcs Program.cs", "mono Program.exe"],
  },
  go: {
    file: "probe.go",
    write: (probe) => `package main
import ("crypto/sha256"; "fmt"; "os")
func main() {
secret, signingString := os.Getenv("SECRET"), os.Getenv("STRING")
${probe}}`,
    steps: ["go run probe.go"],
  },
  shell: {
    file: "probe.sh",
    write: (probe) => `secret=$SECRET signing_string=$STRING\n${probe}`,
    steps: ["sh probe.sh"],
  },
};

const directory = mkdtempSync(join(tmpdir(), "probe-"));
afterAll(() => rmSync(directory, { recursive: true }));

describe.each(languages)("$label", (language) => {
  const program = programs[language.id];
  if (!program) throw new Error(`nothing runs the probe in ${language.label}`);
  const [tool = ""] = program.steps[0]?.split(" ") ?? [];
  const present = spawnSync("sh", ["-c", `command -v ${tool}`]).status === 0;

  test.skipIf(!present)(
    present ? "prints the line" : `is not executed without ${tool}`,
    { timeout: 60_000 },
    () => {
      const cwd = mkdtempSync(join(directory, `${language.id}-`));
      writeFileSync(join(cwd, program.file), program.write(probeFor(language)));
      const env = { ...process.env, SECRET, STRING, LC_ALL: "C.UTF-8", GO111MODULE: "off" };
      let printed = "";
      for (const step of program.steps) {
        const [command = "", ...args] = step.split(" ");
        printed = execFileSync(command, args, { cwd, env, encoding: "utf8" });
      }
      const fingerprint = createHash("sha256").update(SECRET).digest("hex").slice(0, 4);
      const hex = Buffer.from(STRING).toString("hex");
      expect(printed).toBe(`countersign1 ${Buffer.byteLength(SECRET)} ${fingerprint} ${hex}\n`);
    },
  );

  test("has at most five lines in printable ASCII", () => {
    expect(probeFor(language)).toMatch(/^(?:[\x20-\x7e]+\n){1,5}$/);
  });
});
