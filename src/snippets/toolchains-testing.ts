import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";

type Command = readonly [string, ...string[]];

export interface Runner {
  /** Prints its version, so that its absence is noticed. */
  readonly probe: Command;
  /** Shell commands run one after the other in the directory of the file. */
  readonly steps: readonly Command[];
}

/** What a compiler makes is run in a second step. */
export const compiled = (steps: readonly Command[], probe: Command): Runner => ({ probe, steps });

const JUNIT = "/usr/share/java/junit-platform-console-standalone.jar";
const JUNIT_PATH = [
  "junit-jupiter-api junit-jupiter-engine junit-platform-commons junit-platform-console junit-platform-engine",
  "junit-platform-launcher junit-platform-reporting opentest4j opentest4j-reporting-events apiguardian-api picocli",
]
  .flatMap((names) => names.split(" "))
  .map((name) => `/usr/share/java/${name}.jar`)
  .join(":");

/** What runs the form `test`, by the id of its language. */
export const testRunners: Readonly<Record<string, Runner>> = {
  shell: { probe: ["openssl", "version"], steps: [["sh", "sign-test.sh"]] },
  node: { probe: ["node", "--version"], steps: [["node", "--test", "sign.test.mjs"]] },
  browser: { probe: ["node", "--version"], steps: [["node", "--test", "sign.test.mjs"]] },
  python: { probe: ["pytest", "--version"], steps: [["pytest", "test_sign.py"]] },
  ruby: { probe: ["ruby", "-e", 'require "minitest"'], steps: [["ruby", "sign_test.rb"]] },
  php: { probe: ["phpunit", "--version"], steps: [["phpunit", "--do-not-cache-result", "SignTest.php"]] },
  go: { probe: ["go", "version"], steps: [["go", "test", "-v", "-vet=off", "sign_test.go"]] },
  java: compiled(
    [
      ["javac", "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-cp", JUNIT_PATH, "SignTest.java"],
      ["java", "-cp", `.:${JUNIT_PATH}`, "org.junit.platform.console.ConsoleLauncher", "-c", "SignTest"],
    ],
    ["test", "-e", JUNIT],
  ),
  csharp: compiled(
    [
      ["mcs", "-t:library", "-pkg:nunit", "SignTests.cs"],
      ["nunit-console", "-noresult", "SignTests.dll"],
    ],
    ["nunit-console", "-help"],
  ),
};

export const isPresent = ({ probe: [command, ...args] }: Runner) => spawnSync(command, args).status === 0;

const run = promisify(execFile);

/** What the last step prints; a step that fails is an error with all that it said. */
export async function runSteps(
  { steps }: Runner,
  cwd: string,
  variables: Readonly<Record<string, string>>,
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
  for (const [command, ...args] of steps)
    printed = (await run(command, args, { cwd, env, maxBuffer: 2 ** 24 })).stdout;
  return printed;
}
