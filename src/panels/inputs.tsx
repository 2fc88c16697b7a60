import { type ReactNode, Suspense, useLayoutEffect, useRef } from "react";
import type { Mark } from "../diagnosis/where/mark";
import type { PlaygroundProps } from "../session/use-playground";
import { Button } from "../ui/button";
import { Choices } from "./input/choices";
import { SecretField } from "./input/secret-field";
import { UrlField } from "./input/url-field";
import { useEditing } from "./input/use-editing";
import { useNarrow } from "./input/use-wide";
import { OtherHash, SchemeFields } from "./lazy-panels";

interface InputsProps extends PlaygroundProps {
  /** Where mistakes show in the URL field. */
  readonly marks: readonly Mark[];
  /** True in the embed, where a document says what stands here. */
  readonly compact: boolean;
  readonly locksScheme: boolean;
  readonly hidden: boolean;
  /** What is to be said of the URL. */
  readonly children: ReactNode;
}

/** What the user gives: scheme, URL, secret. On a narrow screen two lines are left of it once there is an answer. */
export function Inputs({ playground, marks, compact, locksScheme, hidden, children }: InputsProps) {
  const { session, state, reading, request, hash, secret, verdict, busy } = playground;
  // Each URL of a file decides for itself.
  const decided = state.isMany ? null : (request?.hash ?? null);
  const hashShown = decided && state.hashChosenFor !== state.pasted ? decided : state.hash;
  const isAnswered = !busy && (verdict === "mismatch" || verdict === "valid");
  const { isEditing, setEditing, handlers } = useEditing();
  const narrow = useNarrow();
  const folds = narrow && !compact && isAnswered && !isEditing && !state.isMany;
  const box = useRef<HTMLDivElement>(null);
  // The inputs have shrunk to two lines: whoever was at work in them is scrolled there.
  useLayoutEffect(() => {
    if (folds && box.current?.contains(document.activeElement))
      box.current.scrollIntoView({ block: "nearest" });
  }, [folds]);
  return (
    <div
      {...handlers}
      ref={box}
      data-folded={folds || undefined}
      hidden={hidden}
      className={`${hidden ? "hidden" : "flex"} min-w-0 scroll-m-3 flex-col self-start compact:gap-3 compact:min-[45rem]:sticky compact:min-[45rem]:top-3 ${
        folds ? "relative rounded-box border border-edge bg-surface py-1" : "gap-5"
      }`}
    >
      <div className="folded:hidden">
        <Choices
          scheme={state.scheme}
          locks={locksScheme}
          hash={hashShown}
          signs={hash}
          digits={decided ? (request?.found?.text.length ?? 0) : 0}
          onScheme={session.chooseScheme}
          change={session.edit}
        />
        {decided && hashShown !== hash && (
          <Suspense>
            <OtherHash playground={playground} hash={hashShown} />
          </Suspense>
        )}
      </div>
      <div className="folded:pr-16">
        {!state.isMany && (
          <UrlField
            value={state.pasted}
            parts={reading.pastedParts}
            marks={marks}
            folds={folds}
            status={request ? (request.found ? `has a ${state.scheme.signatureWord}` : "not signed yet") : ""}
            session={session}
          />
        )}
        <div className="folded:hidden">{children}</div>
      </div>
      {!state.isMany && reading.takesSettings && (
        <div className="folded:hidden">
          <Suspense>
            <SchemeFields
              fields={state.scheme.fields}
              values={state.settings}
              onChange={(settings) => session.edit({ settings }, { run: "settings" })}
            />
          </Suspense>
        </div>
      )}
      <SecretField
        session={session}
        facts={secret}
        name={state.scheme.secretLabel}
        scheme={state.scheme.label}
        variables={state.scheme.secretVariables}
        signs={request !== null && !request.found}
      />
      {folds && (
        <Button look="bare" className="absolute! top-1 right-1" onClick={() => setEditing(true)}>
          Edit
        </Button>
      )}
    </div>
  );
}
