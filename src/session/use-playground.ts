import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { Explained } from "../diagnosis/diagnosis";
import type { ValidRequest } from "../diagnosis/edit/edit";
import type { Scheme } from "../schemes/scheme";
import type { ComputationName } from "../signing/computations";
import { check, joinParts } from "../signing/sign";
import type { Part, Problem, SigningRequest } from "../signing/types";
import { withoutBreaks } from "../signing/url-text";
import { type Held, placeholders } from "./held";
import { hashMissed } from "./notes/named-hash";
import { otherVendor } from "./notes/other-vendor";
import { pageProblem } from "./page-problem";
import { warmUpDiagnosis } from "./queries";
import type { Session } from "./session";
import type { Snapshot } from "./snapshot";
import { useSession } from "./use-session";
import type { VerdictName } from "./verdict";
import { isWaiting } from "./waiting";

/** All that the page shows, from what the session holds. */
export interface Playground extends Snapshot {
  readonly session: Session;
  readonly request: SigningRequest | null;
  readonly problem: Problem | null;
  /** The hash that signs; a token's length decides before the user's choice. */
  readonly hash: ComputationName;
  /** Lower-case hex; empty while there is none. */
  readonly signature: string;
  readonly signedParts: readonly Part[];
  readonly signedUrl: string;
  /** True while the text waits to be read. */
  readonly reads: boolean;
  /** True while the answer to the present inputs is not settled: their signature is being made, the text read, or the secret typed. */
  readonly busy: boolean;
  readonly verdict: VerdictName;
  /** The hash that the vendor's own answer in the paste asks for, where another one signs; else `null`. */
  readonly missed: ComputationName | null;
  /** The vendor to whom the URL leads, where another's rule is chosen. */
  readonly foreign: Scheme | undefined;
  /** What the signature and the signed URL will look like, while they are being made. */
  readonly held: Held;
  /** What was changed in a text that was valid, where that is why it is valid no more; else `null`. */
  readonly edited: Explained | null;
  /** The text that was valid, where its signature stands in another one now: this secret made it. Else `null`. */
  readonly before: ValidRequest | null;
}

/** What a panel that shows or changes all of it is given. */
export interface PlaygroundProps {
  readonly playground: Playground;
}

const NO_PARTS: readonly Part[] = [];
const NOTHING_HELD: Held = { signature: "", signedUrl: "" };

export function usePlayground(): Playground {
  const session = useSession();
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot, session.snapshot);
  const { state, secret, reading, hasSecret, valid } = snapshot;
  const request = reading.request.ok ? reading.request.value : null;
  const { pasted } = state;
  const isReading = isWaiting(reading);
  const problem = useMemo(
    () => (isWaiting(reading) ? null : pageProblem(pasted, reading)),
    [pasted, reading],
  );
  const signed = Boolean(request?.found);
  useEffect(() => {
    if (signed) warmUpDiagnosis();
  }, [signed]);
  const query = useQuery(session.signature());
  const signature = request && hasSecret && !problem ? (query.data ?? "") : "";
  const isSigning = request !== null && hasSecret && !problem && signature === "";
  const { scheme } = state;
  const signedParts = useMemo(
    () => (request && signature ? scheme.assemble(request, signature) : NO_PARTS),
    [scheme, request, signature],
  );
  const found = request && signature ? check(request, signature) : null;
  // Until its last character is typed every secret is wrong: that is no answer yet.
  const isTyping = found === "mismatch" && secret.typing;
  const hash = request?.hash ?? state.hash;
  const busy = isReading || isSigning || isTyping;
  return {
    ...snapshot,
    session,
    request,
    problem,
    hash,
    signature,
    signedParts,
    signedUrl: useMemo(() => joinParts(signedParts), [signedParts]),
    reads: isReading,
    busy,
    verdict: problem ? "problem" : found === null || isTyping ? "empty" : found,
    missed: useMemo(() => hashMissed({ scheme, pasted }, reading, hash), [scheme, pasted, reading, hash]),
    foreign: useMemo(() => otherVendor(scheme, reading.text), [scheme, reading]),
    held: useMemo(
      () => (busy && request ? placeholders(scheme, request, hash) : NOTHING_HELD),
      [busy, scheme, request, hash],
    ),
    before:
      found === "mismatch" && valid && withoutBreaks(request?.found?.text ?? "") === valid.signature
        ? valid
        : null,
    edited: useMemo(
      () => (found === "mismatch" && valid && request ? session.explainEdit(request, signature) : null),
      [session, found, valid, request, signature],
    ),
  };
}
