import type { PlaygroundProps } from "../../session/use-playground";
import { groupDigits } from "../../signing/wording/group-digits";
import { CopyButton } from "../../ui/copy-button";
import { Later } from "../../ui/later";
import { Specimen } from "../specimen";
import { OpenLink } from "./open-link";
import { missing, Step, sourceOf } from "./step";

/** The URL with its signature: of one that came with another signature, what it should be. */
export function UrlStep({ playground, compact }: PlaygroundProps & { readonly compact: boolean }) {
  const { request, secret, hasSecret, state, signedUrl, signedParts, held, missed } = playground;
  const { length } = signedUrl || held.signedUrl;
  return (
    <Step
      number={3}
      title={request?.found && hasSecret ? "The URL as this secret signs it" : "Signed URL"}
      sentence={compact ? "" : state.scheme.steps.place}
      source={sourceOf(state.scheme)}
      actions={
        <>
          {!compact && (
            <Later>
              <OpenLink url={signedUrl} />
            </Later>
          )}
          <CopyButton
            what="signed URL"
            text={signedUrl}
            shortcut="Alt+3"
            look={secret.demo || missed ? "plain" : "strong"}
          />
        </>
      }
      foot={length > 0 && <span>{groupDigits(length)} characters</span>}
    >
      <Specimen
        testId="signed-url"
        label="Signed URL"
        parts={signedParts}
        empty={missing(playground)}
        hold={held.signedUrl}
      />
    </Step>
  );
}
