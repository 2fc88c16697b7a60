import { useEffect } from "react";
import { flushSync } from "react-dom";
import { announce } from "../ui/announcer";
import { secretFacts } from "./secret";

const IDLE_MINUTES = 15;

/** Forgets the secret when the page is left (its copy in the back/forward cache is empty) and after 15 idle minutes. */
export function useForgetting(forget: () => void): void {
  useEffect(() => {
    const leave = () => flushSync(forget);
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(expire, IDLE_MINUTES * 60_000);
    };
    const expire = () => {
      if (secretFacts().bytes === 0 || secretFacts().demo) return;
      forget();
      announce(`The secret was forgotten after ${IDLE_MINUTES} idle minutes. Enter it again to go on.`);
    };
    wait();
    addEventListener("pagehide", leave);
    for (const type of ACTIVITY) addEventListener(type, wait, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", leave);
      for (const type of ACTIVITY) removeEventListener(type, wait);
    };
  }, [forget]);
}

const ACTIVITY = ["keydown", "pointerdown", "input", "paste"] as const;
