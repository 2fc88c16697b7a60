import type fc from "fast-check";
import type { Scheme } from "./scheme";

/** Text for the parts of a URL, drawn at random: what people paste, what breaks naive code, and any UTF-16 unit at all. */
export interface Texts {
  readonly path: fc.Arbitrary<string>;
  readonly query: fc.Arbitrary<string>;
  readonly fragment: fc.Arbitrary<string>;
}

/** What the tests that run for every scheme need to know of one: each folder's `testing.ts` has it. */
export interface SchemeTesting {
  /** A request to this vendor, or a text that is taken for one, whose signing string ends with this text. */
  urlWith(text: string): string;
  /** Requests that can be signed. They end in a letter, which keeps white space at the end from being trimmed. */
  requests(texts: Texts): fc.Arbitrary<string>;
  /** What is signed of a path and query that hold `SIGNATURE`: said here once more, by other means than the scheme's. */
  signedOf(target: string): string;
  /** How many characters at the beginning of the signing string must stay, for it to be a request at all. */
  readonly fixed: number;
}

const FOLDERS = import.meta.glob<SchemeTesting>("./*/testing.ts", { eager: true, import: "testing" });

/** @throws Error where the scheme's folder has none */
export function testingOf({ id, label }: Scheme): SchemeTesting {
  const found = FOLDERS[`./${id}/testing.ts`];
  if (!found) throw new Error(`No requests are drawn for ${label}: schemes/${id}/testing.ts is missing.`);
  return found;
}
