import { memo, Suspense, useId, useMemo, useState } from "react";
import type { Scheme } from "../../schemes/scheme";
import { groupDigits } from "../../signing/group-digits";
import type { HashName, Part } from "../../signing/types";
import { CopyButton } from "../../ui/copy-button";
import { Later } from "../../ui/later";
import { BytesView } from "../lazy-panels";
import { Specimen } from "../specimen";
import { Formula } from "./formula";
import { Legend } from "./legend";
import { OpenLink } from "./open-link";
import { Step } from "./step";

interface StepsProps {
  readonly scheme: Scheme;
  /** Without the sentences, which a document around an embed says itself. */
  readonly compact: boolean;
  /** True after a diagnosis, which says all that most came for: one line is left. */
  readonly folds: boolean;
  readonly view: "text" | "bytes";
  readonly onView: (view: "text" | "bytes") => void;
  readonly signingParts: readonly Part[];
  readonly signingString: string;
  readonly hash: HashName;
  readonly signature: string;
  readonly signedParts: readonly Part[];
  readonly signedUrl: string;
  /** True while a published secret signs: no account takes what it makes. */
  readonly demo: boolean;
  /** True when the URL came with a signature, so that the result is what it should be. */
  readonly checked: boolean;
  /** Said where there is nothing to show: what is missing. */
  readonly missing: string;
  /** What the signature and the signed URL will look like, while they are being made. */
  readonly hold: Readonly<Record<"signature" | "signedUrl", string>>;
}

/** The pipeline: what is signed, its HMAC, and where the signature goes, each with its live value. */
export function Steps({ scheme, signature, signingString, signedUrl, hash, hold, ...props }: StepsProps) {
  const signatureParts = useMemo<readonly Part[]>(
    () => (signature ? [{ kind: "signature", text: signature }] : []),
    [signature],
  );
  const source = scheme.sources[0] ?? "";
  const sentences = props.compact ? { message: "", hmac: "", place: "" } : scheme.steps;
  const bytes = props.view === "bytes" && signingString !== "";
  const id = useId();
  const [unfolded, setUnfolded] = useState(false);
  const isOpen = !props.folds || unfolded;
  return (
    <div className="min-w-0">
      {props.folds && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setUnfolded(!unfolded)}
          className={`font-medium text-soft hover:text-ink pointer-coarse:min-h-11 ${isOpen ? "mb-3" : ""}`}
        >
          <span aria-hidden className={`mr-2 inline-block text-quiet ${isOpen ? "rotate-90" : ""}`}>
            ›
          </span>
          How it is signed: string → HMAC → URL
        </button>
      )}
      <div id={id} className={isOpen ? "" : "off-screen"}>
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
                  <span>{groupDigits(signingString.length)} bytes</span>
                  <ViewButton name="text" view={props.view} onView={props.onView} />
                  <ViewButton name="bytes" view={props.view} onView={props.onView} />
                </>
              )
            }
          >
            {bytes && (
              <Suspense>
                <BytesView parts={props.signingParts} />
              </Suspense>
            )}
            <Specimen
              hidden={bytes}
              testId="signing-string"
              label="Signing string"
              parts={props.signingParts}
              empty="Nothing to sign yet"
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
                  <Later>
                    <Formula hash={hash} keyName={scheme.secretLabel} parts={props.signingParts} />
                  </Later>
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
                {!props.compact && (
                  <Later>
                    <OpenLink url={signedUrl} />
                  </Later>
                )}
                <CopyButton
                  what="signed URL"
                  text={signedUrl}
                  shortcut="Alt+3"
                  look={props.demo ? "plain" : "strong"}
                />
              </>
            }
            foot={
              (signedUrl || hold.signedUrl) && (
                <span>{groupDigits((signedUrl || hold.signedUrl).length)} characters</span>
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
    </div>
  );
}

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
      className="-mx-1.5 rounded-md px-1.5 pointer-coarse:min-h-11 pointer-coarse:px-3 hover:text-ink aria-pressed:font-medium aria-pressed:text-ink aria-pressed:underline aria-pressed:underline-offset-3"
    >
      {name === "text" ? "Text" : "Bytes"}
    </button>
  );
});
