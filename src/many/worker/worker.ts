import "../../diagnosis/worker/lockdown";
import { errorText } from "../../error-text";
import { PublicRun } from "../known/public-run";
import { listedRows } from "../listed-rows";
import { csvOf } from "../report/csv";
import { signedList } from "../report/signed-list";
import { Run } from "../run";
import { Stopped } from "../sorting";
import type { Ask, Tell } from "./messages";

/** Milliseconds: what waits for the thread, such as a stop, waits at most so long; progress is for people. */
const MILLISECONDS_PER_TURN = 40;
const PROGRESS_EVERY = 120;

const tell = (message: Tell) => self.postMessage(message);

let run: Run | PublicRun | null = null;
let isStopped = false;
let turned = performance.now();
let told = performance.now();

async function pause(): Promise<void> {
  if (isStopped) throw new Stopped();
  const now = performance.now();
  if (now - turned < MILLISECONDS_PER_TURN) return;
  if (run && now - told > PROGRESS_EVERY) {
    told = now;
    tell({ kind: "summary", summary: run.summary() });
  }
  await new Promise((resolve) => setTimeout(resolve));
  turned = performance.now();
  if (isStopped) throw new Stopped();
}

async function start({ file, input }: Extract<Ask, { kind: "start" }>): Promise<void> {
  run = input.secret === "" ? new PublicRun(file, input, pause) : new Run(file, input, pause);
  await run.go();
  tell({ kind: "summary", summary: run.summary() });
}

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  if (data.kind === "start")
    start(data).catch((error: unknown) => tell({ kind: "failed", reason: errorText(error) }));
  else if (data.kind === "stop") isStopped = true;
  else if (data.kind === "rows") {
    const rows = run ? listedRows(run, data) : [];
    tell({ kind: "rows", id: data.id, rows });
  } else {
    tell({ kind: "text", id: data.id, text: textOf(data.kind) });
  }
};

function textOf(kind: "csv" | "signed"): string {
  if (kind === "csv") return run ? csvOf(run.groups.all, run instanceof Run) : "";
  return run instanceof Run ? signedList(run) : "";
}
