import { useEffect, useRef, useState } from "react";
import { draw } from "../../ui/draw";
import { useLatest } from "../../ui/use-latest";
import { OpenFace } from "./open-face";

/**
 * The link that opens the final URL. The page's own headers let no script of it lead anywhere else (build/headers.ts), so the link
 * lies in a small page without that limit and without the secret: it is drawn here, and clicked there, by its user alone.
 *
 * What is told to a frame can be heard by whatever stands in it, and a page around or an opener may try to put something else
 * there. So nothing is posted to the frame's window. Its document offers one end of a channel, and proves itself by the proof
 * in its own address: drawn by lot, in the fragment, which no server and no other site's page can read, also not after it has
 * led the frame elsewhere. A channel ends with the document that made it. Only at pointer or focus is it told the URL. In the
 * embed, which any site may frame, there is no such frame at all.
 */
export function FramedLink({ target }: { readonly target: string }) {
  const { frame, proof, hovered, focused } = useFramedLink(target);
  return (
    <>
      <OpenFace hovered={hovered} focused={focused} />
      <iframe
        ref={frame}
        src={`./open.html#${proof}`}
        title="Open the signed URL"
        className="absolute inset-0 size-full scheme-light"
      />
    </>
  );
}

/** Speaks with the document in the frame, once it has proved itself. */
function useFramedLink(target: string) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [proof] = useState(draw);
  const [port, setPort] = useState<MessagePort | null>(null);
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const latest = useLatest(target);
  const openable = target !== "";
  useEffect(() => {
    const listen = ({ source, data, ports: [offered] }: MessageEvent) => {
      if (offered && data === proof && source === frame.current?.contentWindow) setPort(offered);
    };
    addEventListener("message", listen);
    return () => removeEventListener("message", listen);
  }, [proof]);
  useEffect(() => {
    if (!port) return;
    port.onmessage = ({ data }) => {
      if (data === "url") port.postMessage(latest.current);
      else if (data === "focus" || data === "blur") setFocused(data === "focus");
      else setHovered(data === "pointerenter");
    };
    return () => port.close();
  }, [port, latest]);
  useEffect(() => port?.postMessage(openable), [port, openable]);
  return { frame, proof, hovered, focused };
}
