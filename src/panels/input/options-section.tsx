import { type FocusEvent, useCallback, useState } from "react";
import type { MarkedOption } from "../../diagnosis/where/options";
import type { PlaygroundProps } from "../../session/use-playground";
import { countOptions } from "../../signing/edit-query";
import { replaceUrl } from "../../signing/sign";
import type { UrlText } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";
import { groupDigits } from "../../signing/wording/group-digits";
import { FoldMark } from "../../ui/fold-mark";
import { Later } from "../../ui/later";
import { LinkFields } from "./link-fields";
import { OptionsPanel } from "./options-table";
import { useWide } from "./use-wide";

interface QueryOptionsProps extends PlaygroundProps {
  /** What happened to some of them. */
  readonly marks: readonly MarkedOption[];
}

/** Which parameter stands at `start` of the URL; `null` where that is in front of its query. */
function rowAt({ origin, path, query }: UrlText, start: number): number | null {
  const at = start - origin.length - path.length - 1;
  return query === null || at < 0 || at >= query.length ? null : countOptions(query.slice(0, at)) - 1;
}

/** The options of the link that is sent: the typed one, or the one that was built. Folded where the answer stands below. */
export function QueryOptions({ playground: { session, state, reading, request }, marks }: QueryOptionsProps) {
  const wide = useWide();
  const [editing, setEditing] = useState(false);
  const text = request?.built ? request.unsigned : reading.text;
  const onText = useCallback(
    (changed: UrlText, run: string | null) => {
      const url = joinUrl(changed);
      session.edit({ pasted: request?.built ? url : replaceUrl(state.pasted, reading, url) }, { run });
    },
    [session, request, state.pasted, reading],
  );
  const onQuery = useCallback(
    (query: string | null, run: string | null) => onText({ ...text, query }, run),
    [text, onText],
  );
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) =>
    setEditing(currentTarget.contains(relatedTarget));
  if (text.origin === "" || (reading.takesSettings && !request)) return null;
  const count = countOptions(text.query);
  const { signatureParameter } = state.scheme;
  const last = text.query?.slice(text.query.lastIndexOf("&") + 1);
  const signedLast =
    signatureParameter !== null &&
    request?.found?.misplaced === null &&
    last?.startsWith(`${signatureParameter}=`);
  const head = (
    <>
      <h2 className="font-semibold">Options</h2>
      <span className="text-sm text-soft tabular-nums">{groupDigits(count)}</span>
    </>
  );
  const table = (
    <Later now={editing}>
      {/* Of a link that is built here they stand beside the page’s address. */}
      {!reading.takesSettings && <LinkFields scheme={state.scheme} text={text} onText={onText} />}
      <OptionsPanel
        query={text.query}
        known={state.scheme.options}
        marks={marks}
        signatureAt={signedLast ? count - 1 : null}
        signatureRow={request?.found && !request.built ? rowAt(text, request.found.start) : null}
        onChange={onQuery}
      />
    </Later>
  );
  return (
    <section aria-label="Options" className="still min-w-0" onFocus={() => setEditing(true)} onBlur={onBlur}>
      {wide ? (
        <>
          <div className="flex items-baseline justify-between">{head}</div>
          {table}
        </>
      ) : (
        <details className="group lg:hidden">
          <summary className="flex list-none items-baseline pointer-coarse:min-h-11 pointer-coarse:py-2">
            <FoldMark />
            <div className="flex items-baseline gap-2">{head}</div>
          </summary>
          {table}
        </details>
      )}
    </section>
  );
}
