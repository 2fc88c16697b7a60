import type { SigningRequest } from "../../signing/types";
import { joinUrl } from "../../signing/url-text";
import type { ExplainedMistake } from "../diagnosis";
import type { Mark } from "./mark";
import { mistakeAtEnd, mistakeOf } from "./mistake-of";
import { type Places, placesOf } from "./places";
import type { Stretch, StringRow } from "./strings";

/**
 * What was sent and not signed, what stands elsewhere in the URL and was signed too, and as a mark of no characters
 * where something was signed that the URL has nowhere.
 */
export function differences(
  strings: readonly StringRow[],
  request: SigningRequest,
  mistakes: readonly ExplainedMistake[],
): Mark[] {
  const places = placesOf(request);
  const marks: Mark[] = [];
  let end = 0;
  let between: Between = NOTHING;
  const close = (row: StringRow, start: number) => {
    const isAtEnd = end === 0 || start < 0;
    const mistake =
      isAtEnd && row.change !== "missing" ? mistakeAtEnd(row, mistakes) : mistakeOf(row, mistakes);
    marks.push(...marksBetween(between, { start, end }, request).map((mark) => ({ ...mark, mistake })));
    between = NOTHING;
  };
  for (const row of strings)
    for (const { signed, sent } of stepsOf(row)) {
      between = {
        ...between,
        signed: between.signed + signed,
        isMoved: between.isMoved || row.change === "moved",
      };
      const place = sent && placeOf(sent, places);
      if (!sent || !place) continue;
      if (sent.isSame) close(row, place.start);
      else {
        marks.push({ ...place, mistake: mistakeOf(row, mistakes) });
        between = { ...between, isReplaced: true };
      }
      end = place.end;
    }
  const last = strings.at(-1);
  if (last) close(last, -1);
  return marks;
}

/** What was signed between two stretches that were sent as they were signed. */
interface Between {
  readonly signed: string;
  /** True where something else was sent there. */
  readonly isReplaced: boolean;
  /** True where it was sent at another place. */
  readonly isMoved: boolean;
}

const NOTHING: Between = { signed: "", isReplaced: false, isMoved: false };

interface Place {
  readonly start: number;
  readonly end: number;
}

function placeOf({ start, text }: Stretch, places: Places): Place | null {
  const from = places.get(start);
  const to = places.get(start + text.length - 1);
  return from && to ? { start: from.start, end: to.end } : null;
}

/** Both sides of a row in step: what was signed before each stretch that was sent, and after the last. */
function* stepsOf({ signed, sent }: StringRow): Generator<{ signed: string; sent: Stretch | null }> {
  let at = 0;
  const takeSurplus = () => {
    let text = "";
    for (; signed[at]?.isSame === false; at++) text += signed[at]?.text ?? "";
    return text;
  };
  for (const stretch of sent) {
    yield { signed: takeSurplus(), sent: stretch };
    if (stretch.isSame && signed[at]?.isSame) at++;
  }
  yield { signed: takeSurplus(), sent: null };
}

/** Where it shows that this was signed: what is sent begins at `start` again (-1 at the end), and stopped at `end`. */
function marksBetween(
  { signed, isReplaced, isMoved }: Between,
  { start, end }: Place,
  request: SigningRequest,
) {
  if (signed === "") return [];
  const standing = standingAt(signed, start, end, request);
  if (standing.length > 0) return standing;
  const { origin } = request.typed;
  if (/^[a-z]+:\/\//i.test(signed) && end === 0 && origin !== "") return [{ start: 0, end: origin.length }];
  const gap = end > 0 ? end : start;
  return isReplaced || isMoved || gap < 0 ? [] : [{ start: gap, end: gap }];
}

/** What was signed beyond what is sent may stand there all the same: the host before the path, the path around a token, what follows a “#”. */
function standingAt(signed: string, start: number, end: number, { typed, found }: SigningRequest): Place[] {
  const url = joinUrl(typed);
  const { length } = signed;
  if (url.slice(start - length, start) === signed) return [{ start: start - length, end: start }];
  if (url.slice(end, end + length) === signed) return [{ start: end, end: end + length }];
  // A token in the path stands there with a slash.
  const taken = found ? found.text.length + 1 : 0;
  if (!found || start < found.start + taken) return [];
  const from = start - taken - length;
  const isAround = url.slice(from, found.start) + url.slice(found.start + taken, start) === signed;
  return isAround && from < found.start
    ? [
        { start: from, end: found.start },
        { start: found.start + taken, end: start },
      ]
    : [];
}
