import { memo } from "react";
import { findScheme, schemes } from "../../schemes";
import type { Scheme } from "../../schemes/scheme";
import type { Session } from "../../session/session";
import type { ComputationName } from "../../signing/computations";
import { Choice } from "../../ui/choice";

interface ChoicesProps {
  readonly scheme: Scheme;
  /** True where no other may be chosen. */
  readonly locks: boolean;
  readonly hash: ComputationName;
  readonly signs: ComputationName;
  /** Of a signature that decides the hash; else 0. */
  readonly digits: number;
  readonly onScheme: (scheme: Scheme) => void;
  readonly change: Session["edit"];
}

const SCHEMES = schemes.map(({ id, label }) => ({ value: id, label }));

/** The scheme and, where it has several, the hash. */
export const Choices = memo(function Choices({
  scheme,
  locks,
  hash,
  signs,
  digits,
  onScheme,
  change,
}: ChoicesProps) {
  const hashes = scheme.hashes.map((name) => ({ value: name, label: name }));
  return (
    <div className="still flex flex-wrap gap-3 compact:gap-2">
      {!locks && (
        <Choice
          label="Scheme"
          value={scheme.id}
          options={SCHEMES}
          onChange={(id) => {
            const scheme = findScheme(id);
            if (scheme) onScheme(scheme);
          }}
        />
      )}
      {hashes.length > 1 && (
        <Choice
          label="Hash"
          value={hash}
          options={hashes}
          onChange={(name: ComputationName) => change({ hash: name })}
        />
      )}
      {hashes.length > 1 && digits === 0 && scheme.hashChoice && (
        <p className="basis-full text-sm text-soft compact:hidden">{scheme.hashChoice}</p>
      )}
      {hashes.length > 1 && digits > 0 && (
        <p className="basis-full text-sm text-soft">
          The {scheme.signatureWord} has {digits} digits, so {signs} checks it.
        </p>
      )}
    </div>
  );
});
