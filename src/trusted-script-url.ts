interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): URL };
}

/**
 * The page's one Trusted Types policy: it lets only addresses of this site start a worker, and throws for any other (trust:
 * no injected text ever becomes a script). Browsers without Trusted Types take the address as it is.
 */
const rules = {
  createScriptURL(address: string): string {
    if (new URL(address, document.baseURI).origin !== location.origin)
      throw new TypeError("not a script of this site");
    return address;
  },
};
const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy("countersign", rules);

/** `address`, accepted by `new Worker` and `serviceWorker.register` under Trusted Types. */
export function trustedScriptUrl(address: string): URL | string {
  return policy ? policy.createScriptURL(address) : rules.createScriptURL(address);
}
