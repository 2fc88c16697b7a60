import { memo } from "react";
import type { Segment } from "../../../diagnosis/text-diff/diff";
import { invisibleName } from "../../../signing/wording/invisible";

/** A diff's text with its differences marked and its invisible characters named; the text content is exactly the text. */
export const MarkedText = memo(function MarkedText({ segments }: { readonly segments: readonly Segment[] }) {
  return segments.map((segment, index) => {
    const content = <Visible text={segment.text} />;
    if (segment.kind === "same") return <span key={index}>{content}</span>;
    const Tag = segment.kind === "removed" ? "del" : "ins";
    return (
      <Tag key={index} data-diff={segment.kind}>
        {content}
      </Tag>
    );
  });
});

const UNSEEN = /([\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Cs}])/u;

/** Text with its invisible characters named by marks that are not part of it. */
export function Visible({ text }: { readonly text: string }) {
  if (!UNSEEN.test(text)) return text;
  return text.split(UNSEEN).map((piece, index) => {
    const name = UNSEEN.test(piece) ? invisibleName(piece) : null;
    return name ? (
      <span key={index} data-mark={name}>
        {piece}
      </span>
    ) : (
      piece
    );
  });
}
