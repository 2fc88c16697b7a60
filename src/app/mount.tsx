import { QueryClientProvider } from "@tanstack/react-query";
import { type ComponentType, Suspense } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { errorText } from "../error-text";
import { openAddress } from "../session/address/address";
import { keepHistory, openEntry } from "../session/address/history";
import { loadExamples, unknownExamples } from "../session/address/linked-example";
import { fetchLate } from "../session/late";
import { createQueryClient } from "../session/queries";
import { needsLate } from "../session/reader";
import { Session } from "../session/session";
import { SessionContext } from "../session/use-session";
import { hasWebCrypto } from "../signing/hmac";
import { nextTask } from "../ui/next-task";
import { CrashScreen } from "./crash-screen";
import { followAddress } from "./follow-address";
import { keepEarlyInput } from "./page-ready";

/** Puts an app into the page with the case that its history or its address asks for. A frame's history is its host's: nothing is kept there. */
export async function mount(
  App: ComponentType,
  { keeps, asBuilt = true }: { readonly keeps: boolean; readonly asBuilt?: boolean },
): Promise<void> {
  // boot.js has said why, or it was kept from running.
  const { booted, refused } = document.documentElement.dataset;
  if (booted === undefined || refused !== undefined) return;
  // To evaluate the code was a task of its own.
  await nextTask();
  const unknown = unknownExamples();
  // Where they cannot be fetched, the page does without.
  if (unknown.length > 0) await loadExamples(unknown).catch(() => {});
  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no #root");
  const { state, linked, demo } = keeps ? openEntry() : { ...openAddress(), demo: null };
  // The build prerenders the first example, signed; a linked case, another look, a page that cannot sign, and the development server start afresh.
  const isPrerendered = asBuilt && root.firstElementChild !== null && !linked && hasWebCrypto();
  const session = new Session(state, createQueryClient(), {
    ...(isPrerendered && { prerendered: root.dataset.signature ?? "" }),
    demo: demo ?? true,
    late: needsLate(state) ? await fetchLate() : null,
    takesMany: keeps,
  });
  if (keeps) keepHistory(session);
  else followAddress(session);
  await nextTask();
  keepEarlyInput();
  const app = (
    <SessionContext value={session}>
      <QueryClientProvider client={session.client}>
        {/* Hydrated a few milliseconds at a time, for the browser to draw and hear its user in between. */}
        <Suspense>
          <CrashScreen onCrash={session.forget}>
            <App />
          </CrashScreen>
        </Suspense>
      </QueryClientProvider>
    </SessionContext>
  );
  const options = { onCaughtError: (error: unknown) => console.error(errorText(error)) };
  if (isPrerendered) hydrateRoot(root, app, options);
  else createRoot(root, options).render(app);
}
