import { type MouseEvent as Click, useState } from "react";
import { Choice } from "../../ui/choice";
import { TextLink } from "../../ui/text-link";
import { EMBED_PARTS, type EmbedChoice, WIDTHS } from "./embed-code";
import { EmbedPreview } from "./embed-preview";

interface Size {
  readonly width: string;
  readonly height: number;
}

interface PageSideProps {
  readonly choice: EmbedChoice;
  readonly onChoice: (choice: EmbedChoice) => void;
  readonly schemeLabel: string;
  /** The embed by itself, to look at, and the pixels that the code below gives it. */
  readonly address: string;
  readonly size: Size;
}

/** How the embed is to look in a page: the code below follows. */
export function PageSide(props: PageSideProps) {
  const { address, size } = props;
  return (
    <div className="grid gap-3 px-5 pt-3 text-sm">
      <LookChoices {...props} />
      <EmbedPreview address={address} width={Number(size.width)} height={size.height} />
      <TextLink href={address} target="_blank" rel="noopener" onClick={(event) => openAt(size, event)}>
        Try it at {size.width} × {size.height} px
      </TextLink>
    </div>
  );
}

function LookChoices({ choice, onChoice, schemeLabel }: PageSideProps) {
  const [accented, setAccented] = useState("#0a55a5");
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <legend className="sr-only">How the embed looks</legend>
      <Choice
        label="Width"
        value={choice.width}
        options={WIDTHS.map((width) => ({ value: width, label: `${width} px` }))}
        onChange={(width) => onChoice({ ...choice, width })}
      />
      <Choice
        label="Embed theme"
        value={choice.theme}
        options={THEMES}
        onChange={(theme) => onChoice({ ...choice, theme })}
      />
      <Check
        label={`Only ${schemeLabel}`}
        checked={choice.locks}
        onChange={(locks) => onChoice({ ...choice, locks })}
      />
      {EMBED_PARTS.map((part) => (
        <Check
          key={part}
          label={part}
          checked={choice.show.includes(part)}
          onChange={(checked) =>
            onChoice({
              ...choice,
              show: EMBED_PARTS.filter((other) => (other === part ? checked : choice.show.includes(other))),
            })
          }
        />
      ))}
      <span className="inline-flex items-center gap-2">
        <Check
          label="accent"
          checked={choice.accent !== null}
          onChange={(checked) => onChoice({ ...choice, accent: checked ? accented : null })}
        />
        <input
          type="color"
          aria-label="Accent colour"
          value={accented}
          onChange={({ target }) => {
            setAccented(target.value);
            onChoice({ ...choice, accent: target.value });
          }}
        />
      </span>
    </fieldset>
  );
}

/** In a window as large as the frame is to be, to try. Where a browser opens no such window, the link leads to a tab. */
function openAt({ width, height }: Size, event: Click<HTMLAnchorElement>): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(event.currentTarget.href, "_blank", `popup,noopener,width=${width},height=${height}`);
}

const THEMES = [
  { value: "auto", label: "Auto" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className="inline-flex items-center gap-1.5 pointer-coarse:min-h-11">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}
