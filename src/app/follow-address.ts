import { openAddress } from "../session/address/address";
import { loadExamples, unknownExamples } from "../session/address/linked-example";
import type { Session } from "../session/session";

/** Follows the fragment: a document may link one case after another into the same frame. */
export function followAddress(session: Session): void {
  addEventListener("hashchange", async () => {
    const unknown = unknownExamples();
    if (unknown.length > 0) await loadExamples(unknown);
    const { state, brings } = openAddress();
    if (brings) session.openFromOutside(state);
    else if (state.arrival.length > 0) session.show({ arrival: state.arrival });
    else if (state.language !== "") session.show({ language: state.language });
  });
}
