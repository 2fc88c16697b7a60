import { findScheme } from "../../schemes";
import { findExample } from "../../schemes/known-examples";
import type { Scheme } from "../../schemes/scheme";
import type { Reading } from "../../signing/sign";
import type { Note, Settings } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";
import { FIELDS, settingsFrom } from "../fields";
import { namesSecret } from "../secret/holds-secret";
import { initialState, openExample, type State } from "../state";
import { isWaiting } from "../waiting";
import type { LinkedCase, ReadLink } from "./link";

/** The state that a link asks for; what it leaves out is as on a first visit, but for the demo secret. */
export function linkedState({ linked, secrets }: ReadLink): State {
  const first = initialState();
  const example = findExample(linked.example);
  const asked = schemeNamed(linked.scheme);
  const scheme = asked ?? first.scheme;
  const hash = hashNamed(linked.hash, example?.[0] ?? scheme);
  const arrival = [
    ...(secrets.length > 0 ? [secretInAddress(secrets)] : []),
    ...(linked.example && !example ? [unknown("example")] : []),
  ];
  if (example) {
    const opened = { ...first, ...openExample(...example), arrival, ...view(linked) };
    return { ...opened, ...ownChanges(linked, opened), ...(hash && { hash }) };
  }
  if (linked.url === undefined && linked.scheme === undefined) return { ...first, arrival, ...view(linked) };
  const settings = settingsFrom(({ inLink }) => linked[inLink]);
  return {
    ...first,
    scheme,
    hash: hash ?? scheme.hashes[0],
    settings,
    pasted: linked.url ?? "",
    demoSecret: "",
    exampleId: "",
    asks: linked.ask === "1" && linked.url !== undefined,
    arrival: [
      ...arrival,
      ...(linked.scheme && !asked ? [unknown("scheme")] : []),
      ...(linked.hash && !hash ? [unknown("hash")] : []),
      linkedNote(scheme),
    ],
    ...view(linked),
  };
}

/** Said of a case that came by a link. */
export const linkedNote = ({ secretLabel }: Scheme): Note => ({
  kind: "linked",
  sentence: `This case came by a link, which never carries a secret. Your turn: enter the ${secretLabel}.`,
});

/** What a user changed in an example, which keeps its published secret. */
function ownChanges({ url, ...linked }: LinkedCase, { pasted, settings }: State): Partial<State> {
  return {
    pasted: url ?? pasted,
    settings: settingsFrom(({ name, inLink }) => linked[inLink] ?? settings[name]),
  };
}

/** As people write it: in capitals or not, with a hyphen or without. */
const plain = (name = "") => name.toLowerCase().replace("-", "");
const schemeNamed = (asked: string | undefined) => findScheme(plain(asked));
const hashNamed = (asked: string | undefined, { hashes }: Scheme) =>
  hashes.find((name) => plain(name) === plain(asked));

/**
 * What a link to this state holds: of a larger paste the URL alone, for anything may stand around it. `demo`: the secret in
 * use is the example's published one, which comes with its id.
 */
export function linkedCase(
  { scheme, pasted, hash, settings, exampleId, view: shown, language }: State,
  reading: Reading,
  demo: boolean,
): LinkedCase {
  return {
    scheme: scheme.id,
    url: sharedText(pasted, reading),
    ...(hash !== scheme.hashes[0] && { hash }),
    ...changedFields(settings),
    ...(shown === "bytes" && { view: shown }),
    ...(language && { lang: language }),
    ...(demo && exampleId && { example: exampleId }),
  };
}

/** Of a paste, what may be shared. */
function sharedText(pasted: string, reading: Reading): string {
  if (isWaiting(reading)) return "";
  if (reading.text.origin !== "") return joinUrl(reading.text);
  return reading.request.ok || !namesSecret(pasted) ? pasted : "";
}

/** What the fields hold beyond what is there at first, as links name it. */
function changedFields(settings: Settings): Readonly<Record<string, string>> {
  const changed = FIELDS.filter(({ name, initial }) => (settings[name] ?? initial) !== initial);
  return Object.fromEntries(changed.map(({ name, inLink }) => [inLink, settings[name] ?? ""]));
}

function view(linked: LinkedCase): Pick<State, "view" | "language"> {
  return { view: linked.view ?? "text", language: linked.lang ?? "" };
}

/** Its name is not quoted: anyone can write an address. */
const unknown = (what: string): Note => ({
  kind: `unknown-${what}`,
  risk: true,
  sentence: `The ${what} that the address asks for was not found.`,
});

function secretInAddress(names: readonly string[]): Note {
  return {
    kind: "secret-in-address",
    risk: true,
    sentence: `The address held “${names.join("”, “")}”. It was removed unread, but whoever has that link has the secret too: replace it.`,
  };
}
