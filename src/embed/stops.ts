/** Moves the focus to the next element that the Tab key leads to, or to the one before, and gives it; `null` where there is none. */
export function nextStop(back: boolean): HTMLElement | null {
  const from = startingNode();
  const wanted = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const stops = [...document.querySelectorAll<HTMLElement>("#root *")].filter(
    (element) => (!from || (from.compareDocumentPosition(element) & wanted) !== 0) && isStop(element),
  );
  if (back) stops.reverse();
  // The browser itself knows what is disabled, hidden or folded: that does not take the focus.
  for (const stop of stops) {
    stop.focus({ preventScroll: true });
    if (document.activeElement === stop) return stop;
  }
  return null;
}

/** Where the focus is, or else where was clicked last. */
function startingNode(): Node | null {
  const { activeElement, body } = document;
  return activeElement && activeElement !== body ? activeElement : (getSelection()?.anchorNode ?? null);
}

function isStop(element: HTMLElement): boolean {
  if (element.tabIndex < 0) return scrollsAlone(element);
  return (
    !isRadio(element) || element === (groupOf(element).find(({ checked }) => checked) ?? groupOf(element)[0])
  );
}

/** What scrolls and has nothing to focus in it is a stop of its own, or no key would scroll it. */
function scrollsAlone(element: HTMLElement): boolean {
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element;
  if (element.hasAttribute("tabindex") || (scrollHeight <= clientHeight && scrollWidth <= clientWidth))
    return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  const scrolls =
    (scrollHeight > clientHeight && /auto|scroll/.test(overflowY)) ||
    (scrollWidth > clientWidth && /auto|scroll/.test(overflowX));
  return scrolls && ![...element.querySelectorAll<HTMLElement>("*")].some(({ tabIndex }) => tabIndex >= 0);
}

function isRadio(element: unknown): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.type === "radio";
}

/** The radio buttons of which one can be chosen. */
function groupOf({ name }: HTMLInputElement): HTMLInputElement[] {
  return [...document.querySelectorAll("input")].filter(
    (other) => isRadio(other) && other.name === name && !other.disabled,
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The radio button that an arrow key leads to from another one. */
export function otherRadio({ key, target }: KeyboardEvent): HTMLInputElement | null {
  const step = STEPS[key];
  if (!step || !isRadio(target)) return null;
  const group = groupOf(target);
  return group.at((group.indexOf(target) + step) % group.length) ?? null;
}
