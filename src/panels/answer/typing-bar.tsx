import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";

interface TypingBarProps {
  readonly wash: string;
  readonly children: ReactNode;
}

/**
 * The verdict once more while one types on a phone, whose keyboard hides the one on the page: right above the keyboard. It takes
 * no room on the page, and screen readers are told by the page's one announcement alone.
 */
export function TypingBar({ wash, children }: TypingBarProps) {
  const typing = useTyping();
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (typing && bar.current ? keepInSight(bar.current) : undefined), [typing]);
  if (!typing) return null;
  return (
    <div
      ref={bar}
      aria-hidden
      data-screen
      className={`pointer-events-none fixed inset-x-0 bottom-0 z-10 truncate border-t border-line px-4 py-2 font-semibold ${wash}`}
    >
      {children}
    </div>
  );
}

const FIELDS = "#url, #secret";

/** True while the URL or the secret has the focus of somebody who types on the screen. */
function useTyping(): boolean {
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    const touch = matchMedia("(pointer: coarse) and (width < 48rem)");
    const look = () => setTyping(touch.matches && document.activeElement?.matches(FIELDS) === true);
    const events = ["focusin", "focusout"] as const;
    // While a focus moves, nothing has it.
    const later = () => setTimeout(look);
    // The focus may have been there before this code.
    later();
    for (const name of events) addEventListener(name, later);
    return () => {
      for (const name of events) removeEventListener(name, later);
    };
  }, []);
  return typing;
}

/** Keeps it at the lower end of what is seen: a keyboard covers the page’s, and says so to the visual viewport alone. */
function keepInSight(bar: HTMLElement): () => void {
  const seen = window.visualViewport;
  if (!seen) return () => {};
  const place = () => {
    bar.style.translate = "";
    const hidden = bar.getBoundingClientRect().bottom - (seen.offsetTop + seen.height);
    bar.style.translate = `0 ${-Math.max(0, hidden)}px`;
  };
  place();
  seen.addEventListener("resize", place);
  seen.addEventListener("scroll", place);
  return () => {
    seen.removeEventListener("resize", place);
    seen.removeEventListener("scroll", place);
  };
}
