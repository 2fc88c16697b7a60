import type { Explained } from "../../diagnosis/diagnosis";
import type { Mark } from "../../diagnosis/where/mark";
import { locate } from "../../diagnosis/where/where";
import type { Row } from "../../many/groups";
import { findScheme } from "../../schemes";
import type { Part, SigningRequest } from "../../signing/types";
import { anatomy, cutUrl } from "../../signing/url-text";

interface ListedUrl {
  readonly parts: readonly Part[];
  readonly marks: readonly Mark[];
}

/** Longer ones are cut: they are read when they are opened. */
const LONGEST = 2_000;
const NO_MARKS = [] as const;

/** A URL of a list, with the marks of its mistake. `told`: those, or what explains it, or another one of its group. */
export function listedUrl(row: Row, told: Explained | readonly Mark[] | null): ListedUrl {
  const isCut = row.url.length > LONGEST;
  const url = cutUrl(isCut ? `${row.url.slice(0, LONGEST)}…` : row.url);
  const read = findScheme(row.scheme)?.read(url, {});
  if (!read?.ok) return { parts: anatomy(url), marks: NO_MARKS };
  const request = read.value;
  return { parts: anatomy(url, request.found), marks: isCut ? NO_MARKS : marksOf(request, told) };
}

function marksOf(request: SigningRequest, told: Explained | readonly Mark[] | null): readonly Mark[] {
  if (told === null || "length" in told) return told ?? NO_MARKS;
  return told.shouldBe === request.signingString ? locate(request, told).marks : NO_MARKS;
}

/** What is left out before the eye, so that the rest is seen in a line or two. It has nothing that would have to be named. */
const FOLDED = { signature: /^([!-~]{8})([!-~]{9,})()$/, other: /^([!-~]{100})([!-~]{21,})([!-~]{40})$/ };

/** A part's text before, in and behind what is left out of it. */
export function fold({ kind, text }: Part): readonly [before: string, within: string, behind: string] {
  const [, before = text, within = "", behind = ""] =
    FOLDED[kind === "signature" ? kind : "other"].exec(text) ?? [];
  return [before, within, behind];
}
