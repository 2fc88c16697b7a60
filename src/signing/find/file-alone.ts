import { IMAGE_EXTENSION } from "../image-extension";

/** Whether a text has a signed file without the folders that it lies in: its name is no host’s. */
export function isFileAlone(text: string): boolean {
  return (
    !text.includes("://") &&
    text
      .slice(0, 20_000)
      .split(/[\s"]+/)
      .some((word) => FILE.test(word))
  );
}

const FILE = new RegExp(
  String.raw`^[^/?#:@]{1,200}${IMAGE_EXTENSION}\?[^#]{0,4000}?signature=[\da-f]{40}`,
  "i",
);
