import type { Scheme } from "../../schemes/scheme";
import { type Masked, maskedIn } from "../../session/notes/masked";
import { isSecretAlone } from "../../session/notes/secret-alone";
import { type EnteredAs, enteredAs } from "../../session/secret/entered-as-secret";
import type { Several } from "../../session/several";
import type { PlaygroundProps } from "../../session/use-playground";
import { ordinal } from "../../session/verdict";
import { groupDigits } from "../../signing/wording/group-digits";
import { Button } from "../../ui/button";
import { useDrawnId } from "../../ui/draw";
import { Undo, type UndoProps } from "./undo";

/** Before any verdict: the URL gives the secret away, or something else was entered in the place of the secret. */
export function HeldSecret({ playground }: PlaygroundProps) {
  const { session, state, reading, verdict, secret, holdsSecret } = playground;
  // Its first letters may stand in the URL by chance; and a secret that was pasted in the wrong place was told to nobody.
  if (secret.typing || isSecretAlone(state.pasted, reading)) return null;
  const { text } = session.secret;
  const masked = maskedIn(text);
  const instead = masked ? INSTEAD[masked] : undefined;
  if (!holdsSecret && !instead) return null;
  const entered = enteredAs(text, state, reading);
  const { headline, more } = instead
    ? instead(state.scheme)
    : entered
      ? ENTERED[entered](state.scheme, verdict === "valid")
      : LEAKED;
  return (
    <div role="alert" className="border-b border-line px-4 py-3 sm:px-5">
      <p className={`text-lg/snug font-semibold ${entered || instead ? "text-warn" : "text-bad"}`}>
        {headline}
      </p>
      <p className="mt-0.5">{more}</p>
    </div>
  );
}

interface Said {
  readonly headline: string;
  readonly more: string;
}

const LEAKED: Said = {
  headline: "This URL holds your secret: replace it.",
  more: "Whoever gets the URL has the secret, too. Take it out of the URL, and have a new one made where you found it.",
};

/** What was pasted in the place of the secret: what is said of the digits is then said of that. */
const INSTEAD: Readonly<Partial<Record<Masked, (scheme: Scheme) => Said>>> = {
  all: ({ secretLabel }) => ({
    headline: "What you entered as the secret is only the dots or stars that hide one.",
    more: `Let the whole ${secretLabel} be shown where you copied it, or use the button that copies it.`,
  }),
  name: ({ secretLabel }) => ({
    headline: "What you entered as the secret seems to be only where it is kept.",
    more: `Enter the ${secretLabel} itself.`,
  }),
  placeholder: ({ secretLabel }) => ({
    headline: "What you entered as the secret seems to be a placeholder.",
    more: `Enter the ${secretLabel} itself.`,
  }),
};

/** `made`: true where what was entered made the signature. */
const ENTERED: Readonly<Record<EnteredAs, (scheme: Scheme, made: boolean) => Said>> = {
  url: ({ secretLabel }) => ({
    headline: "What you entered as the secret is a URL, or a part of this one.",
    more: `Enter the ${secretLabel} instead.`,
  }),
  key: ({ secretLabel, signatureWord }, made) => ({
    headline: "What you entered as the secret stands in this URL as its API key.",
    more: `${
      made
        ? `If it is the API key, this ${signatureWord} was made with the wrong one of the two: sign with the ${secretLabel}.`
        : `If you took the API key for the secret, nothing has leaked: enter the ${secretLabel} instead.`
    } ${ifSecret("API key")}`,
  }),
  signature: ({ secretLabel, signatureWord }) => ({
    headline: `What you entered as the secret stands in this URL as its ${signatureWord}.`,
    more: `If you took the ${signatureWord} for the secret, nothing has leaked: enter the ${secretLabel} instead. ${ifSecret(signatureWord)}`,
  }),
};

const ifSecret = (place: string) =>
  `If it is the secret, whoever gets the URL has it, too: have a new one made, and write the ${place} in its place.`;

interface OneOfSeveralProps {
  /** How many URLs the paste holds, and which of them is on show. */
  readonly several: Several;
  /** Checks all of them; `null` where there is no room for that. */
  readonly onCheckAll: (() => void) | null;
}

/** Says for which of several URLs a verdict speaks. */
export function OneOfSeveral({ several, onCheckAll }: OneOfSeveralProps) {
  return (
    <p
      data-testid="several"
      data-urls={several.urls}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-4 py-2.5 text-soft sm:px-5"
    >
      This paste holds {groupDigits(several.urls)} URLs. The answer is that of the {ordinal(several)} alone.
      {onCheckAll && <Button onClick={onCheckAll}>Check all</Button>}
    </p>
  );
}

/** Says what the page changed by itself, and takes it back. */
export function Switched(props: UndoProps) {
  const id = useDrawnId();
  return (
    <p className="flex items-center justify-between gap-3 border-t border-line px-4 py-1.5 text-soft sm:px-5 compact:px-3 compact:text-sm">
      <span id={id}>{props.playground.switched}</span>
      <Undo {...props} aria-describedby={id} />
    </p>
  );
}
