const NAMES: Readonly<Record<string, string>> = {
  "": "nothing",
  "\n": "a line feed",
  "\r\n": "a Windows line break",
  " ": "a space",
  "\t": "a tab",
  ", ": "a comma and a space",
  ".\n": "a dot and a line feed",
};

/** What separates two pieces of a string, as users read it. */
export function jointName(joint: string): string {
  return NAMES[joint] ?? `“${joint}”`;
}

/** As the end of a sentence; empty where nothing separates them. */
export function withBetween(joint: string): string {
  return joint === "" ? "" : `, with ${jointName(joint)} between`;
}
