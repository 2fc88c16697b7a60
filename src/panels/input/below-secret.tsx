import type { ReactNode } from "react";
import { count, IDLE_MINUTES, type SecretFacts, secretSize } from "../../session/secret-facts";
import type { Session } from "../../session/session";
import { Button } from "../../ui/button";
import { moveFocus } from "../../ui/move-focus";

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
      {facts.isAssignment && (
        <Remark does="Use its value" act={secret.useValue}>
          This is a line of a .env file, name and all.
        </Remark>
      )}
      {facts.replaced > 0 && (
        <Remark does="Put back" act={secret.putBack}>
          This took the place of another secret, of {count(facts.replaced, "character")}.
        </Remark>
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

interface RemarkProps {
  readonly children: ReactNode;
  /** What a button offers to do. */
  readonly does: string;
  readonly act: () => void;
}

/** What was done with the secret, and a way to have it otherwise, which leads back to its field. */
function Remark({ children, does, act }: RemarkProps) {
  return (
    <p
      className="mt-1.5 flex flex-wrap items-center gap-x-3 text-sm folded:order-last folded:basis-full folded:pb-2"
      role="status"
    >
      <span>{children}</span>
      <Button
        onClick={() => {
          act();
          moveFocus(document.getElementById("secret"));
        }}
      >
        {does}
      </Button>
    </p>
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
