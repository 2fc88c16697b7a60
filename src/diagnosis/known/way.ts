import { checkDelivery } from "../../signing/clients/delivery";
import { few, whoCanFetch } from "../../signing/clients/who-can-fetch";
import { findUrl } from "../../signing/find/find-url";
import type { BeforeAfter } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";
import type { Fact, Family, SignedCase } from "./fact";

/** How the URL came here, and what becomes of it when it is sent. */
export const wayFacts: Family = (signed) => [
  ...carried(signed),
  ...changed(signed),
  ...changedByOthers(signed),
];

function carried({ scheme, pasted }: SignedCase): Fact[] {
  const layers = findUrl(pasted, scheme)?.layers.filter((layer) => layer !== PLAIN) ?? [];
  if (layers.length === 0) return [];
  return [
    {
      kind: "carrier",
      grade: "certain",
      sentence: `The URL was read out of ${layers.join(" inside ")}.`,
      about: "What is said here is said of the URL inside, as it was read.",
    },
  ];
}

/** Text around the URL is no carrier. */
const PLAIN = "the pasted text";

/**
 * That a browser sends it otherwise than it stands is measured, and settles nothing: the URL
 * may have been signed in either form, and other clients send it as it stands.
 */
function changed({ request }: SignedCase): Fact[] {
  const note = checkDelivery(request.unsigned).find(({ kind }) => kind === "delivery");
  const changes = (note?.changes ?? []).slice(0, MOST).map(told);
  if (changes.length === 0) return [];
  return [
    {
      kind: "changed-by-browsers",
      // Browsers disagree on these two.
      grade: note?.changes?.some(({ before }) => before === "|" || before === "^") ? "likely" : "certain",
      sentence: `A browser sends this URL otherwise than it stands here: ${changes.join(", ")}.`,
      about: "A signature over the one form does not fit the other.",
      ...(note?.rewrite && { rewrite: note.rewrite }),
    },
  ];
}

/** Of other clients one version each was measured, so that nothing is certain of the one that was used. */
function changedByOthers({ request: { typed } }: SignedCase): Fact[] {
  // A line break within it came with the paste, and no client was ever given it.
  const url = joinUrl(typed).replace(/[\t\n\r]/g, "");
  const others = whoCanFetch(url).filter(({ client }) => client.name !== "browsers");
  const who = (does: "changed" | "refused") => others.filter(({ sent }) => sent.sends === does);
  const probably = (does: "changed" | "refused", verb: string) => {
    const names = who(does).map(({ client }) => client.name);
    return `${few(names)} probably ${verb}${names.length === 1 ? "s" : ""}`;
  };
  const [first] = who("changed");
  const [example] = first?.changes ?? [];
  const refused = who("refused").length > 0 ? [`${probably("refused", "refuse")} it.`] : [];
  const changed =
    first && example
      ? [`${probably("changed", "send")} this URL otherwise: with ${first.client.name}, ${told(example)}.`]
      : [];
  const sentence = [...changed, ...refused].join(" ");
  if (sentence === "") return [];
  return [
    {
      kind: "changed-by-clients",
      grade: "likely",
      sentence,
      about: "Measured with one version of each; the URL may have been signed in either form.",
    },
  ];
}

const MOST = 4;
const LONGEST = 30;

const told = ({ before, after }: BeforeAfter) => `“${short(before)}” becomes “${short(after)}”`;
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
