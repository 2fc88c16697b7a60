import { sortQuery } from "../../signing/sort-query";
import { express, type Operators } from "../expression";
import type { Phrases } from "./phrases";

/** In place of what languages do differently: a character that no text which was signed holds. */
const UNKNOWN = "\0";
const unknown = () => UNKNOWN;
const unknownChange = () => ({ removed: UNKNOWN, added: UNKNOWN });

/**
 * Phrases that say no code but what it comes to: a line that makes the signing string becomes the string that it makes of one URL. Only
 * what all languages do alike is known.
 * @param parts of the URL, by their names in the rule
 */
export function valuePhrases(parts: Readonly<Record<string, string>>): Phrases {
  const name = (part: string) => parts[part] ?? UNKNOWN;
  const operators: Operators = {
    quote: (text) => text,
    name,
    plus: "",
    when: (part, more) => (name(part) === "" ? "" : more),
    orElse: (part, otherwise) => name(part) || otherwise,
  };
  const rule: Phrases["rule"] = (pieces) => express(pieces, operators);
  return {
    signingString: UNKNOWN,
    secret: UNKNOWN,
    variable: name,
    quote: operators.quote,
    plus: operators.plus,
    express: rule,
    message: (text) => text,
    rule,
    newline: (pieces) => ({ removed: `${rule(pieces)}\n`, added: rule(pieces) }),
    asKey: unknown,
    hash: unknown,
    key: unknown,
    plain: unknownChange,
    digits: unknownChange,
    result: unknown,
    environment: unknown,
    setSecret: unknown,
    demandSecret: unknown,
    file: unknownChange(),
    call: unknown,
    wraps: {
      decodeBase64: unknown,
      decodeHex: unknown,
      hash: unknown,
      latin1: unknown,
      utf16: unknown,
      encodeBase64: unknown,
      encodeHex: unknown,
      percentEncode: unknown,
      percentDecode: decoded,
      reencode: unknown,
      escapeHtml: unknown,
      sort: sortQuery,
      normalise: unknown,
      dropFirst: (text) => text.slice(1),
    },
  };
}

/** Languages differ on a “+”, and on what is no UTF-8. */
function decoded(text: string): string {
  if (text.includes("+")) return UNKNOWN;
  try {
    return decodeURIComponent(text);
  } catch {
    return UNKNOWN;
  }
}
