/** The end of an image's file name, as the text of a pattern that ignores case. */
export const IMAGE_EXTENSION = String.raw`\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|bmp|heic|ico|jxl)`;
