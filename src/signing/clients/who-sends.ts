import type { BeforeAfter } from "../types";
import { cutUrl, joinUrl, rooted } from "../url-text";
import { listed } from "../wording/listed";
import { CLIENTS } from "./clients";
import { differences } from "./delivery";
import { GIVEN_PARAMETERS } from "./given-parameters";
import type { HttpClient } from "./http-client";

/** Clients of the table that make one URL of another on its way. */
export interface Senders {
  readonly names: readonly string[];
  /** What they send otherwise, before → after. */
  readonly changes: readonly BeforeAfter[];
}

/** Who sends the path and query of `made` as those of `arrived`; `null` where nobody does, or where both are the same. */
export function whoSends(made: string, arrived: string): Senders | null {
  const [before, after] = [targetOf(made), targetOf(arrived)];
  const names = before === after ? [] : whoMakes(made, (target) => target === after);
  return names.length === 0 ? null : { names, changes: changesOf(before, after) };
}

/** Whether any client sends the path and query of `made` as those of `arrived`. */
export function isSentAs(made: string, arrived: string): boolean {
  const after = targetOf(arrived);
  return SENDERS.some((client) => makes(client, made, (target) => target === after));
}

/** The names of the clients that change a URL's path and query to a target of this kind. */
export function whoMakes(made: string, isGoal: (target: string) => boolean): string[] {
  const names = SENDERS.filter((client) => makes(client, made, isGoal)).map(({ name }) => name);
  // Where a client does it anyway, it does not matter how it is given the parameters.
  return names.filter((name) => !names.some((other) => name.startsWith(`${other} with`)));
}

const SENDERS: readonly HttpClient[] = [...CLIENTS, ...GIVEN_PARAMETERS];

function makes(client: HttpClient, made: string, isGoal: (target: string) => boolean): boolean {
  const sent = client.sent(made);
  return sent.sends === "changed" && isGoal(sent.target);
}

function targetOf(url: string): string {
  return joinUrl({ ...rooted(cutUrl(url)), origin: "", fragment: null });
}

/** What differs, escape by escape; where that cannot be told apart, what stands between the ends that both have in common. */
export function changesOf(before: string, after: string): BeforeAfter[] {
  const changes = before.includes(" ") ? differences(before, after) : spacedDifferences(before, after);
  const [only, ...more] = changes;
  return only && more.length === 0 ? [withoutCommonEnds(only)] : changes;
}

/** Where “%20” may have become “+”, which no escape means elsewhere. */
function spacedDifferences(before: string, after: string): BeforeAfter[] {
  return differences(before.replaceAll("%20", " "), after)
    .map((change) => ({ ...change, before: change.before.replaceAll(" ", "%20") }))
    .filter((change) => change.before !== change.after);
}

/** An escape is not torn, and of what was put in or left out a character before it is shown. */
function withoutCommonEnds({ before, after }: BeforeAfter): BeforeAfter {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  start -= /%.?$/.exec(before.slice(0, start))?.[0].length ?? 0;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  // An end may begin within an escape of one side.
  while (end > 0 && [before, after].some((text) => /%.?$/.test(text.slice(0, text.length - end)))) end--;
  if (start + end >= shorter) start -= /(?:%[\da-f]{2}|.)?$/is.exec(before.slice(0, start))?.[0].length ?? 0;
  return { before: before.slice(start, before.length - end), after: after.slice(start, after.length - end) };
}

const MOST = 4;
const LONGEST = 40;

/** Their names and what they do, as a sentence goes on: “wget and requests send “|” as “%7C”". */
export function toldSenders({ names, changes }: Senders): string {
  const first = changes.slice(0, MOST).map(({ before, after }) => `“${short(before)}” as “${short(after)}”`);
  const more = changes.length > MOST ? [`${changes.length - MOST} more in the same way`] : [];
  return `${listed(names)} ${names.length === 1 ? "sends" : "send"} ${listed([...first, ...more])}`;
}

const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
