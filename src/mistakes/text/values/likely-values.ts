/** Widths of common screens, of image sets and of thumbnails, the commonest first. */
export const SIZES: readonly string[] = (
  "640 750 828 1080 1200 1920 2048 3840 320 480 768 800 1024 1280 400 600 300 200 100 150 50 1440 1600 2560 1366 360 375 " +
  "384 256 128 96 64 48 32 16 240 250 500 700 720 900 960 1000 1500 2000 414 420 540 560 180 120 160 630 1400 1800 512 " +
  "576 992 1140 1536 1680 2400 3000 4000 80 60 40 24 220 280 350 440 450 550 650 672 680 840 850 1125 1152 1242 1900"
).split(" ");

export const QUALITIES: readonly string[] =
  "75 80 90 85 70 60 100 50 65 95 40 45 55 30 35 82 92 72 20 25 10 15 1".split(" ");

export const RATIOS: readonly string[] = "1 2 3 1.5 1.25 1.75 2.5 4 2.625 3.5 0.75 0.5 1.0 2.0 3.0 5".split(
  " ",
);

const DURATIONS: readonly string[] = (
  "0 1000 2000 3000 5000 500 10000 1500 4000 100 200 250 300 750 2500 6000 7000 8000 9000 15000 20000 30000 60000 45000 " +
  "1 2 3 5 10 15 30 60 120 300 600 900 1800 3600 7200 86400 43200 604800 2592000 31536000"
).split(" ");

const FORMATS = ["jpg", "jpeg", "png", "webp", "avif", "gif", "pdf", "svg", "auto", "mp4", "html"];
const FITS = [
  "crop",
  "fit",
  "fill",
  "cover",
  "contain",
  "max",
  "clip",
  "scale",
  "min",
  "pad",
  "thumb",
  "inside",
  "auto",
];
const SWITCHES = ["true", "1", "false", "0", "yes", "True", "on"];
const COLOURS = ["ffffff", "fff", "000000", "000", "white", "black", "transparent", "%23ffffff", "%23fff"];
const ANGLES = ["90", "180", "270", "0", "auto"];

/** What a parameter is likely to hold, by its name. */
const BY_NAME: readonly [name: RegExp, values: readonly string[]][] = [
  [/^(?:w|h|max_?[wh])$|width|height|size/i, SIZES],
  [/^q$|qual/i, QUALITIES],
  [/^(?:dpr|ratio|scale|density|zoom)$/i, RATIOS],
  [/delay|time|wait|ttl|duration|expires|max_?age|^age$/i, DURATIONS],
  [/^(?:format|fm|f|ext|output|type)$/i, FORMATS],
  [/^(?:mode|fit|resize|crop_?mode|gravity)$/i, [...FITS, "center", "top", "face", "faces", "smart"]],
  [/back|bg|colou?r/i, COLOURS],
  [/^(?:rotate|rot|angle|or)$/i, ANGLES],
  [/^(?:blur|sharpen?|brightness|contrast)$/i, ["1", "2", "3", "5", "10", "20", "30", "50", "100", "true"]],
  [/^flip$/i, ["h", "v", "hv", "horizontal", "vertical", "both", "true", "1"]],
  [
    /^auto$/i,
    [
      "format",
      "compress",
      "format,compress",
      "compress,format",
      "format%2Ccompress",
      "compress%2Cformat",
      "webp",
    ],
  ],
  [/^(?:v|ver|version)$/i, ["1", "2", "3", "1.0", "2.0"]],
];

/** The values of this name, or what a switch may hold where it says nothing. */
export function likelyValues(name: string): readonly string[] {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? SWITCHES;
}

const OPPOSITES: Readonly<Record<string, readonly string[]>> = {
  true: ["false", "0", "False", "no", "off"],
  false: ["true", "1", "True", "yes", "on"],
  1: ["false", "no", "off"],
  0: ["true", "yes", "on"],
  yes: ["no", "0", "false"],
  no: ["yes", "1", "true"],
  on: ["off", "0", "false"],
  off: ["on", "1", "true"],
};

/** What a parameter of this name may have held in the place of a word: another one that it often holds, or the opposite. */
export function otherWords(name: string, value: string): readonly string[] {
  const opposite = OPPOSITES[value];
  if (opposite) return opposite;
  const all = likelyValues(name);
  if (all === SWITCHES || !/^[a-z][a-z,]*$/i.test(value)) return [];
  return all.filter((word) => /^[a-z]/i.test(word) && word.toLowerCase() !== value.toLowerCase());
}

/** Names of image services that stand in URLs beside a vendor’s own options. */
export const COMMON_NAMES = [
  "w",
  "h",
  "q",
  "dpr",
  "fm",
  "fit",
  "auto",
  "quality",
  "format",
  "width",
  "height",
  "mode",
  "crop",
  "v",
];
