import { findScheme } from "../../schemes";
import { findExample } from "../../schemes/known-examples";
import { HASH_NAMES } from "../../signing/computations";
import type { Settings } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";
import { settingsFrom } from "../fields";
import { namesSecret } from "../secret/holds-secret";
import type { Snapshot } from "../snapshot";
import { changeState, initialState, type State } from "../state";
import { isWaiting } from "../waiting";
import { linkedNote } from "./linked-state";

/** A case as an entry of the browser's history holds it. No secret is part of it, and no text that may hold one. */
export interface KeptCase {
  readonly countersign: 1;
  readonly scheme: string;
  readonly pasted: string;
  /** Absent in the entries of an older page. */
  readonly settings?: Settings;
  readonly hash: string;
  readonly example: string;
  readonly view: string;
  readonly language: string;
  /** True where the example's published secret stood in the field. */
  readonly demo: boolean;
  /** Only where the case came by a link, and no secret was entered for it. */
  readonly linked?: true;
  /** Only where the case was opened by a request. */
  readonly asks?: true;
}

/** Browsers write an entry to disk, and some give up at half a megabyte. */
const LONGEST = 100_000;
/** What may be a secret beside a URL: `API_SECRET=…`, `token: …`. */
const MAY_BE_SECRET = /secret|token|passw|key|auth|bearer/i;

/** What may be kept of a case; `null` where it is still to be read, it holds a secret, or is too long. Around a URL only plain words are kept. */
export function keepCase({
  state,
  reading,
  secret,
  holdsSecret,
  pasteHoldsSecret,
}: Snapshot): KeptCase | null {
  const { scheme, settings, hash, exampleId, view, language, asks, arrival } = state;
  const { place } = reading;
  const around = place ? state.pasted.slice(0, place.start) + state.pasted.slice(place.end) : state.pasted;
  const isPlain = !pasteHoldsSecret && (reading.text.origin === "" || !MAY_BE_SECRET.test(around));
  const pasted = isPlain ? state.pasted : joinUrl(reading.text);
  const isNoUrl = reading.text.origin === "" && !reading.request.ok;
  if (isWaiting(reading) || holdsSecret || pasted.length > LONGEST) return null;
  if (isNoUrl && namesSecret(pasted)) return null;
  return {
    countersign: 1,
    scheme: scheme.id,
    pasted,
    settings,
    hash,
    example: exampleId,
    view,
    language,
    demo: secret.demo && !secret.demoChosen,
    ...(arrival.some(({ kind }) => kind === "linked") && secret.bytes === 0 && { linked: true }),
    ...(asks && { asks }),
  };
}

/** The state that an entry of the history holds; `null` for what is none of ours, for anyone can write there. */
export function readKept(kept: unknown): { readonly state: State; readonly demo: boolean } | null {
  if (!isKept(kept)) return null;
  const scheme = findScheme(kept.scheme);
  if (!scheme) return null;
  const first = initialState();
  const example = findExample(kept.example)?.[1];
  const state = changeState(first, {
    scheme,
    pasted: kept.pasted,
    settings: keptSettings(kept),
    hash: HASH_NAMES.find((name) => name === kept.hash) ?? scheme.hashes[0],
    exampleId: example?.id ?? "",
    demoSecret: example?.secret ?? "",
    asks: kept.asks === true,
    arrival: kept.linked === true ? [linkedNote(scheme)] : [],
    view: kept.view === "bytes" ? "bytes" : "text",
    language: kept.language,
  });
  return { state, demo: kept.demo && example !== undefined };
}

function isKept(kept: unknown): kept is KeptCase {
  if (typeof kept !== "object" || kept === null || !("countersign" in kept)) return false;
  const texts = ["scheme", "pasted", "hash", "example", "view", "language"];
  const fields = new Map<string, unknown>(Object.entries(kept));
  return (
    texts.every((name) => typeof fields.get(name) === "string") && typeof fields.get("demo") === "boolean"
  );
}

/** What stood in the fields: beside the rest in the entries of an older page. */
function keptSettings(kept: KeptCase): Settings {
  const texts = new Map<string, unknown>(Object.entries(kept.settings ?? kept));
  return settingsFrom(({ name }) => {
    const text = texts.get(name);
    return typeof text === "string" ? text : undefined;
  });
}
