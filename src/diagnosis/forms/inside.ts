import type { Telling } from "../../mistakes/mistake";
import { fromBase64, fromHex, readAsLatin1 } from "../../mistakes/text/bytes";
import { toHex } from "../../signing/hmac";
import { invisibleName } from "../../signing/wording/invisible";
import { readBase64 } from "./base64";
import { readHex } from "./hex";
import { hexTarget, isHex, upperCase } from "./hex-digits";
import { DIGEST_LENGTHS } from "./raw-bytes";
import type { FormStep, SignatureReading } from "./reading";

/** The digits of a whole digest, and not those of a longer number; “sha1” or “v1” may be joined to them. */
const HEX_RUN = new RegExp(
  `(?:(?<![\\da-f])|(?:sha|md)[-_]?\\d{1,3}?|\\bv\\d)(${DIGEST_LENGTHS.map((bytes) => `[\\da-f]{${2 * bytes}}`).join("|")})(?![\\da-f])`,
  "gi",
);
/** `AC:0A:4D:…`, `ac 0a 4d …`. */
const PARTED_RUN =
  /(?<![\da-f]|[\da-f]{2}[:-])[\da-f]{2}([:\- ])[\da-f]{2}(?:\1[\da-f]{2}){14,62}(?!\1?[\da-f])/gi;
const BASE64_RUN = /(?<![\w+/-])[\w+/-]{22,86}(?:={1,2}(?!=)|(?![\w+/=-]))/g;

/** Runs of digits of a whole digest inside anything else: a sentence, a call, JSON, the line of a tool. */
export function readInside(text: string): SignatureReading[] {
  // As many digits as most signatures have: nothing fits beside another digest.
  if (isHex(text) && text.length <= 64 && DIGEST_LENGTHS.includes(text.length / 2)) return [];
  const hex = [...text.matchAll(HEX_RUN)].map(([, run = ""]) => run);
  const glued = [...text.matchAll(/[\da-f]{34,}/gi)].flatMap(([run]) => ends(run));
  const parted = [...text.matchAll(PARTED_RUN)].map(([run]) => run);
  // Forms write a space as “+”.
  const base64 = [...new Set([text, text.replaceAll("+", " ")])].flatMap((spelled) =>
    [...spelled.matchAll(BASE64_RUN)].map(([run]) => run),
  );
  return [
    ...inEncoded(text),
    ...readDivided(text),
    ...glued.map((run) => onlyWhole(hexTarget(run, [around(text, run), ...upperCase(run)]))),
    ...[...hex, ...parted].filter((run) => run !== text).flatMap((run) => readHex(run, [around(text, run)])),
    ...base64
      .filter((run) => run !== text && isWhole(run))
      .flatMap((run) => readBase64(run, [around(text, run)])),
  ];
}

/** All digits of a digest, with one sign or a few between two of them: `558b6502...39846dd0`. */
function readDivided(text: string): SignatureReading[] {
  const [, start = "", sign = "", end = ""] = /^([\da-f]+)([^\w\s]{1,12})([\da-f]+)$/i.exec(text) ?? [];
  if (!DIGEST_LENGTHS.includes((start.length + end.length) / 2)) return [];
  const step = {
    id: "signature-with-prefix",
    detail: `“${visibly(sign)}” stood between its digits.`,
    telling: DIVIDED,
  };
  return [onlyWhole(hexTarget(start + end, [step, ...upperCase(start + end)]))];
}

const DIVIDED: Telling = {
  why: "All digits are there, and all agree: a program that divides long texts, or a person, put it there.",
};

/** The digits within a text that was itself written in hex or base64: the line of a tool through “xxd -p” or “base64”. */
function inEncoded(text: string): SignatureReading[] {
  const isInHex = isHex(text) && text.length >= FEWEST_ENCODED && text.length % 2 === 0;
  const bytes = isInHex ? fromHex(text) : /^[\w+/-]{48,}={0,2}$/.test(text) ? fromBase64(text) : null;
  const inner = bytes && readAsLatin1(bytes);
  if (!inner || !/^[ -~\s]+$/.test(inner)) return [];
  const id = isInHex ? "signature-hex-of-text" : "signature-base64-of-hex";
  return [...inner.matchAll(HEX_RUN)]
    .map(([, run = ""]) => run)
    .filter((run) => run !== inner)
    .map((run) => hexTarget(run, [around(inner, run), ...upperCase(run), { id }]));
}

/** 24 bytes, as the digits of MD5 in base64 have. */
const FEWEST_ENCODED = 48;

/** The first and the last digits of a run that is longer than a digest by two digits or more, or either half of one that stands twice. */
function ends(run: string): string[] {
  const lengths = DIGEST_LENGTHS.map((bytes) => 2 * bytes);
  const half = run.slice(0, run.length / 2);
  if (lengths.includes(run.length)) return lengths.includes(half.length) && half + half === run ? [half] : [];
  const shorter = lengths.filter((length) => length + 2 <= run.length);
  return shorter.flatMap((length) => [run.slice(0, length), run.slice(-length)]);
}

/** A part of a longer run of digits may as well be a part of a longer digest, with a wrong digit beside it. */
function onlyWhole(reading: SignatureReading): SignatureReading {
  const { bytes, bits, hex } = reading;
  return {
    ...reading,
    agrees: (computed) => (computed.length === bytes.length && toHex(computed) === hex ? bits : 0),
  };
}

function isWhole(base64: string): boolean {
  const digits = base64.replace(/=+$/, "").length;
  return DIGEST_LENGTHS.some((bytes) => Math.ceil((bytes * 4) / 3) === digits);
}

/** A run of digits, maybe of a part of a digest only, inside anything else. */
export function readPartInside(text: string): SignatureReading[] {
  const run = /[0-9a-f]{20,}/i.exec(text)?.[0];
  return run ? [hexTarget(run, [around(text, run), ...upperCase(run)])] : [];
}

function around(text: string, run: string): FormStep {
  const id = "signature-with-prefix";
  return text === run + run ? { id, telling: TWICE } : { id, detail: aroundDetail(text, run) };
}

const TWICE: Telling = {
  title: "The digits of the {signature} stood twice in a row.",
  why: "They were pasted a second time, or code appended them to a URL that had them.",
  fix: "Keep its digits once.",
};

/** What stood before and after the digits, in a sentence. */
export function aroundDetail(whole: string, inner: string): string {
  const start = whole.indexOf(inner);
  const [before, after] = [whole.slice(0, start), whole.slice(start + inner.length)].map(withoutSpace);
  if (!before && !after) return "White space stood around it.";
  if (!before) return `“${visibly(after)}” stood after it.`;
  const told = `“${visibly(before)}” stood before it`;
  return after ? `${told}, “${visibly(after)}” after it.` : `${told}.`;
}

/** Without the white space that everybody knows at its ends. */
const withoutSpace = (text: string) => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");

function visibly(text = ""): string {
  return Array.from(text.slice(0, 30), (char) => invisibleName(char) ?? char).join("");
}
