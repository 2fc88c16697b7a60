import { type RefObject, useLayoutEffect, useRef } from "react";

/** What was rendered last, for handlers that stay the same while it changes, so that what they belong to need not be rendered. */
export function useLatest<T>(value: T): Readonly<RefObject<T>> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  }, [value]);
  return latest;
}
