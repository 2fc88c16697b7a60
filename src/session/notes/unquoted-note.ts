import type { Reading } from "../../signing/sign";
import type { Note } from "../../signing/types";

/** All of a command before its URL, where no quote is open: from its line's start or a prompt on, options with at most one value each. */
const COMMAND =
  /(?:^|\n|[$#>%;|&(*])[ \t]*(?:(?:sudo|time|RUN)[ \t]+)?(curl|wget)(?:\.exe)?(?:\s+(?:\\\s+)?-[\w-]+(?:[= ](?:"[^"]*"|'[^']*'|[^\s'"-][^\s'"]*))?)*\s+(?:\\\s+)?(?:--url=)?$/i;
/** What may follow it on its line; other words make it a sentence about a command. */
const BEHIND = /^[ \t]*(?:$|[\r\n\-|>#;&\\)<]|\d>)/;
/** More options stand before no URL. */
const MOST_CHARACTERS = 2_000;

/** A URL without quotes in a command. Whoever runs that sends less than is signed and checked here. */
export function unquotedNote(pasted: string, { place }: Reading): Note[] {
  if (!place || !/&[^&\s]/.test(pasted.slice(place.start, place.end))) return [];
  const before = pasted.slice(Math.max(0, place.start - MOST_CHARACTERS), place.start);
  const [, program] = COMMAND.exec(before) ?? [];
  if (program === undefined || !BEHIND.test(pasted.slice(place.end))) return [];
  return [
    {
      kind: "unquoted",
      risk: true,
      sentence: `In this command the URL has no quotes. Most shells end it at its first “&”, so that ${program.toLowerCase()} gets only what stands before that. Put it in quotes where you run the command.`,
    },
  ];
}
