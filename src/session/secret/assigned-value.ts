/** The value of a line that assigns one to a variable, without its quotes and what stands behind it. */
export function assignedIn(line: string): string {
  const value = line.slice(line.indexOf("=") + 1).trim();
  return /^(["'])(.*?)\1(?:[;,].*|\s+#.*)?$/.exec(value)?.[2] ?? value.replace(/\s+#.*$/, "");
}
