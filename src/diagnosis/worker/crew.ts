import type { Reply } from "./reply";

/** Who works for one caller, and how that ends: once it is settled, all its workers have ended. */
export interface Crew<R> {
  /** One worker more. */
  hire(): Worker;
  /** Starts one that may be hired soon; if not, it waits for the next caller. */
  prepare(): void;
  resolve(result: R): void;
  reject(reason: Error): void;
}

/** Hears a worker. @param onLost called where it could not be started. */
export function listen(worker: Worker, onReply: (reply: Reply) => void, onLost: () => void): void {
  worker.onmessage = ({ data }: MessageEvent<Reply>) => onReply(data);
  worker.onerror = onLost;
}

export const failed = (reason: string) => new Error(`The search failed (${reason}).`);
export const notStarted = () => new Error("The search could not be started.");
