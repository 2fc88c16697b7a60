import { type ExecFileException, execFile, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export type Command = readonly [string, ...string[]];

export interface Runner {
  /** Prints its version, so that its absence is noticed. */
  readonly probe: Command;
  /**
   * Commands of which the last gets the folders of many programs: it compiles each or runs it, as if it were alone, and leaves in its folder what it
   * `printed`, what else it `said`, and its `status`. A start of Java or of pytest takes longer than a program of ten lines.
   */
  readonly launch?: readonly Command[];
  /** The same after `launch`, once for all programs with the same variables: these are the process's own. */
  readonly launchAlike?: readonly Command[];
  /** Commands run one after the other in the folder of each program. */
  readonly steps?: readonly Command[];
}

const launcher = (name: string) => fileURLToPath(new URL(`launchers/${name}`, import.meta.url));

const JUNIT = "/usr/share/java/junit-platform-console-standalone.jar";
const JUNIT_PATH = [
  "junit-jupiter-api junit-jupiter-engine junit-platform-commons junit-platform-console junit-platform-engine",
  "junit-platform-launcher junit-platform-reporting opentest4j opentest4j-reporting-events apiguardian-api picocli",
]
  .flatMap((names) => names.split(" "))
  .map((name) => `/usr/share/java/${name}.jar`)
  .join(":");

/** A compiler that is started once. */
const javac = (file: string): Command => [
  "java",
  "-cp",
  JUNIT_PATH,
  launcher("launch.java"),
  launcher("launch.java"),
  file,
];
const mcs = (file: string, options: string): readonly Command[] => [
  ["mcs", "-out:launch.exe", launcher("launch.cs")],
  ["mono", "launch.exe", file, options],
];

/** What runs the forms `function` and `script`, by the id of their language; in a browser they are no programs. */
export const programRunners: Readonly<Record<string, Runner>> = {
  shell: { probe: ["openssl", "version"], steps: [["sh", "sign.sh"]] },
  node: { probe: ["node", "--version"], launch: [["node", launcher("launch.mjs"), "sign.mjs"]] },
  python: { probe: ["python3", "--version"], launch: [["python3", launcher("launch.py"), "sign.py"]] },
  ruby: { probe: ["ruby", "--version"], launch: [["ruby", launcher("launch.rb"), "sign.rb"]] },
  php: { probe: ["php", "--version"], steps: [["php", "sign.php"]] },
  go: { probe: ["go", "version"], launch: [["sh", launcher("launch-go.sh")]], steps: [["./program"]] },
  java: {
    probe: ["javac", "-version"],
    launch: [javac("Main.java")],
    launchAlike: [["java", "-cp", ".", "Launch", "Main"]],
  },
  csharp: {
    probe: ["mcs", "--version"],
    launch: mcs("Program.cs", "-t:exe"),
    steps: [["mono", "Program.exe"]],
  },
};

/** What runs the form `test`, by the id of its language. */
export const testRunners: Readonly<Record<string, Runner>> = {
  shell: { probe: ["openssl", "version"], steps: [["sh", "sign-test.sh"]] },
  node: { probe: ["node", "--version"], steps: [["node", "--test", "sign.test.mjs"]] },
  browser: { probe: ["node", "--version"], steps: [["node", "--test", "sign.test.mjs"]] },
  python: { probe: ["pytest", "--version"], launch: [["python3", launcher("launch.py"), "test_sign.py"]] },
  ruby: {
    probe: ["ruby", "-e", 'require "minitest"'],
    launch: [["ruby", launcher("launch.rb"), "sign_test.rb"]],
  },
  php: { probe: ["phpunit", "--version"], steps: [["phpunit", "--do-not-cache-result", "SignTest.php"]] },
  go: { probe: ["go", "version"], steps: [["go", "test", "-v", "-vet=off", "sign_test.go"]] },
  java: { probe: ["test", "-e", JUNIT], launch: [javac("SignTest.java")] },
  csharp: {
    probe: ["nunit-console", "-help"],
    launch: mcs("SignTests.cs", "-t:library -pkg:nunit"),
    // A domain of its own for its one assembly takes as long again as all else.
    steps: [["nunit-console", "-noresult", "-domain:None", "SignTests.dll"]],
  },
};

export const isPresent = ({ probe: [command, ...args] }: Runner) => spawnSync(command, args).status === 0;

const run = promisify(execFile);

/** What the last command prints; one that fails is an error with all that it said. */
export async function runSteps(
  steps: readonly Command[],
  cwd: string,
  variables: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): Promise<string> {
  const env = {
    ...process.env,
    LC_ALL: "C.UTF-8",
    GO111MODULE: "off",
    // A program of ten lines ends before its code is compiled well, and before it needs a second thread to collect garbage.
    JDK_JAVA_OPTIONS: "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    ...variables,
  };
  let printed = "";
  for (const [at, [command, ...args]] of steps.entries()) {
    const all = at === steps.length - 1 ? [...args, ...more] : args;
    const ended = await run(command, all, { cwd, env, maxBuffer: 2 ** 24 }).catch(said);
    printed = ended.stdout;
  }
  return printed;
}

/** @throws Error always: test runners print what failed where others print what passed. */
function said({ message, stdout }: ExecFileException): never {
  throw new Error(`${message}${stdout ?? ""}`);
}
