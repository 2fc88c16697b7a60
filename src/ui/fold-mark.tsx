/** Before the title of a `details` of class `group`: turns down when it opens. */
export function FoldMark() {
  return (
    <span aria-hidden className="mr-2 inline-block text-quiet transition-transform group-open:rotate-90">
      ›
    </span>
  );
}
