import { queryOptions } from "@tanstack/react-query";
import type { KnownText } from "../diagnosis/known/known";
import type { PublicAnswer } from "../diagnosis/known/public-search";
import type { CaseInput, Revisions } from "./queries";

/** What is known of a signed URL while nobody has entered its secret. */
export interface Known extends KnownText {
  /** `null` while public keys are tried. */
  readonly answer: PublicAnswer | null;
}

/** Milliseconds without an edit of the URL before it is looked at: each look costs a worker. */
const SETTLED = 150;

/** What is known without a secret: at once what the text says, then what public keys give. */
export function knownQuery(input: CaseInput, { inputs }: Revisions) {
  return queryOptions<Known>({
    queryKey: ["known", input.hash, inputs],
    queryFn: async ({ client, queryKey, signal }) => {
      await new Promise((resolve) => setTimeout(resolve, SETTLED));
      const { startPublicSearch } = await import("../diagnosis/worker/client");
      let known: Known = { facts: [], claims: null, answer: null };
      const onText = (text: KnownText) => {
        known = { ...text, answer: null };
        client.setQueryData(queryKey, known);
      };
      const answer = await startPublicSearch(input, { signal, onText });
      return { ...known, answer };
    },
  });
}
