import type { KnownOption } from "../scheme";

/** LibPixel's image API, the options that its documents and clients name. */
export const options: readonly KnownOption[] = [
  { name: "src", hint: "address of the source image" },
  { name: "width", hint: "pixels, as in 1200" },
  { name: "height", hint: "pixels, as in 630" },
  { name: "mode", hint: "fit, fill or crop" },
  { name: "crop", hint: "x,y,width,height" },
  { name: "dpr", hint: "1, 2 or 3" },
  { name: "quality", hint: "1 to 100" },
  { name: "format", hint: "jpeg, png or webp" },
  { name: "blur", hint: "radius, as in 20" },
  { name: "rotate", hint: "degrees, as in 90" },
  { name: "background", hint: "colour, as in ffffff" },
];

export const otherOptions: readonly string[] = ["sharpen", "flip", "brightness", "contrast"];
