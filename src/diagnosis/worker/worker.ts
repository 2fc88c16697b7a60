import "./lockdown";
import { errorText } from "../../error-text";
import { compareSignedString } from "../compare/compare";
import { readKnown } from "../known/known";
import { searchPublic } from "../known/public-search";
import { searchPart, type Watch } from "../search";
import { rehearse } from "./rehearsal";
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
  return { kind: "done", result: await compareSignedString(task.input, task.codeSigned, countNowAndThen()) };
}

function countNowAndThen(): (count: number) => void {
  let last = 0;
  return (count) => {
    if (performance.now() - last < PROGRESS_EVERY) return;
    last = performance.now();
    answer({ kind: "tried", count });
  };
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

setTimeout(() => rehearse(() => isTold));
