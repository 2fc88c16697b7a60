import type { Note, SigningRequest } from "../../signing/types";
import { readPath } from "./render-link";

/** A whole token in the place of the API key, with none behind it: the key may have been left out. `signature`: the right one, or empty. */
export function keyNote({ unsigned, found, built }: SigningRequest, signature: string): Note[] {
  const { apiKey } = readPath(unsigned.path);
  if (found || built || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(apiKey)) return [];
  const isToken = apiKey.toLowerCase() === signature;
  return [
    {
      kind: "key-like-token",
      risk: true,
      sentence: isToken
        ? "The API key is missing: what stands in its place is this query’s token, made with this secret. Write the key before it: /v1/API_KEY/TOKEN/FORMAT."
        : `What stands where the API key belongs has the ${apiKey.length} digits of a token. If the key was left out, write it before them: /v1/API_KEY/TOKEN/FORMAT.`,
    },
  ];
}
