import type { ReactNode } from "react";
import { assignedIn } from "../../session/secret/assigned-value";
import type { SecretHome } from "../../session/secret/secret";
import { count, type SecretFacts } from "../../session/secret/secret-facts";
import { Button } from "../../ui/button";
import { focusSecret } from "./focus-secret";
import { tellOf } from "./secret-paste";

interface SecretRemarksProps {
  readonly secret: SecretHome;
  readonly facts: SecretFacts;
}

/** What a paste into the secret’s field did, each with another way. */
export function SecretRemarks({ secret, facts }: SecretRemarksProps) {
  return (
    <>
      {facts.isAssignment && (
        <Remark
          does="Use its value"
          act={() => {
            secret.takeValue(assignedIn(secret.text));
            tellOf(secret);
          }}
        >
          A name stands before its value, as in a .env file.
        </Remark>
      )}
      {facts.replaced > 0 && (
        <Remark does="Put back" act={secret.putBack}>
          This took the place of another secret, of {count(facts.replaced, "character")}.
        </Remark>
      )}
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
          focusSecret();
        }}
      >
        {does}
      </Button>
    </p>
  );
}
