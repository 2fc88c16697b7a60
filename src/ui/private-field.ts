/**
 * For every field that takes a secret: no autofill, which would also let the browser write it to disk; no spell checker, which
 * may send text away; no password manager.
 */
export const privateField = {
  autoComplete: "off",
  spellCheck: false,
  autoCapitalize: "off",
  autoCorrect: "off",
  "data-1p-ignore": "",
  "data-lpignore": "true",
  "data-bwignore": "true",
  "data-form-type": "other",
} as const;
