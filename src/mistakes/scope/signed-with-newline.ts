import type { Mistake, Telling } from "../mistake";
import { PHOTO_URL, SECRET, SIGNED } from "../sample";
import { RARE, RAREST, SELDOM, VERY_RARE } from "../weights";

export const signedWithNewline: Mistake = {
  id: "signed-with-newline",
  group: "scope",
  title: "A line break was part of the string that was signed.",
  why: "“echo” without “-n” adds one, and so do a here-document, “<<<”, and files saved by an editor.",
  fix: "Write the string with “printf %s”, or strip the line break.",
  example: { url: PHOTO_URL, secret: SECRET, signed: `${SIGNED}\n` },
  nearMiss: { url: PHOTO_URL, secret: SECRET, signed: `${SIGNED} ` },
  *messages(message) {
    yield { value: `${message}\n`, detail: "One line feed." };
    yield { value: `${message}\r\n`, detail: "A carriage return and a line feed, as Windows writes it." };
    yield { value: `${message}\n\n`, detail: "Two line feeds.", weight: SELDOM };
    yield { value: `${message}\r`, detail: "One carriage return.", weight: SELDOM };
    yield {
      value: ` ${message}\r\n`,
      detail: "A Windows line break, and a space before the string.",
      weight: RAREST,
    };
    yield {
      value: `${message} \r\n`,
      detail: "A space and a Windows line break, as “echo … | openssl” in cmd writes it.",
      weight: RARE,
    };
    yield { value: `${message} \n`, detail: "A space and a line feed.", weight: VERY_RARE };
    yield { value: `\n${message}`, detail: "One line feed, at the start.", weight: RARE };
    yield { value: `\n${message}\n`, detail: "One line feed at either end.", weight: VERY_RARE };
    yield {
      value: `${message}\\n`,
      detail: "A backslash and an “n”, written for a line feed.",
      telling: WRITTEN,
      weight: RARE,
    };
    yield {
      value: `-n ${message}\n`,
      detail: "“echo -n” printed its “-n”, as the echo of sh on some systems does.",
      weight: RARE,
    };
  },
};

const WRITTEN: Telling = {
  title: "A backslash and an “n” were part of the string that was signed.",
  why: "Between single quotes PHP, Ruby and Perl keep a backslash and the letter behind it, shells between any quotes, and so does a text that was escaped once more.",
  fix: "Put nothing behind the string, neither a line break nor what is written for one.",
};
