import "./lockdown";
import { errorText } from "../../error-text";
import { schemes } from "../../schemes";
import { compareSignedString } from "../compare";
import type { DiagnosisInput } from "../diagnosis";
import { readKnown } from "../known/known";
import { searchPublic } from "../known/public-search";
import type { Standing } from "../parts";
import { search, searchPart, type Watch } from "../search";
import { PROGRESS_EVERY, type Reply } from "./reply";
import type { Task } from "./task";

const answer = (message: Reply) => self.postMessage(message);

let isTold = false;

self.onmessage = ({ data }: MessageEvent<Task>) => {
  isTold = true;
  run(data).then(answer, (error: unknown) => answer({ kind: "failed", reason: errorText(error) }));
};

async function run(task: Task): Promise<Reply> {
  if (task.kind === "search")
    return { kind: "standing", standing: await searchPart(task.input, task.part, tellNowAndThen()) };
  if (task.kind === "public") {
    answer({ kind: "text", text: readKnown(task.input) });
    return { kind: "done", result: await searchPublic(task.input) };
  }
  return { kind: "done", result: await compareSignedString(task.input, task.codeSigned) };
}

/** Each new level is told at once, for what the other part has found may wait for it. */
function tellNowAndThen(): Watch {
  let level = -1;
  let last = 0;
  return (standing) => {
    if (standing.level === level && performance.now() - last < PROGRESS_EVERY) return;
    ({ level } = standing);
    last = performance.now();
    answer({ kind: "standing", standing });
  };
}

/** A case that nothing explains: while the worker waits for its own, the browser compiles with it what a search runs. */
const REHEARSAL: DiagnosisInput = {
  schemeId: schemes[0].id,
  pasted: `https://images.example.net/a%20b.jpg?width=400&title=c%20d&signature=${"0".repeat(40)}`,
  settings: {},
  hash: "SHA-1",
  secret: "rehearsal",
  otherSecrets: [],
};
/** More than this compiles nothing more. */
const MOST_REHEARSED = 8000;

async function rehearse({ tried }: Standing): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  if (isTold || tried > MOST_REHEARSED) throw new Error("The rehearsal is over.");
}

setTimeout(() => {
  if (!isTold) search(REHEARSAL, rehearse).catch(() => {});
});
