import "./lockdown";
import { errorText } from "../../error-text";
import { schemes } from "../../schemes";
import { type Comparison, compareSignedString } from "../compare";
import type { Diagnosis, DiagnosisInput, Progress } from "../diagnosis";
import { readKnown } from "../known/known";
import { type PublicAnswer, searchPublic } from "../known/public-search";
import { search, type Watch } from "../search";
import type { Reply } from "./reply";
import type { Task } from "./task";

/** Progress is for people: more often than this it only costs time. */
const PROGRESS_EVERY = 60;

const answer = (message: Reply) => self.postMessage(message);

let isTold = false;

self.onmessage = ({ data }: MessageEvent<Task>) => {
  isTold = true;
  let last = performance.now();
  const watch = (progress: Progress) => {
    if (performance.now() - last < PROGRESS_EVERY) return;
    last = performance.now();
    answer({ kind: "progress", progress });
  };
  run(data, watch).then(
    (result) => answer({ kind: "done", result }),
    (error: unknown) => answer({ kind: "failed", reason: errorText(error) }),
  );
};

function run(task: Task, watch: Watch): Promise<Diagnosis | Comparison | PublicAnswer> {
  if (task.kind === "public") {
    answer({ kind: "text", text: readKnown(task.input) });
    return searchPublic(task.input);
  }
  return task.kind === "search"
    ? search(task.input, watch)
    : compareSignedString(task.input, task.codeSigned);
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

async function rehearse({ tried }: Progress): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  if (isTold || tried > MOST_REHEARSED) throw new Error("The rehearsal is over.");
}

setTimeout(() => {
  if (!isTold) search(REHEARSAL, rehearse).catch(() => {});
});
