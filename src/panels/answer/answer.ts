import type { Explained } from "../../diagnosis/diagnosis";
import type { Mark } from "../../diagnosis/where/mark";
import type { Where } from "../../diagnosis/where/where";
import type { Reading } from "../../signing/sign";
import type { SigningRequest } from "../../signing/types";

/** What the diagnosis of a request found, for all panels that show it. */
export interface Answer {
  readonly request: SigningRequest;
  readonly diagnosis: Explained;
  readonly where: Where;
}

/** A request that no secret makes valid, and where that shows. */
export interface Impossible {
  readonly request: SigningRequest;
  readonly where: Pick<Where, "marks" | "options">;
}

/** Marks of a URL as marks of the paste in which it stands; none where it stands there in another spelling. */
export function marksIn({ place }: Reading, { marks }: Pick<Where, "marks">): Mark[] {
  if (!place) return [];
  return marks.map(({ start, end, mistake }) => ({
    start: start + place.start,
    end: end + place.start,
    mistake,
  }));
}
