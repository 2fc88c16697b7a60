import { fromHtml } from "../../mistakes/text/respell";
import { cutQuery } from "../../signing/url-text";
import { undo } from "./damage";
import type { Fact, Family, SignedCase } from "./fact";

/**
 * Where the signature stands and what it is called. LibPixel, "Secure URLs": a parameter `signature` at the end of the query;
 * Urlbox: between API key and format.
 */
export const placeFacts: Family = (signed) => {
  const { misplaced } = signed.found;
  const tell = misplaced === null ? undefined : PLACES[misplaced];
  return tell ? [{ kind: misplaced ?? "", grade: "certain", ...tell(signed) }] : [];
};

type Told = Omit<Fact, "kind" | "grade">;

const PLACES: Readonly<Record<string, (signed: SignedCase) => Told>> = {
  "signature-not-last": (signed) => {
    const about = `${signed.scheme.label}’s rule has the signature at the end of the query.`;
    const names = namesBehind(signed);
    // A server may well read no parameter there.
    if (names.every((name) => name === "" || name === "amp;"))
      return { sentence: "An “&” stands behind the signature, and no parameter.", about };
    return { sentence: `${told(names)} behind the signature.`, about, impossible: true };
  },
  // Whether a server takes the first, the last or none of them, no document says.
  "signature-twice": ({ scheme }) => ({ sentence: `The URL carries more than one ${scheme.signatureWord}.` }),
  "signature-after-fragment": () => ({
    sentence: "The signature stands behind “#”, and what stands there is never sent.",
    impossible: true,
  }),
  "url-html-escaped": (signed) => ({
    sentence: "HTML’s spelling of “&” stands before “signature”.",
    ...(hasPlain(signed)
      ? { about: "Another signature stands before it as it is sent." }
      : {
          about: `Sent as it stands here, the URL has no parameter of that name, and ${signed.scheme.label} sees no signature.`,
          impossible: true,
        }),
    ...undo(signed, fromHtml(signed.request.typed)),
  }),
  "token-misplaced": ({ scheme }) => ({
    sentence: `The token does not stand between API key and format, where ${scheme.label} reads it.`,
    impossible: true,
  }),
  "token-in-query": ({ scheme }) => ({
    sentence: `No token stands between API key and format, where ${scheme.label} reads it.`,
    about: "What looks like one is a parameter.",
    impossible: true,
  }),
};

const hasPlain = ({ scheme, request: { typed } }: SignedCase) =>
  cutQuery(typed.query ?? "").some(({ name }) => name === scheme.signatureParameter);

/** The names of what stands behind the last signature. */
function namesBehind({ scheme, request: { typed } }: SignedCase): string[] {
  const parameters = cutQuery(typed.query ?? "");
  const at = parameters.findLastIndex(({ name }) => name === scheme.signatureParameter);
  return parameters.slice(at + 1).map(({ name }) => name);
}

/** Names with their verb. */
function told(names: readonly string[]): string {
  const first = names.slice(0, 4).map((name) => `“${name.slice(0, 40)}”`);
  const more = names.length > 4 ? ` and ${names.length - 4} more` : "";
  return `${first.join(", ")}${more} ${names.length === 1 ? "stands" : "stand"}`;
}
