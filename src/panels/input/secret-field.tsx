import { memo, useState } from "react";
import { assignmentIn } from "../../session/assignment";
import type { SecretFacts, SecretHome } from "../../session/secret";
import type { Session } from "../../session/session";
import { groupDigits } from "../../signing/group-digits";
import { Button } from "../../ui/button";
import { privateField } from "../../ui/private-field";
import { inspectPaste } from "./secret-paste";

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
  // A fresh field is hidden, whoever emptied the last one.
  const [shownField, showField] = useState<number | null>(null);
  const shown = shownField === facts.field;
  const { secret } = session;
  return (
    <div data-secret className="still folded:flex folded:items-center folded:pl-3.5">
      <div className="mb-1 flex flex-wrap items-center justify-between gap-x-3 compact:mb-0.5 folded:contents">
        <span className="flex items-baseline gap-2 folded:shrink-0 folded:text-sm">
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
        <span className="-my-1 -mr-1.5 flex items-center text-sm text-soft tabular-nums folded:hidden">
          {/* Before the field, so that one Tab leads from it to the answer. */}
          <Button
            look="bare"
            aria-label={shown ? "Hide secret" : "Show secret"}
            onClick={() => showField(shown ? null : facts.field)}
          >
            {shown ? "Hide" : "Show"}
          </Button>
          <Button look="bare" aria-label="Forget secret" onClick={session.forget}>
            Forget
          </Button>
        </span>
      </div>
      <div data-part="key" className="field flex items-center folded:min-w-0 folded:grow folded:border-0">
        <input
          key={facts.field}
          ref={secret.attach}
          id="secret"
          type={shown ? "text" : "password"}
          defaultValue={facts.published}
          placeholder={facts.demo ? `Type or paste your ${name}` : ""}
          onInput={({ nativeEvent }) => secret.edited(isKeystroke(nativeEvent))}
          onPaste={(event) => pasteSecret(event.nativeEvent, secret, variables)}
          onFocus={secret.focus}
          onDrop={(event) => dropSecret(event.nativeEvent, secret)}
          onBlur={secret.leave}
          onKeyDown={({ key }) => {
            // The field is empty of a published secret while it has the focus: there is nothing to delete in it.
            if (facts.demo && (key === "Backspace" || key === "Delete")) secret.edited();
          }}
          {...privateField}
          aria-describedby="secret-promise"
          className="min-h-12 min-w-0 grow compact:min-h-10 compact:px-3 compact:text-sm bg-transparent px-3.5 font-mono text-[0.9375rem] text-key folded:min-h-9 folded:px-2"
        />
      </div>
      {facts.isAssignment && (
        <p className="mt-1.5 flex flex-wrap items-center gap-x-3 text-sm" role="status">
          This is a line of a .env file, name and all.
          <Button onClick={secret.useValue}>Use its value</Button>
        </p>
      )}
      {facts.bytes === 0 && (
        <p className="mt-1.5 text-sm text-soft compact:text-[0.8125rem]">
          Paste your {name}
          {signs && (
            <>
              {" · or "}
              <button
                type="button"
                className="underline decoration-line underline-offset-3 hover:text-ink pointer-coarse:min-h-11"
                onClick={session.useDemo}
              >
                use the demo secret
              </button>
            </>
          )}
        </p>
      )}
      <p className="float-right mt-1.5 ml-3 text-sm text-soft tabular-nums compact:mt-1 compact:text-[0.8125rem] compact:max-[24rem]:sr-only folded:sr-only">
        {secretSize(facts)}
      </p>
      <p
        id="secret-promise"
        className="mt-1.5 text-sm text-soft compact:mt-1 compact:text-[0.8125rem] compact:max-[24rem]:sr-only folded:sr-only"
      >
        Stays in this tab. Never stored, never sent.
      </p>
    </div>
  );
});

/** A key pressed, or a character of an input method: another may follow. What is pasted, dropped or filled in is whole. */
function isKeystroke(event: Event): boolean {
  if (!(event instanceof InputEvent)) return false;
  const { inputType, data } = event;
  if (inputType === "insertText") return (data ?? "").length <= 2;
  return inputType === "insertCompositionText" || /^delete(?!ByCut)/.test(inputType);
}

export function secretSize({ characters, bytes }: SecretFacts): string {
  if (bytes === 0) return "";
  return `${count(characters, "character")}, ${count(bytes, "byte")}`;
}

function count(number: number, noun: string): string {
  return `${groupDigits(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** Over a published secret a drop takes all of its place, wherever it falls. */
function dropSecret(event: DragEvent, secret: SecretHome): void {
  const text = event.dataTransfer?.getData("text/plain") ?? "";
  if (!secret.facts.demo || text === "") return;
  event.preventDefault();
  secret.put(text.replace(/[\r\n]+/g, ""));
  const { carried, kept } = inspectPaste(text);
  if (carried.length > 0) secret.pasted(carried, kept);
}

/** The field drops line breaks from a paste without a word, so the paste itself is read. */
function pasteSecret(event: ClipboardEvent, secret: SecretHome, variables: readonly string[]): void {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const line = assignmentIn(text, variables);
  const { target } = event;
  if (line !== null && target instanceof HTMLInputElement) {
    event.preventDefault();
    target.select();
    secret.put(line);
    secret.assigned();
    return;
  }
  const findings = inspectPaste(text);
  if (findings.carried.length === 0) return;
  // After the field has taken the text.
  setTimeout(() => secret.pasted(findings.carried, findings.kept));
}
