import { useQuery } from "@tanstack/react-query";
import { signatureQuery } from "../../session/queries";
import type { Playground } from "../../session/use-playground";
import type { ComputationName } from "../../signing/computations";
import { joinParts } from "../../signing/sign";

/** The URL on show, signed with another hash; empty until that is made, and without a secret. */
export function useSignedWith(hash: ComputationName, playground: Playground): string {
  const { session, request, state, revisions, hasSecret } = playground;
  const { data } = useQuery(signatureQuery(session.secret, request, hash, revisions, hasSecret, undefined));
  return request && data ? joinParts(state.scheme.assemble(request, data)) : "";
}
