import type { Scheme } from "../../schemes/scheme";
import type { Revisions } from "../../session/queries";
import type { Several } from "../../session/several";
import type { ComputationName } from "../../signing/computations";
import type { SigningRequest } from "../../signing/types";

/** What the parts of the panel know of the case. */
export interface ClientsPanelProps {
  readonly scheme: Scheme;
  readonly request: SigningRequest;
  readonly hash: ComputationName;
  readonly pasted: string;
  readonly several: Several;
  /** The URL to be sent, where it is right; else empty. */
  readonly url: string;
  readonly revisions: Revisions;
  /** True where a secret is entered that may be used. */
  readonly hasSecret: boolean;
  readonly onUse: (url: string) => void;
}
