import { mistakesOf } from "../diagnosis/registry";
import { schemes } from "../schemes";
import type { Scheme } from "../schemes/scheme";
import { type ComputationName, sign } from "../signing/computations";
import { readPaste } from "../signing/read-paste";
import { joinParts } from "../signing/sign";
import { exampleOf } from "./wrong-url";

/** A row of the published vectors, for authors of clients. Their secrets are published, too. */
export interface SigningVector {
  /** To be signed, or signed wrongly where `mistakes` says how. */
  readonly url: string;
  /** Its UTF-8 bytes are the key. */
  readonly secret: string;
  readonly hash: ComputationName;
  /** What is signed: ASCII, percent-encoded as it is sent. */
  readonly signingString: string;
  /** Lower-case hex. */
  readonly signature: string;
  readonly signedUrl: string;
  /** Of a wrong one: the ids of the mistakes in it. */
  readonly mistakes?: readonly string[];
  /** Where a right one was published. */
  readonly source?: string;
}

/** Each scheme's folder holds those that were published for it. */
const PUBLISHED = import.meta.glob<readonly SigningVector[]>("../schemes/*/vectors.json", {
  eager: true,
  import: "default",
});

/** The vectors of a scheme: those that its vendor or its clients published, then one wrong URL for each mistake. */
export async function vectorsOf(scheme: Scheme): Promise<SigningVector[]> {
  const examples = await Promise.all(mistakesOf(scheme).map(exampleOf));
  const rows = examples.flatMap((found) => {
    if (found?.[0] !== scheme) return [];
    const [, { url, secret, mistakes }] = found;
    return [
      rowOf(scheme, url, secret, scheme.hashes[0]).then((row) => ({ ...row, ...(mistakes && { mistakes }) })),
    ];
  });
  return [...(PUBLISHED[`../schemes/${scheme.id}/vectors.json`] ?? []), ...(await Promise.all(rows))];
}

/** What is right for this URL and this secret. */
async function rowOf(
  scheme: Scheme,
  url: string,
  secret: string,
  hash: ComputationName,
): Promise<SigningVector> {
  const { request } = readPaste(scheme, url);
  if (!request.ok) throw new Error(`${url}: ${request.problem.sentence}`);
  const { signingString, hash: decided } = request.value;
  const used = decided ?? hash;
  const signature = await sign(used, secret, signingString);
  const signedUrl = joinParts(scheme.assemble(request.value, signature));
  return { url, secret, hash: used, signingString, signature, signedUrl };
}

/** Each scheme's vectors as a file of the build, one row a line. */
export async function writeVectors(): Promise<{ readonly fileName: string; readonly source: string }[]> {
  return Promise.all(
    schemes.map(async (scheme) => {
      const rows = (await vectorsOf(scheme)).map((row) => `  ${JSON.stringify(row)}`);
      return { fileName: `vectors/${scheme.id}.json`, source: `[\n${rows.join(",\n")}\n]\n` };
    }),
  );
}
