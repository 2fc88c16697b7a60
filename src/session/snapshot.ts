import type { ValidRequest } from "../diagnosis/edit/edit";
import type { Reading } from "../signing/sign";
import { joinUrl } from "../signing/url-text";
import { isExamples } from "./demo";
import { typedTexts } from "./fields";
import type { Revisions } from "./queries";
import { holdsSecret } from "./secret/holds-secret";
import type { SecretHome } from "./secret/secret";
import type { SecretFacts } from "./secret/secret-facts";
import type { Several } from "./several";
import type { State } from "./state";

/** All that a page holds, at one moment. */
export interface Snapshot {
  readonly state: State;
  readonly secret: SecretFacts;
  /** The state's text as it was understood. */
  readonly reading: Reading;
  /** How many URLs the text holds, and which of them is on show. */
  readonly several: Several;
  /** True where a secret is entered that may be used: a published one does not check a signature of somebody's own. */
  readonly hasSecret: boolean;
  /** True where the URL or the API key holds the secret itself. */
  readonly holdsSecret: boolean;
  /** True where anything in the paste holds it, the URL or what stands around it. */
  readonly pasteHoldsSecret: boolean;
  /** True where a secret was typed that comes back with the case it was typed for. */
  readonly keepsSecret: boolean;
  /** True while the last change was one that a button takes back. */
  readonly undoesClick: boolean;
  /** That change in words, if the page made it by itself: “Switched to Urlbox.” Else empty. */
  readonly switched: string;
  /** The last text that was valid with the secret entered now. */
  readonly valid: ValidRequest | null;
  /** What results are keyed by. */
  readonly revisions: Revisions;
  /** Counts the examples, rows and files that were opened, and the offered URLs that were used, less those taken back: each is an entry of the browser's history. */
  readonly opened: number;
}

/** What the session alone knows. */
type Known = Pick<Snapshot, "reading" | "valid" | "several" | "undoesClick" | "switched" | "opened">;

/** The present moment of a session. The secret's text is looked at, and nothing of it is kept. */
export function lookAt(state: State, { facts, text, asideText }: SecretHome, known: Known): Snapshot {
  const { reading } = known;
  const isSigned = reading.request.ok && reading.request.value.found !== null;
  const isJudge = !facts.demo || !isSigned || isExamples(state, reading);
  const holds = (where: string) => (!facts.demo && holdsSecret(where, text)) || holdsSecret(where, asideText);
  return {
    ...known,
    state,
    secret: facts,
    hasSecret: facts.bytes > 0 && isJudge,
    holdsSecret: holds(joinUrl(reading.text)) || typedTexts(state.settings).some(holds),
    pasteHoldsSecret: holds(state.pasted),
    keepsSecret: asideText !== "" && facts.bytes === 0,
    revisions: { inputs: state.revision, secret: facts.revision, others: facts.others },
  };
}
