/** Says that the controls work, and shows a linked case, which boot.js keeps hidden until it stands. */
export function tellReady(): void {
  document.documentElement.dataset.ready = "true";
  delete document.documentElement.dataset.linked;
}
