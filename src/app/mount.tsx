import { QueryClientProvider } from "@tanstack/react-query";
import { type ComponentType, Suspense } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { errorText } from "../error-text";
import { openAddress } from "../session/address";
import { acceptPrerendered, createQueryClient } from "../session/queries";
import { presetDemo } from "../session/secret";
import type { State } from "../session/state";
import { lastState } from "../session/use-playground";
import { hasWebCrypto } from "../signing/hmac";
import { CrashScreen } from "./crash-screen";
import { keepEarlyInput } from "./page-ready";

/** Puts an app into the page with the case that the address asks for. */
export function mount(App: ComponentType<{ readonly first: () => State }>): void {
  // boot.js has said why.
  if (document.documentElement.dataset.refused !== undefined) return;
  const root = document.getElementById("root");
  if (!root) throw new Error("the page has no #root");
  const { state, linked } = openAddress();
  presetDemo(state.demoSecret);
  keepEarlyInput();
  const app = (
    <QueryClientProvider client={createQueryClient()}>
      {/* Hydrated a few milliseconds at a time, for the browser to draw and hear its user in between. */}
      <Suspense>
        <CrashScreen>
          <App first={() => lastState ?? state} />
        </CrashScreen>
      </Suspense>
    </QueryClientProvider>
  );
  const options = { onCaughtError: (error: unknown) => console.error(errorText(error)) };
  // The build prerenders the first example, signed; a linked case, a page that cannot sign, and the development server start afresh.
  if (root.firstElementChild && !linked && hasWebCrypto()) {
    acceptPrerendered(root.dataset.signature ?? "");
    hydrateRoot(root, app, options);
  } else {
    createRoot(root, options).render(app);
  }
}
