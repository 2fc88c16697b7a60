import type { Telling } from "../../mistakes/mistake";
import { percentDecode } from "../../mistakes/text/escapes";
import { toHex } from "../../signing/hmac";
import { howUnshown } from "../known/unshown";
import { DIGEST_LENGTHS } from "./raw-bytes";
import type { SignatureReading } from "./reading";

/** Fewer digits may agree by chance even with the right ones, which are the only ones that so few are compared with. */
const FEWEST_DIGITS = 10;

/** With words or a comma behind it, it is a part of a sentence. */
const ONE_WORD = /^\s?[^\s,;]+$/;

/** `558b65023984…`, `558b6502...66777353`, `558b65023984****`: digits of which something shows only the first, the last, or both. */
export function readShortened(text: string): SignatureReading[] {
  const written = percentDecode(text).trim().toLowerCase();
  const [, start = "", sign = "", end = ""] = /^([\da-f]*)([^\da-f].*?)([\da-f]*)$/s.exec(written) ?? [];
  const left = start.length + end.length;
  if (left < FEWEST_DIGITS || howUnshown(sign) === null || !ONE_WORD.test(sign)) return [];
  const bits = left * 4;
  const firstByte = Number.parseInt(start.slice(0, 2), 16);
  return [
    {
      bytes: new Uint8Array(),
      bits,
      hex: null,
      forms: [],
      agrees: (computed) => {
        // Nearly all that is computed differs from the first byte on.
        if (start.length > 1 && computed[0] !== firstByte) return 0;
        const hex = toHex(computed);
        const isLonger = DIGEST_LENGTHS.includes(computed.length) && hex.length > left;
        return isLonger && hex.startsWith(start) && hex.endsWith(end) ? bits : 0;
      },
      formsOf: (computed) => {
        const detail = `“${shown(sign)}” stands for the others: ${placesOf(start, end)} of ${computed.length * 2} digits are left, and all of those agree.`;
        return [{ id: "signature-truncated", detail, telling: SHORTENED }];
      },
    },
  ];
}

const SHORTENED: Telling = {
  title: "Only a part of the {signature}’s digits is here.",
  why: "Logs, dashboards and chats shorten what is long, and people hide digits before they pass a URL on. The digits that are left are the right ones.",
  fix: "Look whether only the copy has been shortened: then the URL that was sent may be right. Else send all of its digits.",
};

const LONGEST_SIGN = 12;

const shown = (sign: string) => (sign.length > LONGEST_SIGN ? `${sign.slice(0, LONGEST_SIGN)}…` : sign);

function placesOf(start: string, end: string): string {
  if (end === "") return `the first ${start.length}`;
  return start === "" ? `the last ${end.length}` : `the first ${start.length} and the last ${end.length}`;
}
