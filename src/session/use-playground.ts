import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useReducer, useSyncExternalStore } from "react";
import type { Scheme } from "../schemes/scheme";
import { hasWebCrypto } from "../signing/hmac";
import { check, joinParts, type Reading, readPaste } from "../signing/sign";
import type { HashName, Part, Problem, Settings, SigningRequest } from "../signing/types";
import { pageProblem } from "./page-notes";
import { forgetResults, type Revisions, signatureQuery, warmUpDiagnosis } from "./queries";
import { onSecretEdited, replaceSecret, type SecretFacts, secretFacts, subscribeSecret } from "./secret";
import { settle } from "./settle";
import { type Change, changeState, type State } from "./state";

export type VerdictName = "empty" | "problem" | "unsigned" | "valid" | "mismatch";

/** All that the page shows, from what the controls hold. */
export interface Playground {
  readonly state: State;
  readonly change: (change: Change) => void;
  /** What the URL field holds now; rendered with its signature where that is there at once. */
  readonly type: (pasted: string) => void;
  readonly secret: SecretFacts;
  readonly reading: Reading;
  readonly request: SigningRequest | null;
  readonly problem: Problem | null;
  /** The hash that signs; a token's length decides before the user's choice. */
  readonly hash: HashName;
  /** Lower-case hex; empty while there is none. */
  readonly signature: string;
  readonly signedParts: readonly Part[];
  readonly signedUrl: string;
  /** True while the signature of the present inputs is being made: nothing older is shown meanwhile. */
  readonly busy: boolean;
  readonly verdict: VerdictName;
  /** What results are keyed by. */
  readonly revisions: Revisions;
  /** Drops the secret, everything made of it, and every search that knows it. */
  readonly forget: () => void;
}

/** What a panel that shows or changes all of it is given. */
export interface PlaygroundProps {
  readonly playground: Playground;
}

const NO_PARTS: readonly Part[] = [];

/** The controls' state as last rendered, so that a crash loses nothing that was typed but the secret. */
export let lastState: State | null = null;

export function usePlayground(first: () => State): Playground {
  const [state, change] = useReducer(changeState, undefined, first);
  lastState = state;
  const client = useQueryClient();
  const type = useCallback(
    (pasted: string) => {
      const next = changeState(lastState ?? first(), { pasted });
      void settle(startSignature(client, next), () => change({ pasted }));
    },
    [client, first],
  );
  useEffect(() => onSecretEdited(() => startSignature(client, lastState ?? first())), [client, first]);
  const secret = useSyncExternalStore(subscribeSecret, secretFacts, secretFacts);
  const { scheme, pasted, settings } = state;
  const reading = useMemo(() => readOnce(scheme, pasted, settings), [scheme, pasted, settings]);
  const request = reading.request.ok ? reading.request.value : null;
  const problem = useMemo(() => pageProblem(pasted, reading), [pasted, reading]);
  const hash = request?.hash ?? state.hash;
  const hasSecret = secret.bytes > 0;
  const signed = Boolean(request?.found);
  useEffect(() => {
    if (signed) warmUpDiagnosis();
  }, [signed]);
  const forget = useCallback(() => {
    replaceSecret(false);
    forgetResults(client);
  }, [client]);
  const revisions = { inputs: state.revision, secret: secret.revision, others: secret.others };
  const query = useQuery(signatureQuery(request, hash, revisions, hasSecret));
  const signature = request && hasSecret && !problem ? (query.data ?? "") : "";
  const busy = request !== null && hasSecret && !problem && signature === "";
  const signedParts = useMemo(
    () => (request && signature ? scheme.assemble(request, signature) : NO_PARTS),
    [scheme, request, signature],
  );
  return {
    state,
    change,
    type,
    secret,
    reading,
    request,
    problem,
    hash,
    signature,
    signedParts,
    signedUrl: useMemo(() => joinParts(signedParts), [signedParts]),
    busy,
    verdict: problem || !request ? "problem" : signature === "" ? "empty" : check(request, signature),
    revisions,
    forget,
  };
}

let lastRead: { readonly of: readonly [Scheme, string, Settings]; readonly reading: Reading } | null = null;

/** The reading that a keystroke has made serves its rendering, too. */
function readOnce(...of: readonly [Scheme, string, Settings]): Reading {
  if (lastRead?.of.every((part, index) => part === of[index])) return lastRead.reading;
  const reading = readPaste(...of);
  lastRead = { of, reading };
  return reading;
}

/** Begins the signature that a rendering of `state` will ask for. */
async function startSignature(client: QueryClient, state: State): Promise<void> {
  const { request } = readOnce(state.scheme, state.pasted, state.settings);
  const facts = secretFacts();
  if (!request.ok || facts.bytes === 0 || !hasWebCrypto()) return;
  const revisions = { inputs: state.revision, secret: facts.revision, others: facts.others };
  await client.prefetchQuery(
    signatureQuery(request.value, request.value.hash ?? state.hash, revisions, true),
  );
}
