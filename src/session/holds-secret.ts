/** A shorter secret may stand in a URL by chance. */
const FEWEST_CHARACTERS = 6;
/** A URL inside a URL inside a URL. */
const MOST_ENCODED = 3;

/** Whether a text holds the secret, as it is or percent-encoded, also more than once. */
export function holdsSecret(text: string, secret: string): boolean {
  if ([...secret].length < FEWEST_CHARACTERS) return false;
  let decoded = text;
  for (let times = 0; times <= MOST_ENCODED; times++) {
    if (decoded.includes(secret) || decoded.replaceAll("+", " ").includes(secret)) return true;
    const next = decodeRuns(decoded);
    if (next === decoded) return false;
    decoded = next;
  }
  return false;
}

/** Percent-encoded UTF-8 decoded wherever it is some; what is none stays. */
function decodeRuns(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
