/**
 * What is selected of one string alone is copied exactly, with all that stands in it: a triple click selects to the beginning of what
 * follows, for which a browser adds a line break, and it leaves out what is not laid out. For as long as this document lives.
 */
export function copyExactly(): void {
  document.addEventListener("copy", (event) => {
    const text = selectedString();
    if (text === "" || event.defaultPrevented || isField(event.target)) return;
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  });
}

/** The selected text, where it is of one string alone; else empty. */
function selectedString(): string {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return "";
  const selected = selection.getRangeAt(0);
  const string = stringAround(selected.startContainer) ?? stringAround(selected.endContainer);
  if (!string) return "";
  const within = selected.cloneRange();
  if (!string.contains(selected.startContainer)) within.setStart(string, 0);
  if (!string.contains(selected.endContainer)) within.setEnd(string, string.childNodes.length);
  const text = within.toString();
  return text.trim() === selected.toString().trim() ? text : "";
}

function stringAround(node: Node): Element | null {
  return (node instanceof Element ? node : node.parentElement)?.closest(".specimen, pre") ?? null;
}

/** A field has a selection of its own. */
function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
