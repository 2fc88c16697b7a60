import type { Row } from "../../many/groups";
import { HIDDEN } from "../../many/hide-secrets";
import { findScheme } from "../../schemes";
import type { Session } from "../../session/session";
import { announce } from "../../ui/announcer";
import { focusVerdict } from "../answer/rewrite-button";

/** Puts a row on show as a case of its own. */
export function openRow(session: Session, row: Row, at: number): void {
  const scheme = findScheme(row.scheme);
  if (!scheme) return;
  if (row.url.includes(HIDDEN)) {
    announce("This URL holds a secret, so it is not opened.");
    return;
  }
  if (at > 0 || session.many.facts().listed !== "") session.many.list(session.many.facts().listed, at);
  session.openRow(row.url, scheme);
  // Its verdict is on show by then, and this list is not; where it was read has nothing to do with the case, which begins at its top.
  setTimeout(() => {
    scrollTo(0, 0);
    focusVerdict();
  });
}
