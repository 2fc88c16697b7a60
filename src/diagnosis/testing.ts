import type { Diagnosis, DiagnosisInput } from "./diagnosis";
import { search } from "./search";

/** A case as tests put it: what they do not name is ordinary. */
export function inputOf(pasted: string, more: Partial<DiagnosisInput> = {}): DiagnosisInput {
  const settings = { apiKey: "", format: "png" };
  return {
    schemeId: "libpixel",
    pasted,
    settings,
    hash: "SHA-1",
    secret: "s3cret-Key-42",
    otherSecrets: [],
    ...more,
  };
}

/** The mistakes that explain it, or its state where none do. */
export function idsIn(diagnosis: Diagnosis): string[] {
  return diagnosis.state === "explained" ? diagnosis.mistakes.map(({ id }) => id) : [diagnosis.state];
}

export async function idsOf(pasted: string, more: Partial<DiagnosisInput> = {}): Promise<string[]> {
  return idsIn(await search(inputOf(pasted, more)));
}
