import { focusSecret } from "../input/focus-secret";

/** Where the secret's is the only field, what is pasted with no field in focus lands in it, and `/` leads to it. @returns what ends that */
export function leadToSecret(): () => void {
  const lead = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (event.defaultPrevented || altKey || (target instanceof Element && target.matches(":read-write")))
      return;
    const isCommand = ctrlKey || metaKey;
    const isSlash = key === "/" && !isCommand;
    // The browser pastes after this key, into what has the focus then.
    const isPaste = isCommand && key.toLowerCase() === "v";
    if (!isSlash && !isPaste) return;
    focusSecret();
    if (isSlash) event.preventDefault();
  };
  document.addEventListener("keydown", lead);
  return () => document.removeEventListener("keydown", lead);
}
