import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Command, type Runner, runSteps } from "./toolchains-testing";

/** A program's file and text, and the variables that it is run with: its secret, and its locale where that is not UTF-8. */
export interface Job {
  readonly fileName: string;
  readonly code: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Programs of one language, which are launched together when the first of them is asked for. */
export class Programs<Name> {
  readonly #runner: Runner;
  readonly #names: readonly Name[];
  readonly #jobOf: (name: Name) => Job | Promise<Job>;
  #launched: Promise<ReadonlyMap<Name, Launched>> | undefined;
  #directory = "";

  constructor(runner: Runner, names: readonly Name[], jobOf: (name: Name) => Job | Promise<Job>) {
    this.#runner = runner;
    this.#names = names;
    this.#jobOf = jobOf;
  }

  /** What a program prints; one that fails, or is not compiled, is an error with what was said. */
  async run(name: Name): Promise<string> {
    this.#launched ??= this.#launch();
    const { cwd, variables } = (await this.#launched).get(name) ?? missing(name);
    const { launch, steps } = this.#runner;
    const printed = launch ? await readLaunched(cwd) : "";
    return steps ? runSteps(steps, cwd, variables) : printed;
  }

  /** Takes away what was written. */
  async clear(): Promise<void> {
    if (this.#directory) await rm(this.#directory, { recursive: true });
  }

  async #launch(): Promise<ReadonlyMap<Name, Launched>> {
    this.#directory = await mkdtemp(join(tmpdir(), "snippets-"));
    const launched = new Map<Name, Launched>();
    for (const name of this.#names) launched.set(name, await this.#write(await this.#jobOf(name)));
    const { launch, launchAlike } = this.#runner;
    const all = [...launched.values()];
    // A program's locale is that of its process.
    if (launch) await this.#start(launch, all, ({ LC_ALL }) => (LC_ALL ? { LC_ALL } : {}));
    if (launchAlike) await this.#start(launchAlike, all, (variables) => variables);
    return launched;
  }

  /** Runs these commands once for all programs whose process gets the same variables. */
  async #start(
    commands: readonly Command[],
    programs: readonly Launched[],
    variablesOf: (variables: Job["variables"]) => Job["variables"],
  ): Promise<void> {
    const folders = new Map<string, string[]>();
    for (const { cwd, variables } of programs) {
      const name = JSON.stringify(variablesOf(variables));
      folders.set(name, [...(folders.get(name) ?? []), cwd]);
    }
    for (const [name, alike] of folders) await runSteps(commands, this.#directory, JSON.parse(name), alike);
  }

  async #write({ fileName, code, variables }: Job): Promise<Launched> {
    const cwd = await mkdtemp(join(this.#directory, "program-"));
    await writeFile(join(cwd, fileName), code);
    const pairs = Object.entries(variables).map(([name, value]) => `${name}=${value}\0`);
    await writeFile(join(cwd, "variables"), pairs.join(""));
    return { cwd, variables };
  }
}

interface Launched {
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string>>;
}

function missing(name: unknown): never {
  throw new Error(`nothing was launched for ${JSON.stringify(name)}`);
}

async function readLaunched(cwd: string): Promise<string> {
  const read = (name: string) => readFile(join(cwd, name), "utf8").catch(() => "");
  if ((await read("status")) !== "0")
    throw new Error(`failed: ${await read("said")}${await read("printed")}`);
  return read("printed");
}
