import { memo, Suspense } from "react";
import type { Session } from "../../session/session";
import type { PlaygroundProps } from "../../session/use-playground";
import { bytesInWords } from "../../signing/wording/group-digits";
import { CopyButton } from "../../ui/copy-button";
import { BytesView } from "../lazy-panels";
import { Specimen } from "../specimen";
import { Step, sourceOf } from "./step";

const NO_PARTS = [] as const;

/** What is signed, as text or as its bytes. */
export function StringStep({ playground, compact }: PlaygroundProps & { readonly compact: boolean }) {
  const { session, request, state } = playground;
  const parts = request?.signingParts ?? NO_PARTS;
  const text = request?.signingString ?? "";
  const isBytes = state.view === "bytes" && text !== "";
  return (
    <Step
      number={1}
      title="Signing string"
      sentence={compact ? "" : state.scheme.steps.message}
      source={sourceOf(state.scheme)}
      actions={<CopyButton what="signing string" text={text} shortcut="Alt+1" />}
      foot={
        text && (
          <>
            <span>{bytesInWords(text.length)}</span>
            <ViewButton name="text" view={state.view} session={session} />
            <ViewButton name="bytes" view={state.view} session={session} />
          </>
        )
      }
    >
      {isBytes && (
        <Suspense>
          <BytesView parts={parts} />
        </Suspense>
      )}
      <Specimen
        hidden={isBytes}
        testId="signing-string"
        label="Signing string"
        parts={parts}
        empty="Nothing to sign yet"
      />
    </Step>
  );
}

interface ViewButtonProps {
  readonly name: "text" | "bytes";
  readonly view: string;
  readonly session: Session;
}

const ViewButton = memo(function ViewButton({ name, view, session }: ViewButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={view === name}
      onClick={() => session.show({ view: name })}
      className="-mx-1.5 rounded-md px-1.5 pointer-coarse:min-h-11 pointer-coarse:px-3 hover:text-ink aria-pressed:font-medium aria-pressed:text-ink aria-pressed:underline aria-pressed:underline-offset-3"
    >
      {name === "text" ? "Text" : "Bytes"}
    </button>
  );
});
