import { isSigned } from "./find/signed";
import type { Problem } from "./types";
import { withoutBreaks } from "./url-text";

/**
 * What keeps a text from being signed, whatever the vendor; `null` where nothing does. Where a link is built from the text, a
 * missing “https://” is no problem.
 */
export function checkText(url: string, origin: string): Problem | null {
  // No vendor signs the host, so the path of a signed request is enough.
  if (/^\/[^/]/.test(url) && isSigned(url)) return null;
  if (url === "") {
    return { kind: "no-url", sentence: "There is no URL yet. Paste one, or choose an example." };
  }
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):(?![\d ])/.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") {
    return {
      kind: "unsupported-scheme",
      sentence: `Only http: and https: URLs can be signed, and this one begins with “${scheme.slice(0, 20)}:”. Paste the web address.`,
    };
  }
  if (scheme !== undefined && /^https?:\/\/([^@]*@)?(:\d*)?$/i.test(withoutBreaks(origin) || "https://")) {
    return SLASHES_LOST.test(url)
      ? {
          kind: "no-host",
          sentence: `Two slashes belong between “${scheme}:” and the host.`,
          rewrite: { label: "Write //", text: url.replace(SLASHES_LOST, `${scheme}://`) },
        }
      : { kind: "no-host", sentence: "The URL names no host. Write the host after “https://”." };
  }
  if (scheme === undefined) return noScheme(url);
  return null;
}

/** What joins or cleans paths makes one slash of two. A file or a version at its place is no host. */
const SLASHES_LOST = /^https?:\/?(?=[^/?#\s]+\.\p{L}[\p{L}\d-]+(?::\d+)?\/)/iu;

/** Names of two labels or more in any script, IPv4 and IPv6 addresses. */
const HOSTS: readonly RegExp[] = [
  /^(?:[\p{L}\p{M}\p{N}_-]+\.)+[\p{L}\p{M}\p{N}_-]{2,}\.?$/u,
  /^localhost$/i,
  /^\d{1,3}(?:\.\d{1,3}){3}$/,
  /^\[[0-9a-f:.]{2,45}\]$/i,
];

function noScheme(url: string): Problem {
  const address = url.replace(/^\/\//, "");
  const authority = withoutBreaks(/^[^/?#]*/.exec(address)?.[0] ?? "");
  // An address of e-mail has a host, too.
  const user = address.includes("/") ? /^[^\s@]*@/ : "";
  const host = authority.replace(user, "").replace(/:\d*$/, "");
  if (HOSTS.some((pattern) => pattern.test(host))) {
    return {
      kind: "no-scheme",
      sentence: "The URL does not say how to reach its host. Begin it with “https://”.",
      rewrite: { label: "Add https://", text: `https://${address}` },
    };
  }
  return {
    kind: "no-host",
    sentence: "This is no URL with a host. Paste the whole address, from “https://” on.",
  };
}
