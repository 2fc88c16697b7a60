import { useCallback, useLayoutEffect, useMemo } from "react";
import { findScheme } from "../../schemes";
import { pageNotes } from "../../session/notes/page-notes";
import { secretAlone } from "../../session/notes/secret-alone";
import { bareSecret } from "../../session/secret/bare-secret";
import type { PlaygroundProps } from "../../session/use-playground";
import { moveFocus } from "../../ui/move-focus";
import { focusSecret } from "../input/focus-secret";
import { tellOf } from "../input/secret-paste";
import { Notes } from "./notes";
import { useSettledNotes } from "./use-settled-notes";

interface PageNotesProps extends PlaygroundProps {
  readonly compact: boolean;
  readonly explained: boolean;
  readonly onRewrite: (pasted: string) => void;
  /** Told whether all that is to be said is said. */
  readonly onSettle: (isSettled: boolean) => void;
}

/** What is to be said of the URL, where it stands. */
export function PageNotes({ playground, compact, explained, onRewrite, onSettle }: PageNotesProps) {
  const { session, reading, request, signature, secret, state, foreign, keepsSecret } = playground;
  const { scheme, pasted, arrival } = state;
  const all = useMemo(
    () =>
      pageNotes({
        state: { scheme, pasted, arrival },
        reading,
        request,
        signature,
        secret,
        keepsSecret,
        foreign,
        compact,
        explained,
      }),
    [arrival, secret, request, keepsSecret, signature, scheme, foreign, reading, pasted, compact, explained],
  );
  const notes = useSettledNotes(pasted, all);
  const isSettled = notes.length === all.length;
  useLayoutEffect(() => {
    onSettle(isSettled);
    return () => onSettle(true);
  }, [onSettle, isSettled]);
  const onSwitch = useCallback(
    (id: string) => {
      const other = findScheme(id);
      if (other) session.edit({ scheme: other });
    },
    [session],
  );
  const onBare = useCallback(() => {
    session.secret.putAnother(bareSecret(session.secret.text));
    focusSecret();
  }, [session]);
  const onMove = useCallback(() => {
    session.secret.putAnother(secretAlone(session.snapshot().state.pasted));
    tellOf(session.secret);
    session.edit({ pasted: "" });
    moveFocus(document.getElementById("url"));
  }, [session]);
  if (notes.length === 0) return null;
  return <Notes notes={notes} onRewrite={onRewrite} onSwitch={onSwitch} onBare={onBare} onMove={onMove} />;
}
