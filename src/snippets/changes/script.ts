import { express } from "../expression";
import { camelName } from "../plan";
import { operators } from "../script";
import { assigned } from "./assigned";
import { grouped } from "./names";
import type { Phrases } from "./phrases";

/** `String()` of what is not set, as a template literal calls it. */
export const templateOf = (variable: string, text: string) =>
  text === "undefined" ? `\`\${${variable}}\`` : null;

const assign = (text: string) => `const signingString = ${text};`;

/** What Node.js and the browser share. */
export const scriptPhrases = {
  signingString: "signingString",
  secret: "secret",
  variable: (name) => name,
  ...assigned(operators, assign),
  result: (pieces) => `return ${express(pieces, operators)};`,
  setSecret: (text) => `const secret = ${text};`,
  call: (vendor, url, secret) => `${camelName({ vendor })}(${url}, ${secret})`,
  substitute: (text, from, to) =>
    `${grouped(text)}.replaceAll(${operators.quote(from)}, ${operators.quote(to)})`,
} as const satisfies Partial<Phrases>;

export const scriptWraps = {
  percentEncode: (text: string) => `encodeURIComponent(${text})`,
  percentDecode: (text: string) => `decodeURIComponent(${text})`,
  reencode: (text: string) => `new URLSearchParams(${text}).toString()`,
  escapeHtml: (text: string) => `${text}.replaceAll("&", "&amp;")`,
  sort: (text: string) => `${text}.split("&").sort().join("&")`,
  dropFirst: (text: string) => `${text}.slice(1)`,
};
