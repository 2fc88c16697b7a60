/**
 * The page's one Trusted Types policy: it lets only addresses that the build itself produced start a worker, and throws for
 * any other (trust: no injected text ever becomes a script).
 */
const policy = globalThis.trustedTypes?.createPolicy("countersign", {
  createScriptURL(address: string): string {
    if (new URL(address, document.baseURI).origin !== location.origin) throw new TypeError("not a script of this site");
    return address;
  },
});

/** `address`, accepted by `new Worker` and `serviceWorker.register` under Trusted Types. */
export function trustedScriptUrl(address: string): string | URL {
  return (policy?.createScriptURL(address) as unknown as string | undefined) ?? address;
}
