import { buttonClass } from "../../ui/button";

interface OpenFaceProps {
  readonly hovered?: boolean;
  readonly focused?: boolean;
}

/** How the link looks; the one that is clicked lies over it. */
export function OpenFace({ hovered = false, focused = false }: OpenFaceProps) {
  return (
    <span
      aria-hidden
      className={`${buttonClass("plain")} ${hovered ? "border-edge!" : ""} ${focused ? "outline-2 outline-offset-2 outline-ink" : ""}`}
    >
      Open
    </span>
  );
}
