import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./App";
import "./index.css";
import { acceptPrerendered, createQueryClient } from "./playground/queries";
import { presetDemo } from "./playground/secret";
import { initialState } from "./playground/state";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
acceptPrerendered(root.dataset.signature ?? "");
presetDemo(initialState().scheme.examples[0].secret);
const app = (
  <QueryClientProvider client={createQueryClient()}>
    <App />
  </QueryClientProvider>
);
// The build prerenders the first screen; the development server does not.
if (root.firstElementChild) hydrateRoot(root, app);
else createRoot(root).render(app);
