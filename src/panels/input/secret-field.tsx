import { memo, useState } from "react";
import { attachSecretField, type SecretFacts, secretEdited, secretPasted } from "../../session/secret";
import { groupDigits } from "../../signing/group-digits";
import { Button } from "../../ui/button";
import { privateField } from "../../ui/private-field";
import { inspectPaste } from "./secret-paste";

interface SecretFieldProps {
  readonly facts: SecretFacts;
  readonly name: string;
  /** The published secret of the example on show; never one that a user typed. */
  readonly demoSecret: string;
  readonly onForget: () => void;
}

/** The secret: uncontrolled, in no form, kept out of password managers, spell checkers and the browser's own memory. */
export const SecretField = memo(function SecretField({
  facts,
  name,
  demoSecret,
  onForget,
}: SecretFieldProps) {
  // A fresh field is hidden, whoever emptied the last one.
  const [shownField, showField] = useState<number | null>(null);
  const shown = shownField === facts.field;
  return (
    <div data-secret className="still">
      <div className="mb-1.5 flex flex-wrap items-baseline compact:mb-1 justify-between gap-x-3">
        <span className="flex items-baseline gap-2">
          <label htmlFor="secret" className="font-semibold">
            Secret
          </label>
          <span className="text-sm text-soft">{name}</span>
          {facts.demo && facts.bytes > 0 && (
            <span className="rounded-full border border-line px-2 text-xs/5 font-medium text-soft">demo</span>
          )}
        </span>
        <span className="text-sm text-soft tabular-nums compact:max-[24rem]:sr-only compact:min-[45rem]:max-[54rem]:sr-only">
          {secretSize(facts)}
        </span>
      </div>
      <div data-part="key" className="field flex items-center pr-1.5">
        <input
          key={facts.field}
          ref={attachSecretField}
          id="secret"
          type={shown ? "text" : "password"}
          defaultValue={facts.demo ? demoSecret : ""}
          onInput={() => secretEdited()}
          onPaste={(event) => pasteSecret(event.nativeEvent)}
          {...privateField}
          aria-describedby="secret-promise"
          className="min-h-12 min-w-0 grow compact:min-h-10 compact:px-3 compact:text-sm bg-transparent px-3.5 font-mono text-[0.9375rem] text-key"
        />
        <Button
          look="bare"
          aria-label={shown ? "Hide secret" : "Show secret"}
          onClick={() => showField(shown ? null : facts.field)}
        >
          {shown ? "Hide" : "Show"}
        </Button>
        <Button look="bare" aria-label="Forget secret" onClick={onForget}>
          Forget
        </Button>
      </div>
      <p
        id="secret-promise"
        className="mt-1.5 text-sm text-soft compact:mt-1 compact:text-[0.8125rem] compact:max-[24rem]:sr-only"
      >
        Stays in this tab’s memory. Never stored, never sent.
      </p>
    </div>
  );
});

export function secretSize({ characters, bytes }: SecretFacts): string {
  if (bytes === 0) return "";
  return `${count(characters, "character")}, ${count(bytes, "byte")}`;
}

function count(number: number, noun: string): string {
  return `${groupDigits(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** The field drops line breaks from a paste without a word, so the paste itself is read. */
function pasteSecret(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const findings = inspectPaste(text);
  if (findings.carried.length === 0) return;
  // After the field has taken the text.
  setTimeout(() => secretPasted(findings.carried, findings.kept));
}
