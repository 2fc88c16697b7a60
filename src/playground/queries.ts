import { notifyManager, QueryClient, queryOptions } from "@tanstack/react-query";
import { hasWebCrypto, hmacHex } from "../signing/hmac";
import type { HashName, SigningRequest } from "../signing/types";
import { secretKey } from "./secret";

// Its default scheduler waits for a timer, which costs several milliseconds a keystroke.
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
}

/** The signature of the present request with the present secret, lower-case hex. */
export function signatureQuery(
  request: SigningRequest | null,
  hash: HashName,
  { inputs, secret }: Revisions,
  hasSecret: boolean,
) {
  return queryOptions({
    queryKey: ["signature", hash, inputs, secret],
    queryFn: async () => hmacHex(await secretKey(hash), request?.signingString ?? ""),
    enabled: request !== null && hasSecret && hasWebCrypto(),
    initialData: inputs === 0 && secret === 0 ? prerenderedSignature : undefined,
  });
}

let prerenderedSignature: string | undefined;

/** The first example's signature, which the build computed with this same code, so that the first screen is whole. */
export function acceptPrerendered(signature: string): void {
  prerenderedSignature = signature;
}
