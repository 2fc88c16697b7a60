import { memo, type RefObject, useEffect, useMemo, useState } from "react";
import { announce } from "./announcer";
import { Button, type ButtonProps } from "./button";
import { useLatest } from "./use-latest";

interface CopyButtonProps extends Pick<ButtonProps, "look"> {
  /** What is copied, for the accessible name: "Copy signing string". */
  readonly what: string;
  readonly text: string;
  readonly shortcut?: string;
  /** True where the button says what it copies, too. */
  readonly inFull?: boolean;
}

/** Copies exactly `text`. It says so itself, and to screen readers; a refusal is said too. */
export const CopyButton = memo(function CopyButton({ text, ...face }: CopyButtonProps) {
  return <CopyFace {...face} text={useLatest(text)} disabled={text === ""} />;
});

interface CopyReadProps extends Omit<CopyButtonProps, "text"> {
  readonly disabled: boolean;
  /** The text, asked for when it is copied. */
  readonly read: () => string;
}

/** Copies what `read` gives at that moment. */
export function CopyRead({ read, ...face }: CopyReadProps) {
  const text = useMemo(
    () => ({
      get current() {
        return read();
      },
    }),
    [read],
  );
  return <CopyFace {...face} text={text} />;
}

interface CopyFaceProps extends Omit<CopyButtonProps, "text"> {
  readonly text: Readonly<RefObject<string>>;
  readonly disabled: boolean;
}

/** What of the button stays as it is while the text changes. */
const CopyFace = memo(function CopyFace({ what, text, shortcut, look, disabled, inFull }: CopyFaceProps) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(""), 1600);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    const done = await copyText(text.current);
    setSaid(done ? "Copied" : "Not allowed");
    announce(
      done ? `Copied ${what}` : `This browser does not allow copying. Select the ${what} and copy it.`,
    );
  };
  return (
    <Button
      look={look}
      disabled={disabled}
      aria-label={`Copy ${what}`}
      aria-keyshortcuts={shortcut}
      onClick={copy}
    >
      <span className="grid *:col-start-1 *:row-start-1">
        <span className={said ? "invisible" : ""}>{inFull ? `Copy ${what}` : "Copy"}</span>
        <span aria-hidden className={said ? "" : "invisible"}>
          {said || "Copied"}
        </span>
      </span>
    </Button>
  );
});

/** True when the text is on the clipboard. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(text);
  }
}

/** The older way, for frames whose page grants no clipboard: the copy event of a user's own click. */
function copyByEvent(text: string): boolean {
  let taken = false;
  const take = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    taken = true;
  };
  document.addEventListener("copy", take);
  const done = document.execCommand("copy");
  document.removeEventListener("copy", take);
  return done && taken;
}
