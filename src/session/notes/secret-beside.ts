import { aroundUrl, type Reading } from "../../signing/sign";
import type { Note } from "../../signing/types";

/** What code, a `.env` file or a sentence calls a secret, and its value: not the secret's name, file or hash. */
const CALLED_SECRET =
  /secret(?:[_-]?(?:access[_-]?)?(?:key|token|value))?(?:[_-](?:prod|live|test|dev|staging)\w*)?["']?\s*(?:=>|:?=|:)\s*(?:b?(["'`])(?<quoted>[\w+/~!@#^=$%&*?.-]{8,})\1|(?<bare>[\w+/~!@#^-]{8,}={0,2})(?=\.?(?:\s|$)|[,&}]))/gi;

/** Constants, places in a vault, and what stands in a secret's place in examples. */
const PLACEHOLDER =
  /\$\{|^\$|\.\w*\.|^[A-Z\d]+(?:_[A-Z\d]+)+$|^\/?[a-z-]+(?:\/[a-z\d-]+)+$|[Ss]ecret|SECRET|[Yy]our|[Xx]{4}/;

/** Digits with letters of both cases, or hexadecimal, or digits in several places: words such as “base64” and a year have fewer. */
const MADE_AT_RANDOM = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])|^(?=.*[a-f])(?=.*\d)[\da-f]{16,}$|\d[^\d]+\d[^\d]+\d/;

/** Code mostly names the place from which it reads its secret, and logs hide it. */
const isSecret = (value: string) => MADE_AT_RANDOM.test(value) && !PLACEHOLDER.test(value);

/** A secret that was pasted along with the URL. It is no part of what is signed, kept or shared. */
export function besideNote(pasted: string, reading: Reading): Note[] {
  if (reading.text.origin === "") return [];
  const called = [...aroundUrl(pasted, reading).matchAll(CALLED_SECRET)];
  if (!called.some(({ groups }) => isSecret(groups?.quoted ?? groups?.bare ?? ""))) return [];
  return [
    {
      kind: "secret-beside",
      risk: true,
      sentence:
        "Beside the URL stands what is called a secret, for all to read. It is not used here, and no link of this page carries it: enter it in the field of the secret, and pass the URL on without it.",
    },
  ];
}
