/** Distance to the edge, in CSS pixels: an outline, and a little air. */
const AIR = 8;

/** Milliseconds after which it is looked again: where the focus has come in, the page around scrolls for a while to show the frame. */
const LOOKS = [0, 150, 600];

/**
 * Scrolls the embed, and nothing around it, until an element is within what is seen of the frame: its user's window may show a part of
 * it only. `frame` is an element as large as the frame; how much of that is seen the browser says a moment later.
 */
export function bringIntoSight(element: HTMLElement, frame: HTMLElement): void {
  const look = ([entry]: readonly IntersectionObserverEntry[], observer: IntersectionObserver) => {
    observer.disconnect();
    if (!entry || document.activeElement !== element) return;
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
      scrollBox(box, element);
    const { top, bottom } = entry.intersectionRect;
    scrollBody(element, bottom > top ? { start: top, end: bottom } : { start: 0, end: innerHeight });
  };
  for (const delay of LOOKS) setTimeout(() => new IntersectionObserver(look).observe(frame), delay);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const down = ({ top, bottom }: DOMRect): Span => ({ start: top, end: bottom });
const across = ({ left, right }: DOMRect): Span => ({ start: left, end: right });

/** How far to scroll until `wanted` is seen, or its start, where it is longer than what is seen. */
function missing(wanted: Span, seen: Span): number {
  const before = wanted.start - AIR - seen.start;
  const behind = wanted.end + AIR - seen.end;
  return before < 0 ? before : Math.max(0, Math.min(before, behind));
}

function scrollBox(box: HTMLElement, element: HTMLElement): void {
  const seen = box.getBoundingClientRect();
  const wanted = element.getBoundingClientRect();
  if (box.scrollHeight > box.clientHeight) box.scrollTop += missing(down(wanted), down(seen));
  if (box.scrollWidth > box.clientWidth) box.scrollLeft += missing(across(wanted), across(seen));
}

/** What is unseen of the frame above and below becomes room to scroll, so that what stands first and last gets into sight, too. */
function scrollBody(element: HTMLElement, seen: Span): void {
  const { body } = document;
  const { scrollTop } = body;
  const above = Number.parseFloat(getComputedStyle(body).paddingTop);
  body.style.paddingTop = `${seen.start}px`;
  body.style.paddingBottom = `${innerHeight - seen.end}px`;
  body.scrollTop = scrollTop + seen.start - above;
  body.scrollTop += missing(down(element.getBoundingClientRect()), seen);
}
