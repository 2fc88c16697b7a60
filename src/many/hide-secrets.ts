/** A shorter secret may stand in a URL by chance, and would be told by what is left out. */
const FEWEST_CHARACTERS = 6;
/** What stands in its place. */
export const HIDDEN = "«secret»";

/** Takes secrets out of texts that are shown, copied or saved: as they are, and percent-encoded once or twice. */
export function hideSecrets(secrets: readonly string[]): (text: string) => string {
  const spellings = new Set<string>();
  for (const secret of secrets) {
    if ([...secret].length < FEWEST_CHARACTERS) continue;
    const encoded = encodeURIComponent(secret.toWellFormed());
    for (const spelling of [secret, encoded, encodeURIComponent(encoded), encoded.replaceAll("%20", "+")])
      spellings.add(spelling);
  }
  return (text) => {
    let hidden = text;
    for (const spelling of spellings)
      if (hidden.includes(spelling)) hidden = hidden.replaceAll(spelling, HIDDEN);
    return hidden;
  };
}
