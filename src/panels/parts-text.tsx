import { memo } from "react";
import type { Part } from "../signing/types";

/** A list of parts, each in its colour; the text content is exactly theirs. */
export const PartsText = memo(function PartsText({ parts }: { parts: readonly Part[] }) {
  return parts.map((part, index) => (
    <span key={index} data-part={part.kind}>
      {part.text}
    </span>
  ));
});
