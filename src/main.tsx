import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./App";
import "./index.css";
import { openAddress } from "./playground/address";
import { acceptPrerendered, createQueryClient } from "./playground/queries";
import { presetDemo } from "./playground/secret";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
const { state, linked } = openAddress();
presetDemo(state.demoSecret);
const app = (
  <QueryClientProvider client={createQueryClient()}>
    <App first={() => state} />
  </QueryClientProvider>
);
// The build prerenders the first example; a linked case, and the development server, start afresh.
if (root.firstElementChild && !linked) {
  acceptPrerendered(root.dataset.signature ?? "");
  hydrateRoot(root, app);
} else {
  createRoot(root).render(app);
}
