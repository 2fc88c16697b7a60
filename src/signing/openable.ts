/** The URL that a click may open: only http and https, never `javascript:` or the like. */
export function isOpenable(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}
