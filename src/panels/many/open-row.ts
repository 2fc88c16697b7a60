import type { Row } from "../../many/groups";
import { HIDDEN } from "../../many/report/hide-secrets";
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
  // By then the case is shown in place of this list. It is read from its top, wherever the list was scrolled to.
  setTimeout(() => {
    scrollTo(0, 0);
    focusVerdict();
  });
}
