import { notifyManager, QueryClient, queryOptions } from "@tanstack/react-query";
import type { Comparison } from "../diagnosis/compare/compare";
import type { Diagnosis, DiagnosisInput, Progress } from "../diagnosis/diagnosis";
import type { ComputationName } from "../signing/computations";
import { hasWebCrypto } from "../signing/hmac";
import { check } from "../signing/sign";
import type { SigningRequest } from "../signing/types";
import type { SecretHome } from "./secret/secret";
import type { State } from "./state";

// TanStack's own scheduler waits for a timer, which costs several milliseconds a keystroke.
notifyManager.setScheduler(queueMicrotask);

/**
 * Local work: never paused offline, never retried, never kept. Keys hold revisions only, for a key is serialised and cached:
 * neither the secret nor a CryptoKey may stand in one.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 0,
        structuralSharing: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: "always", retry: false, gcTime: 0 },
    },
  });
}

export interface Revisions {
  readonly inputs: number;
  readonly secret: number;
  readonly others: number;
}

/** The signature of the present request with the present secret, lower-case hex. */
export function signatureQuery(
  home: SecretHome,
  request: SigningRequest | null,
  hash: ComputationName,
  { inputs, secret }: Revisions,
  hasSecret: boolean,
  prerendered: string | undefined,
) {
  return queryOptions({
    queryKey: ["signature", hash, inputs, secret],
    queryFn: async () => (await home.signer(hash))(request?.signingString ?? ""),
    enabled: request !== null && hasSecret && hasWebCrypto(),
    initialData: inputs === 0 && secret === 0 ? prerendered : undefined,
  });
}

/** A case as the diagnosis takes it, but for what is secret. */
export type CaseInput = Omit<DiagnosisInput, "secret" | "otherSecrets">;

/** The case that a page has on show. */
export function caseInput({
  state,
  hash,
}: {
  readonly state: State;
  readonly hash: ComputationName;
}): CaseInput {
  const { scheme, pasted, settings } = state;
  return { schemeId: scheme.id, pasted, settings, hash };
}

/** A search that is still running, with what it has done so far. */
export interface Searching extends Progress {
  readonly state: "searching";
}

/** The search for the mistake behind a signature that does not match. Its workers are told the secret; no key of a query is. */
export function diagnosisQuery(home: SecretHome, input: CaseInput, revisions: Revisions) {
  return queryOptions<Diagnosis | Searching>({
    queryKey: ["diagnosis", input.hash, revisions.inputs, revisions.secret, revisions.others],
    queryFn: async ({ client, queryKey, signal }) => {
      const secrets = { secret: home.text, otherSecrets: home.otherTexts };
      const { startSearch } = await import("../diagnosis/worker/client");
      return startSearch(
        { ...input, ...secrets },
        {
          signal,
          onProgress: (progress) => client.setQueryData(queryKey, { state: "searching", ...progress }),
        },
      );
    },
  });
}

/** A string that is still being tried, with how many HMACs so far. */
export interface Trying {
  readonly kind: "trying";
  readonly tried: number;
}

/** Whether the string that the user's own code signed gives the pasted signature. */
export function compareQuery(
  home: SecretHome,
  input: CaseInput,
  revisions: Revisions,
  codeSigned: string,
  edits: number,
) {
  return queryOptions<Comparison | Trying>({
    queryKey: ["comparison", input.hash, revisions.inputs, revisions.secret, edits],
    queryFn: async ({ client, queryKey, signal }) => {
      const { startComparison } = await import("../diagnosis/worker/client");
      const secrets = { secret: home.text, otherSecrets: home.otherTexts };
      return startComparison({ ...input, ...secrets }, codeSigned, {
        signal,
        onTried: (tried) => client.setQueryData(queryKey, { kind: "trying", tried }),
      });
    },
    enabled: codeSigned !== "",
  });
}

/**
 * Which of several requests carries the right signature; `null` where none does. `place` names the list, because the page may
 * show several at a time.
 */
export function rightRequestQuery(
  home: SecretHome,
  requests: readonly SigningRequest[],
  hash: ComputationName,
  { inputs, secret }: Revisions,
  place: string,
  enabled: boolean,
) {
  return queryOptions({
    queryKey: ["right request", hash, inputs, secret, place],
    queryFn: async () => {
      const sign = await home.signer(hash);
      for (const request of requests)
        if (check(request, await sign(request.signingString)) === "valid") return request;
      return null;
    },
    enabled,
  });
}

/** Starts the search's worker when a mismatch becomes likely: starting it is most of a cold search. */
export function warmUpDiagnosis(): void {
  void import("../diagnosis/worker/client").then(({ warmUp }) => warmUp());
}

/** Ends every search and its workers, and empties the caches. */
export function forgetResults(client: QueryClient): void {
  void client.cancelQueries();
  client.clear();
  void import("../diagnosis/worker/client").then(({ endWorkers }) => endWorkers());
}
