import { useEffect, useRef, useState } from "react";
import { isOpenable } from "../../signing/delivery";
import { buttonClass } from "../../ui/button";
import { usePanels } from "../lazy-panels";

/**
 * Opens the final URL in a new tab. The page's own headers let no script of it lead anywhere else (headers.ts), so the link
 * lies in a small page without that limit and without the secret: it is drawn here, and clicked there, by its user alone.
 */
export function OpenLink({ url }: { readonly url: string }) {
  const panels = usePanels();
  const frame = useRef<HTMLIFrameElement>(null);
  const [starts, setStarts] = useState(0);
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const target = isOpenable(url) ? url : "";
  useEffect(() => {
    const listen = ({ source, data }: MessageEvent) => {
      if (source === null || source !== frame.current?.contentWindow) return;
      if (data === "ready") setStarts((count) => count + 1);
      else if (data === "focus" || data === "blur") setFocused(data === "focus");
      else setHovered(data === "pointerenter");
    };
    addEventListener("message", listen);
    return () => removeEventListener("message", listen);
  }, []);
  useEffect(() => {
    // Its origin is none, so there is no other way to name it; what it hears is on the screen.
    if (starts > 0) frame.current?.contentWindow?.postMessage(target, "*");
  }, [starts, target]);
  return (
    <span data-screen className={`relative inline-flex ${target ? "" : "invisible"}`}>
      <span
        aria-hidden
        className={`${buttonClass("plain")} ${hovered ? "border-edge!" : ""} ${focused ? "outline-2 outline-offset-2 outline-ink" : ""}`}
      >
        Open
      </span>
      {panels && (
        <iframe
          ref={frame}
          src="./open.html"
          title="Open the signed URL"
          className="absolute inset-0 size-full scheme-light"
        />
      )}
    </span>
  );
}
