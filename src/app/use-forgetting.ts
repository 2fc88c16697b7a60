import { useEffect } from "react";
import { flushSync } from "react-dom";
import { IDLE_MINUTES } from "../session/secret/secret-facts";
import type { Session } from "../session/session";
import { announce } from "../ui/announcer";

/** Milliseconds. */
const IDLE = IDLE_MINUTES * 60_000;

/** Forgets the secret when the page is left (its copy in the back/forward cache is empty) and after 15 idle minutes. */
export function useForgetting({ forget, secret }: Session): void {
  useEffect(() => {
    const leave = () => flushSync(forget);
    let active = Date.now();
    const touch = () => {
      active = Date.now();
    };
    const wait = (milliseconds: number) => setTimeout(expire, milliseconds);
    const expire = () => {
      const left = active + IDLE - Date.now();
      timer = wait(left > 0 ? left : IDLE);
      if (left > 0) return;
      if (!secret.isOwn) return;
      forget();
      secret.expire();
      announce(`The secret was forgotten after ${IDLE_MINUTES} idle minutes. Enter it again to go on.`);
    };
    let timer = wait(IDLE);
    addEventListener("pagehide", leave);
    for (const type of ACTIVITY) addEventListener(type, touch, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", leave);
      for (const type of ACTIVITY) removeEventListener(type, touch);
    };
  }, [forget, secret]);
}

const ACTIVITY = ["keydown", "pointerdown", "input", "paste"] as const;
