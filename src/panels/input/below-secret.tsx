import { Suspense } from "react";
import { IDLE_MINUTES, type SecretFacts, secretSize } from "../../session/secret/secret-facts";
import type { Session } from "../../session/session";
import { SecretRemarks } from "./late-remarks";

interface BelowSecretProps {
  readonly session: Session;
  readonly facts: SecretFacts;
  /** True where there is something to sign, for which a published secret will do. */
  readonly signs: boolean;
}

/** What is to be said of the secret: what to do where there is none, its size, and the promise. */
export function BelowSecret({ session, facts, signs }: BelowSecretProps) {
  const { secret } = session;
  return (
    <>
      {(facts.isAssignment || facts.replaced > 0) && (
        <Suspense>
          <SecretRemarks secret={secret} facts={facts} />
        </Suspense>
      )}
      {/* In one place, so that nothing moves with the first character of a secret. */}
      <p className="float-right mt-1.5 ml-3 min-h-lh min-w-40 text-right text-sm text-soft tabular-nums compact:mt-1 compact:text-[0.8125rem] compact:max-[24rem]:sr-only folded:sr-only">
        {facts.expired ? (
          <span className="font-medium text-warn">Forgotten after {IDLE_MINUTES} idle minutes.</span>
        ) : facts.bytes === 0 && signs ? (
          <UseDemo session={session} />
        ) : (
          secretSize(facts)
        )}
      </p>
      <p
        id="secret-promise"
        className="mt-1.5 text-sm text-soft compact:mt-1 compact:text-[0.8125rem] compact:max-[24rem]:sr-only folded:sr-only"
      >
        <span className="inline-block">Stays in this tab.</span>{" "}
        <span className="inline-block">Never stored, never sent.</span>
      </p>
    </>
  );
}

function UseDemo({ session }: Pick<BelowSecretProps, "session">) {
  return (
    <>
      or{" "}
      <button
        type="button"
        className="underline decoration-line underline-offset-3 hover:text-ink pointer-coarse:-my-3 pointer-coarse:min-h-11"
        onClick={session.useDemo}
      >
        use the demo secret
      </button>
    </>
  );
}
