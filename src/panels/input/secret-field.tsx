import { memo, useState } from "react";
import type { SecretFacts } from "../../session/secret/secret-facts";
import type { Session } from "../../session/session";
import { announce } from "../../ui/announcer";
import { Button } from "../../ui/button";
import { privateField } from "../../ui/private-field";
import { BelowSecret } from "./below-secret";
import { dropSecret, isKeystroke, isUndone, leaveSecret, pasteSecret } from "./secret-events";

interface SecretFieldProps {
  readonly session: Session;
  readonly facts: SecretFacts;
  readonly name: string;
  /** The vendor’s name. */
  readonly scheme: string;
  /** Names under which it is kept in environments. */
  readonly variables: readonly string[];
  /** True where there is something to sign, for which a published secret will do. */
  readonly signs: boolean;
}

/** The secret: uncontrolled, in no form, kept out of password managers, spell checkers and the browser's own memory. */
export const SecretField = memo(function SecretField({
  session,
  facts,
  name,
  scheme,
  variables,
  signs,
}: SecretFieldProps) {
  // A fresh field is hidden again, however the last one was emptied.
  const [shownField, showField] = useState<number | null>(null);
  const shown = shownField === facts.field;
  const { secret } = session;
  // No `Field`: folded into one line, its label, buttons and hint are laid out as no other field's are.
  return (
    <div data-secret className="still folded:flex folded:flex-wrap folded:items-center folded:pl-3.5">
      <div className="mb-1 flex flex-wrap items-center justify-between gap-x-3 compact:mb-0.5 compact:gap-x-1 folded:contents">
        <span className="flex items-baseline gap-2 compact:gap-1.5 folded:shrink-0 folded:text-sm">
          <label htmlFor="secret" className="font-semibold folded:sr-only">
            Secret
          </label>
          <span className="text-sm text-soft">
            <span className="hidden folded:inline">{scheme} · </span>
            {name}
          </span>
          {facts.demo && facts.bytes > 0 && (
            <span className="rounded-full border border-line px-2 text-xs/5 font-medium text-soft folded:sr-only">
              demo
            </span>
          )}
        </span>
        <span className="-my-1 -mr-1.5 ml-auto flex items-center compact:[&_button]:px-1.5 text-sm text-soft tabular-nums folded:hidden">
          {/* Before the field, so that one Tab leads from it to the answer. */}
          <Button
            look="bare"
            aria-label={shown ? "Hide secret" : "Show secret"}
            onClick={() => showField(shown ? null : facts.field)}
          >
            {shown ? "Hide" : "Show"}
          </Button>
          <Button
            look="bare"
            aria-label="Forget secret"
            onClick={() => {
              session.forget();
              announce("The secret was forgotten.");
            }}
          >
            Forget
          </Button>
        </span>
      </div>
      <div
        data-part="key"
        className="field flex items-center folded:mr-1.5 folded:ml-2 folded:min-w-0 folded:flex-1 folded:rounded-md folded:border-0"
      >
        <input
          key={facts.field}
          ref={secret.attach}
          id="secret"
          type={shown ? "text" : "password"}
          defaultValue={facts.published}
          placeholder={`${facts.demo ? "Type or paste" : "Paste"} your ${name}`}
          onInput={({ nativeEvent }) => secret.edited(isKeystroke(nativeEvent), isUndone(nativeEvent))}
          onPaste={(event) => pasteSecret(event.nativeEvent, secret, variables)}
          onFocus={secret.focus}
          onDrop={(event) => dropSecret(event.nativeEvent, secret, variables)}
          onBlur={() => leaveSecret(secret)}
          onKeyDown={({ key }) => {
            // The field is empty of a published secret while it has the focus: there is nothing to delete in it.
            if (facts.demo && (key === "Backspace" || key === "Delete")) secret.edited();
          }}
          {...privateField}
          aria-describedby="secret-promise"
          className="min-h-12 min-w-0 grow compact:min-h-10 compact:px-3 compact:text-sm bg-transparent px-3.5 font-mono text-[0.9375rem] text-key placeholder:text-quiet folded:min-h-9 folded:pointer-coarse:min-h-11 folded:px-2"
        />
      </div>
      <BelowSecret session={session} facts={facts} signs={signs} />
    </div>
  );
});
