import { trustedScriptUrl } from "../trusted-script-url";

/** Keeps the build for use without a network, once the page has come to rest. What fails here costs nothing but that. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !isSecureContext || !("serviceWorker" in navigator)) return;
  const register = () => {
    const address = trustedScriptUrl(new URL("./sw.js", document.baseURI).href);
    // Storage may be closed, or the host may lack the file.
    navigator.serviceWorker.register(address).catch(() => {});
  };
  const whenIdle = () => setTimeout(register, IDLE_MILLISECONDS);
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle, { once: true });
}

const IDLE_MILLISECONDS = 2_000;
