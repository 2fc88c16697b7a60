/** What the secret is mostly called in environments, templates and settings, whoever the vendor is. */
export const SECRET_NAMES: readonly string[] = [
  "LIBPIXEL_SECRET",
  "LIBPIXEL_AUTH_SECRET",
  "URLBOX_API_SECRET",
  "URLBOX_SECRET",
  "SECRET",
  "AUTH_SECRET",
  "API_SECRET",
  "SECRET_KEY",
  "secret",
];
