import { queryOptions } from "@tanstack/react-query";
import type { Scheme } from "../schemes/scheme";
import { type ComputationName, sign } from "../signing/computations";
import { readPaste } from "../signing/read-paste";
import type { SigningRequest } from "../signing/types";
import { exampleSettings } from "./fields";

/** A request whose secret is published, so that code may hold both. */
export interface KnownCase {
  readonly request: SigningRequest;
  readonly secret: string;
}

/** The scheme's first example. */
export function firstExample(scheme: Scheme): KnownCase | null {
  const [example] = scheme.examples;
  const { request } = readPaste(scheme, example.url, exampleSettings(example));
  return request.ok ? { request: request.value, secret: example.secret } : null;
}

/** The signature of a known case, lower-case hex. `inputs` counts what changed its request; 0 where nothing can. */
export function knownAnswerQuery(
  scheme: Scheme,
  known: KnownCase | null,
  hash: ComputationName,
  inputs: number,
) {
  return queryOptions({
    queryKey: ["known answer", scheme.id, hash, inputs],
    queryFn: async () => (known ? sign(hash, known.secret, known.request.signingString) : ""),
    enabled: known !== null,
  });
}
