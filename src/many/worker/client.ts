import { trustedScriptUrl } from "../../trusted-script-url";
import type { ManyInput } from "../judge";
import type { ListedRow } from "../listed-rows";
import type { Summary } from "../report/summary";
import type { Ask, Tell } from "./messages";
import workerUrl from "./worker?worker&url";

/** A file that is read or was read, to be asked for its rows. */
export interface ManyWork {
  stop(): void;
  rows(group: string, from: number, count: number): Promise<readonly ListedRow[]>;
  /** Every row that is kept, as comma-separated values. */
  csv(): Promise<string>;
  /** Every unsigned URL that is kept, signed, one a line. */
  signed(): Promise<string>;
  /** Ends the worker, and with it everything that it knows. */
  end(): void;
}

interface Listener {
  onSummary(summary: Summary): void;
  onFailed(reason: string): void;
}

/** Reads a file in a worker of its own, which is told the secret and has no way to send anything. */
export function startMany(file: Blob, input: ManyInput, { onSummary, onFailed }: Listener): ManyWork {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: "module", name: "many" });
  const ask = (message: Ask) => worker.postMessage(message);
  const answers = new Map<number, (told: Tell) => void>();
  let asked = 0;
  const answer = <T>(pick: (told: Tell) => T, message: (id: number) => Ask): Promise<T> =>
    new Promise((resolve) => {
      const id = ++asked;
      answers.set(id, (told) => resolve(pick(told)));
      ask(message(id));
    });
  worker.onmessage = ({ data }: MessageEvent<Tell>) => {
    if (data.kind === "summary") onSummary(data.summary);
    else if (data.kind === "failed") onFailed(data.reason);
    else {
      answers.get(data.id)?.(data);
      answers.delete(data.id);
    }
  };
  worker.onerror = () => onFailed("the worker could not be started");
  ask({ kind: "start", file, input });
  const text = (told: Tell) => (told.kind === "text" ? told.text : "");
  return {
    stop: () => ask({ kind: "stop" }),
    rows: (group, from, count) =>
      answer(
        (told) => (told.kind === "rows" ? told.rows : []),
        (id) => ({ kind: "rows", id, group, from, count }),
      ),
    csv: () => answer(text, (id) => ({ kind: "csv", id })),
    signed: () => answer(text, (id) => ({ kind: "signed", id })),
    end: () => worker.terminate(),
  };
}
