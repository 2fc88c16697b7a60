import { useState } from "react";

/** 128 bits, drawn by lot, in hex. */
export function draw(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(16)).join("-");
}

/**
 * An id that nobody else can name. Whoever may set the page's address leads the focus to an element by its id, and sees whether there is
 * one: so no element that is there for one secret and not for another has an id that can be known.
 */
export function useDrawnId(): string {
  const [id] = useState(draw);
  return id;
}
