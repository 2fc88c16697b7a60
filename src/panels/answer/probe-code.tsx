import { useSyncExternalStore } from "react";
import { useSession } from "../../session/use-session";
import { findLanguage, languages } from "../../snippets";
import { probeFor } from "../../snippets/probe";
import { CopyButton } from "../../ui/copy-button";

/** Five lines for the reader's own code: what they print decides, pasted into the field above. */
export function ProbeCode() {
  const session = useSession();
  const { state } = useSyncExternalStore(session.subscribe, session.snapshot, session.snapshot);
  const language = findLanguage(state.language) ?? languages[0];
  const code = probeFor(language);
  return (
    <div data-testid="probe" className="mt-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="grow basis-60 text-sm text-soft">
          Or put these lines where your code signs, and paste the line that they print. It decides between
          string, secret and hash.
        </p>
        <select
          aria-label="Language of these lines"
          value={language.id}
          onChange={(event) => session.show({ language: event.target.value })}
          className="field min-h-9 px-2 text-sm pointer-coarse:min-h-11"
        >
          {languages.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
        <CopyButton what="these lines" text={code} />
      </div>
      <pre
        translate="no"
        className="specimen mt-1.5 font-mono text-[0.8125rem]/[1.375rem] wrap-anywhere whitespace-pre-wrap"
      >
        {code}
      </pre>
      <p className="mt-1 text-sm text-soft">
        The line tells the secret’s length and 16 bits of its SHA-256, by which guesses of a weak secret can
        be tried: keep it out of public places.
      </p>
    </div>
  );
}
