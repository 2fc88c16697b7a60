/**
 * The one source of the security headers: the `<meta>` policy, `public/_headers`, the nginx example and the preview server
 * all come from here, and a test holds them equal.
 */

const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types countersign",
];

/** The policy for `<meta>`, which cannot carry `frame-ancestors`. */
export const metaPolicy = DIRECTIVES.join("; ");

/** Headers for every page and asset but the embed. */
export const pageHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": `${metaPolicy}; frame-ancestors 'none'`,
  "Cross-Origin-Opener-Policy": "same-origin",
  ...common(),
};

/** Headers for `embed.html`, which any site may frame. */
export const embedHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": `${metaPolicy}; frame-ancestors *`,
  ...common(),
};

function common(): Record<string, string> {
  return {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy":
      "camera=(), microphone=(), geolocation=(), clipboard-read=(), clipboard-write=(self)",
  };
}
