import { schemes } from "../../schemes";
import type { DiagnosisInput } from "../diagnosis";
import { KERNELS } from "../kernel/kernels";
import { Words } from "../kernel/words";
import { search } from "../search";

/** A case that nothing explains. */
const CASE: DiagnosisInput = {
  schemeId: schemes[0].id,
  pasted: `https://images.example.net/a%20b.jpg?width=400&title=c%20d&signature=${"0".repeat(40)}`,
  settings: {},
  hash: "SHA-1",
  secret: "rehearsal",
  otherSecrets: [],
};
/** More than this compiles nothing more. */
const MOST_TRIED = 8000;

/** Until they are compiled, each HMAC costs as much as dozens. The other hashes of the family share their code. */
const HASHES = ["SHA-1", "SHA-256", "SHA-512"] as const;
const ROUNDS = 5;
const HASHED_A_ROUND = 300;

/** While the worker waits for its search, the browser compiles what that runs. @param isOver asked every few milliseconds. */
export async function rehearse(isOver: () => boolean): Promise<void> {
  const pause = async () => {
    if (!isOver()) await new Promise((resolve) => setTimeout(resolve));
    if (isOver()) throw new Error("The rehearsal is over.");
  };
  try {
    await rehearseHashes(pause);
    await search(CASE, async ({ tried }) => {
      await pause();
      if (tried > MOST_TRIED) throw new Error("The rehearsal is over.");
    });
  } catch {
    // It has ended before its search has.
  }
}

/** First, for what is compiled around one hash has to be compiled again once another is computed. */
async function rehearseHashes(pause: () => Promise<void>): Promise<void> {
  const message = new Words();
  for (const hash of HASHES) {
    const { keys, digest } = KERNELS[hash];
    const key = keys(1);
    for (let round = 0; round < ROUNDS; round++) {
      await pause();
      message.set(`${CASE.secret}${round}`);
      key.set(0, message);
      for (let count = 0; count < HASHED_A_ROUND; count++) {
        message.set(`${CASE.pasted}&count=${count}`);
        key.hmac(0, message);
        digest(message);
      }
    }
  }
}
