import { restsOfValues } from "../mistakes/text/values/own-ampersand";
import { decodeEntities } from "../signing/find/html";
import type { Note, SigningRequest } from "../signing/types";
import { joinUrl } from "../signing/url-text";
import { isCutByHtml } from "./notes";

/** What was done to the text of the URL on its way here, in whatever vendor's hands it ends. */
export function damageNotes(request: SigningRequest, signature: string): Note[] {
  return [
    ...cutByHtml(request),
    ...ampersands(request),
    ...ownAmpersand(request, signature),
    ...mailAddressHidden(request),
    ...shortened(request, signature),
  ];
}

/** What Cloudflare's Email Address Obfuscation writes into a page's source, where a script puts the address back. */
function mailAddressHidden({ typed }: SigningRequest): Note[] {
  const url = joinUrl(typed);
  const link = /\/cdn-cgi\/l\/email-protection(?![\w.-])/i.exec(typed.path)?.[0];
  const text = /(?:\[|%5B)email(?:\u00a0| |%C2%A0|%20|\+|&nbsp;|&#160;)protected(?:\]|%5D)/i.test(url);
  const what = link ? `“${link}”` : text ? "“[email protected]”" : null;
  if (what === null) return [];
  const sentence = `${what} is what Cloudflare writes into a page’s source in place of a text with “@”, which a script puts back. Take the URL from the page as it is shown, or from the code that makes it.`;
  return [{ kind: "mail-address-hidden", risk: true, sentence }];
}

/** The “#” of a numeric spelling cuts the URL off as any other does. */
function cutByHtml({ typed }: SigningRequest): Note[] {
  if (!isCutByHtml(typed)) return [];
  const spelling = `&#${typed.fragment?.split(";")[0]};`;
  return [
    {
      kind: "cut-by-html",
      risk: true,
      sentence: `“${spelling}” is HTML’s spelling of “${decodeEntities(spelling)}”. Sent as it stands here, its “#” ends the URL: what follows is not signed and never arrives.`,
      rewrite: { label: "Undo HTML’s spelling", text: decodeEntities(joinUrl(typed).replaceAll(AGAIN, "&")) },
    },
  ];
}

const ESCAPED_NAME = /&((?:amp;)+[^&=]*)(=?)/gi;

/** An “&amp;” in a URL that was pasted as text. Where it is signed, the diagnosis tells of it. */
function ampersands({ typed, found }: SigningRequest): Note[] {
  const [first, ...others] =
    found || isCutByHtml(typed) ? [] : [...(typed.query ?? "").matchAll(ESCAPED_NAME)];
  if (!first) return [];
  // What begins no parameter belongs to a value, and “&” would end that.
  const query = [first, ...others].every(([, , equals]) => equals)
    ? typed.query?.replace(ESCAPED_NAME, (escaped) => escaped.replace(/(?:amp;)+/i, ""))
    : undefined;
  return [
    {
      kind: "html-ampersand",
      risk: true,
      sentence: `“&amp;” is HTML’s spelling of “&”. As it stands here, a parameter is called “${first[1]?.slice(0, 40)}”. If the URL was copied out of HTML source, “&” is meant.`,
      ...(query !== undefined && {
        rewrite: { label: "Undo HTML’s spelling", text: joinUrl({ ...typed, query }) },
      }),
    },
  ];
}

/** An “&” that belongs to a value and ends it. Where the signature is wrong, the diagnosis offers the whole value. */
function ownAmpersand({ typed, found, built }: SigningRequest, signature: string): Note[] {
  const { rests, whole } = restsOfValues(typed.query ?? "");
  const [rest] = rests;
  if (rest === undefined || built || (found && found.text !== signature)) return [];
  const sentence = `“&” ends a value, so that “${rest.slice(0, 40)}” is a parameter of its own. If it belongs to the value before it, its “&” is written “%26”.`;
  const rewrite = { label: "Write & as %26", text: joinUrl({ ...typed, query: whole }) };
  return [{ kind: "own-ampersand", risk: true, sentence, rewrite }];
}

/** An “&” that was escaped more than once. */
const AGAIN = /&(?:amp;)+(?=#|amp;)/gi;

/**
 * What programs write for a part of a URL that is too long to be shown: “…” in its host or path, or anywhere where no signature
 * is read any more. In the place of the signature it is told by itself.
 */
function shortened({ typed, found }: SigningRequest, signature: string): Note[] {
  if (found && (found.text === signature || found.text.includes("…"))) return [];
  const head = typed.origin + typed.path;
  if (!found && !MAY_BE_SIGNED.test(joinUrl(typed))) return [];
  const cut = (found ? /…/.exec(head) : /…|\.{3}/.exec(head + (typed.query ?? "")))?.[0];
  if (cut === undefined) return [];
  const sentence = `“${cut}” stands in the URL. If a program shortened it there to show it, a part is missing: copy the whole URL.`;
  return [{ kind: "shortened", risk: true, sentence }];
}

const MAY_BE_SIGNED = /signature|[\da-f]{40}/i;
