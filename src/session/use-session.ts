import { createContext, useContext } from "react";
import type { Session } from "./session";

/** The page's session, for views to ask. */
export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("a view stands outside the session");
  return session;
}
