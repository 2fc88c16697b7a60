import { useEffect, useLayoutEffect, useRef, useState } from "react";

interface EmbedPreviewProps {
  readonly address: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A colour is chosen by dragging: the frame is not loaded at each step, but once this long nothing has changed, in milliseconds. */
const PAUSE = 300;

/** The embed as a page around it would show it, made smaller where there is no room: to look at, and out of the way of keys and pointer. */
export function EmbedPreview({ address, width, height }: EmbedPreviewProps) {
  const box = useRef<HTMLElement>(null);
  const room = useWidth(box);
  const settled = useSettled(address);
  const scale = Math.min(1, room / width);
  return (
    <section
      ref={box}
      aria-label="Preview"
      tabIndex={0}
      className="max-h-80 overflow-y-auto rounded-lg border border-line bg-sunken"
    >
      {room > 0 && (
        <div className="mx-auto overflow-hidden" style={{ width: width * scale, height: height * scale }}>
          <iframe
            inert
            title="Preview of the embed"
            src={settled}
            style={{ width, height, scale }}
            className="origin-top-left bg-paper"
          />
        </div>
      )}
    </section>
  );
}

/** Pixels that an element has for what is in it; 0 while it is not shown. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** The text once it has rested. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
