import type { Key, Telling, Variant } from "../mistake";
import { type Reading, textOfUtf8 } from "./bytes";

/*
 * A secret that is entered as a file or a tool shows it, and signed by code that reads it rightly, gives the digits of a secret
 * that is entered rightly and signed by code that reads too much into it. Both are told, and no line of code is to blame.
 */

interface Words {
  /** The one that is entered, and what of the one that signed. */
  readonly title: string;
  /** Who writes a secret so, and hands on the secret itself. */
  readonly shown: string;
  /** What the code did if it is the account’s secret that is entered. */
  readonly read: string;
  /** What to do then. */
  readonly cure: string;
}

export function storedForm({ title, shown, read, cure }: Words): {
  readonly entered: true;
  readonly telling: Telling;
} {
  return {
    entered: true,
    telling: {
      title,
      why: `${shown} Or what is entered here is the account’s secret, and ${read}.`,
      fix: `Enter the secret as the vendor’s dashboard shows it; if that is what is entered here, ${cure}.`,
    },
  };
}

/** What decoding the secret gave: where that is a text, the secret is entered encoded. @param form such as “the base64 form” */
export function* decodedWays(
  readings: Iterable<Reading>,
  form: string,
  shown: string,
  read: string,
): Generator<Variant<Key>> {
  const title = `The secret entered here is ${form} of the one that signed`;
  const cure = "use its characters as they stand where it is signed";
  for (const reading of readings) {
    const text = typeof reading.value === "string" ? reading.value : textOfUtf8(reading.value);
    if (text === null || !TEXT.test(text)) yield reading;
    else if (!text.endsWith("\n")) {
      yield { ...reading, value: text, ...storedForm({ title: `${title}.`, shown, read, cure }) };
    } else {
      const { entered, telling } = storedForm({
        title: `${title}, which ends in a line break.`,
        shown,
        read,
        cure,
      });
      const fix = `Store it without the line break, as “printf %s” writes it, and enter it so here. If what is entered here is the account’s secret, ${cure}.`;
      yield { ...reading, value: text, entered, telling: { ...telling, fix } };
    }
  }
}

/** Random bytes are hardly ever one of so many characters. */
const TEXT = /^[^\p{C}\ufffd]{6,}(?:\r?\n)?$/u;
