import { memo, type ReactNode, Suspense, useMemo } from "react";
import type { Scheme } from "../schemes/scheme";
import type { HashName, Part } from "../signing/types";
import { CopyButton } from "../ui/copy-button";
import { PartsText, Specimen } from "../ui/specimen";
import { BytesView } from "./lazy-panels";
import { OpenLink } from "./open-link";

interface StepHeadProps {
  readonly number: number;
  readonly title: string;
  readonly sentence: string;
  readonly source: string;
}

const StepHead = memo(function StepHead({ number, title, sentence, source }: StepHeadProps) {
  return (
    <div className="min-w-0 flex-1 basis-56">
      <h2 className="text-base/8 font-semibold compact:text-[0.8125rem]/5">
        <span className="sm:not-compact:hidden">{number} · </span>
        {title}
      </h2>
      {sentence && (
        <p className="text-soft">
          {sentence}{" "}
          <a
            href={source}
            target="_blank"
            rel="noreferrer"
            className="whitespace-nowrap underline decoration-line underline-offset-3 hover:decoration-current"
          >
            Read the rule
          </a>
        </p>
      )}
    </div>
  );
});

/** The number beside the step, and the line to the next. */
const StepMark = memo(function StepMark({ number }: { readonly number: number }) {
  return (
    <>
      <span
        aria-hidden
        className="absolute top-8 bottom-0 left-4 hidden w-px bg-line sm:not-compact:block [li:last-child>&]:hidden"
      />
      <span
        aria-hidden
        className="z-1 hidden size-8 place-items-center rounded-full border border-line bg-surface text-sm font-semibold sm:not-compact:grid"
      >
        {number}
      </span>
    </>
  );
});

interface StepProps extends StepHeadProps {
  readonly actions: ReactNode;
  readonly children: ReactNode;
  readonly foot: ReactNode;
}

function Step({ actions, children, foot, ...head }: StepProps) {
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)] gap-3 pb-8 last:pb-0 compact:pb-2.5 sm:not-compact:grid-cols-[2rem_minmax(0,1fr)]">
      <StepMark number={head.number} />
      <div className="min-w-0 compact:grid compact:grid-cols-[minmax(0,auto)_minmax(0,1fr)_auto] compact:items-center compact:gap-x-3 compact:gap-y-1">
        <div className="mb-2 flex flex-wrap items-start justify-between gap-x-4 gap-y-1 compact:contents">
          <StepHead {...head} />
          <div className="flex gap-2 compact:order-1">{actions}</div>
        </div>
        <div className="min-w-0 compact:order-2 compact:col-span-3">{children}</div>
        <div className="mt-1.5 flex min-h-6 flex-wrap items-baseline gap-x-4 text-sm text-soft tabular-nums compact:mt-0 compact:min-h-0 compact:flex-nowrap compact:max-[26rem]:[&>span]:hidden compact:gap-x-3 compact:overflow-hidden compact:whitespace-nowrap compact:text-[0.8125rem]">
          {foot}
        </div>
      </div>
    </li>
  );
}

interface StepsProps {
  readonly scheme: Scheme;
  /** Without the sentences, which a document around an embed says itself. */
  readonly compact: boolean;
  readonly view: "text" | "bytes";
  readonly onView: (view: "text" | "bytes") => void;
  readonly signingParts: readonly Part[];
  readonly signingString: string;
  readonly hash: HashName;
  readonly signature: string;
  readonly signedParts: readonly Part[];
  readonly signedUrl: string;
  /** True when the URL came with a signature, so that the result is what it should be. */
  readonly checked: boolean;
  /** Said where there is nothing to show: what is missing. */
  readonly missing: string;
  /** What the signature and the signed URL will look like, while they are being made. */
  readonly hold: Readonly<Record<"signature" | "signedUrl", string>>;
}

/** Kept, for `toLocaleString` makes one at each call. */
const NUMBERS = new Intl.NumberFormat("en");

/** The pipeline: what is signed, its HMAC, and where the signature goes, each with its live value. */
export function Steps({ scheme, signature, signingString, signedUrl, hash, hold, ...props }: StepsProps) {
  const signatureParts = useMemo<readonly Part[]>(
    () => (signature ? [{ kind: "signature", text: signature }] : []),
    [signature],
  );
  const source = scheme.sources[0] ?? "";
  const sentences = props.compact ? { message: "", hmac: "", place: "" } : scheme.steps;
  const bytes = props.view === "bytes" && signingString !== "";
  return (
    <div className="min-w-0">
      {!props.compact && <Legend />}
      <ol>
        <Step
          number={1}
          title="Signing string"
          sentence={sentences.message}
          source={source}
          actions={<CopyButton what="signing string" text={signingString} shortcut="Alt+1" />}
          foot={
            signingString && (
              <>
                <span>{NUMBERS.format(signingString.length)} bytes</span>
                <ViewButton name="text" view={props.view} onView={props.onView} />
                <ViewButton name="bytes" view={props.view} onView={props.onView} />
              </>
            )
          }
        >
          {bytes && (
            <Suspense>
              <BytesView text={signingString} />
            </Suspense>
          )}
          <Specimen
            hidden={bytes}
            testId="signing-string"
            label="Signing string"
            parts={props.signingParts}
            empty={props.missing}
          />
        </Step>
        <Step
          number={2}
          title={`HMAC-${hash.replace("-", "")}`}
          sentence={sentences.hmac}
          source={source}
          actions={<CopyButton what="signature" text={signature} shortcut="Alt+2" />}
          foot={
            (signature || hold.signature) && (
              <>
                <span>{(signature || hold.signature).length} hex digits, by WebCrypto</span>
                <Formula hash={hash} keyName={scheme.secretLabel} parts={props.signingParts} />
              </>
            )
          }
        >
          <Specimen
            testId="signature"
            label="Signature"
            parts={signatureParts}
            large
            empty={props.missing}
            hold={hold.signature}
          />
        </Step>
        <Step
          number={3}
          title={props.checked ? "What the URL should be" : "Signed URL"}
          sentence={sentences.place}
          source={source}
          actions={
            <>
              <OpenLink url={signedUrl} />
              <CopyButton what="signed URL" text={signedUrl} shortcut="Alt+3" look="strong" />
            </>
          }
          foot={
            (signedUrl || hold.signedUrl) && (
              <span>{NUMBERS.format((signedUrl || hold.signedUrl).length)} characters</span>
            )
          }
        >
          <Specimen
            testId="signed-url"
            label="Signed URL"
            parts={props.signedParts}
            empty={props.missing}
            hold={hold.signedUrl}
          />
        </Step>
      </ol>
    </div>
  );
}

const LEGEND = ["path", "query", "key", "signature"] as const;

/** The colours' names; pointing at one or focusing it lights up every occurrence. */
const Legend = memo(function Legend() {
  return (
    <ul aria-label="Parts" data-screen className="-mx-2 mb-4 flex flex-wrap gap-x-1 text-sm">
      {LEGEND.map((part) => (
        <li key={part}>
          <button
            type="button"
            data-part={part}
            title={`Show the ${part} wherever it occurs`}
            className="rounded-md px-2 py-0.5 pointer-coarse:min-h-11"
          >
            <span aria-hidden>■ </span>
            {part}
          </button>
        </li>
      ))}
    </ul>
  );
});

/** Longer messages are cut in the formula: they stand whole in the step above. */
const MOST_IN_FORMULA = 60;

const Formula = memo(function Formula({
  hash,
  keyName,
  parts,
}: {
  readonly hash: HashName;
  readonly keyName: string;
  readonly parts: readonly Part[];
}) {
  let left = MOST_IN_FORMULA;
  const shown = parts.flatMap((part) => {
    const text = part.text.slice(0, left);
    left -= text.length;
    return text === "" ? [] : [{ ...part, text }];
  });
  return (
    <span className="specimen compact:hidden">
      HMAC-{hash.replace("-", "")}(<span data-part="key">{keyName}</span>, <PartsText parts={shown} />
      {left === 0 && "…"})
    </span>
  );
});

const ViewButton = memo(function ViewButton({
  name,
  view,
  onView,
}: {
  readonly name: "text" | "bytes";
  readonly view: string;
  readonly onView: (view: "text" | "bytes") => void;
}) {
  return (
    <button
      type="button"
      aria-pressed={view === name}
      onClick={() => onView(name)}
      className="-mx-1.5 rounded-md px-1.5 hover:text-ink aria-pressed:font-medium aria-pressed:text-ink aria-pressed:underline aria-pressed:underline-offset-3"
    >
      {name === "text" ? "Text" : "Bytes"}
    </button>
  );
});
