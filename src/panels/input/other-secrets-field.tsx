import { useSession } from "../../session/use-session";
import { useDrawnId } from "../../ui/draw";
import { Field } from "../../ui/field";
import { privateField } from "../../ui/private-field";

/** Secrets that may have signed in place of the right one. */
export function OtherSecretsField() {
  const { secret } = useSession();
  const id = useDrawnId();
  return (
    <div data-secret>
      <Field id={id} label="Other secrets" hint="Staging, old, API key: one a line. Held like the secret.">
        {(ties) => (
          <textarea
            {...ties}
            ref={secret.attachOthers}
            rows={3}
            onInput={secret.othersEdited}
            {...privateField}
            className="field masked w-full px-3.5 py-2 font-mono text-[0.9375rem] text-key"
          />
        )}
      </Field>
    </div>
  );
}
