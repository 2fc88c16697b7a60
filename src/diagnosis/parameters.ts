import type { UrlText } from "../signing/types";
import { cutQuery, type Parameter } from "../signing/url-text";
import type { Facts, Variant } from "./mistake";
import { joined } from "./respell";

const TRACKER =
  /^(?:utm_\w*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|li_fat_id|mc_[ce]id|_hs\w+|__hs\w+|hsCtaTracking|mkt_tok|vero_id|_ga|_gl|gad_source|gad_campaignid|epik|s_cid|ref|ref_src|source|srsltid|campaign|cid)$/i;
const BUSTER =
  /^(?:_|v|t|ts|cb|cache|cachebust(?:er)?|bust|nocache|no_cache|rand(?:om)?|time(?:stamp)?|ver(?:sion)?|r|rnd|dc|_t|_dc|ck|d)$/i;

/** Parameters beyond this many are not taken away two at a time. */
const MOST_PAIRED = 30;
const MOST_SINGLE = 120;
/** Every choice of up to this many parameters is tried. */
const MOST_CHOSEN = 6;

/** What leaves a query, or takes away none but trackers and what stands behind the signature: else the path alone was signed. */
export function* additions(url: UrlText, facts: Facts): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  const mayBeAll =
    parameters.every(isLikely) || afterSignature(facts, parameters).length === parameters.length;
  for (const variant of choices(url, facts)) if (mayBeAll || variant.value.query !== null) yield variant;
}

/** The URL before parameters were added: likely ones first, then any one, any two, any tail, and any choice of a few. */
function* choices(url: UrlText, facts: Facts): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  if (url.query === null) return;
  const likely = parameters.filter(isLikely);
  if (likely.length > 0) yield without(url, parameters, likely, 0.55);
  const trackers = parameters.filter(({ name }) => TRACKER.test(name));
  if (trackers.length > 0) yield without(url, parameters, trackers, 0.57);
  const after = afterSignature(facts, parameters);
  if (after.length > 0 && after.length < parameters.length + 1) yield without(url, parameters, after, 0.5);
  for (const parameter of parameters.slice(-MOST_SINGLE))
    yield without(url, parameters, [parameter], isLikely(parameter) ? 0.58 : 1);
  for (let tail = 2; tail <= parameters.length && tail <= 40; tail++)
    yield without(url, parameters, parameters.slice(-tail), 1.15);
  for (let head = 2; head < parameters.length && head <= 20; head++)
    yield without(url, parameters, parameters.slice(0, head), 1.25);
  if (parameters.length <= MOST_PAIRED) {
    for (const [at, first] of parameters.entries())
      for (const second of parameters.slice(at + 1)) yield without(url, parameters, [first, second], 1.1);
  }
  if (parameters.length <= MOST_CHOSEN) {
    for (let choice = 1; choice < 1 << parameters.length; choice++)
      yield without(
        url,
        parameters,
        parameters.filter((_, at) => choice & (1 << at)),
        1.3,
      );
  }
}

function isLikely({ name }: Parameter): boolean {
  return TRACKER.test(name) || BUSTER.test(name);
}

/** Whatever stands behind the signature was most likely added behind it. */
function afterSignature(
  { request, signatureNames: [own] }: Facts,
  parameters: readonly Parameter[],
): Parameter[] {
  const typed = cutQuery(request.typed.query ?? "");
  const at = typed.findLastIndex(({ name }) => name === own);
  const count = typed.length - 1 - at;
  return at < 0 || count > parameters.length || count === 0 ? [] : parameters.slice(-count);
}

function without(
  url: UrlText,
  parameters: readonly Parameter[],
  added: readonly Parameter[],
  weight: number,
): Variant<UrlText> {
  const left = parameters.filter((parameter) => !added.includes(parameter));
  const names = added.slice(0, 6).map(({ name }) => `“${name.slice(0, 40)}”`);
  const detail = `Added: ${names.join(", ")}${added.length > 6 ? ` and ${added.length - 6} more` : ""}.`;
  return { value: { ...url, query: left.length === 0 ? null : joined(left) }, detail, weight };
}

/** Options that clients write even when they are empty. */
const OPTIONS = [
  "width",
  "height",
  "crop",
  "mode",
  "quality",
  "format",
  "src",
  "background",
  "selector",
  "delay",
  "thumb_width",
  "ttl",
  "full_page",
  "user_agent",
  "css",
  "js",
  "dpr",
  "rotate",
  "sharpen",
  "flip",
  "brightness",
  "contrast",
  "proxy",
  "bg_color",
  "click",
  "hide_selector",
  "alt",
  "title",
  "lang",
  "v",
];

/** Empty parameters and doubled separators dropped, and empty options that the URL has lost put back. */
export function* emptyParameters(url: UrlText, { optionNames }: Facts): Generator<Variant<UrlText>> {
  const parameters = cutQuery(url.query ?? "");
  if (url.query === null) return;
  const empty = parameters.filter(({ value }) => value === null || value === "");
  const dropped = "It was signed without it.";
  const queryOf = (left: readonly Parameter[]) => (left.length === 0 ? null : joined(left));
  if (empty.length > 0) {
    const nothing = empty.filter(({ text }) => text === "");
    for (const gone of [
      empty,
      nothing,
      empty.filter(({ value }) => value === ""),
      ...empty.slice(0, 40).map((one) => [one]),
    ])
      yield {
        value: { ...url, query: queryOf(parameters.filter((one) => !gone.includes(one))) },
        detail: dropped,
        weight: 0.7,
      };
  }
  const falsy = parameters.filter(
    ({ value }) => value === "" || /^(?:null|undefined|None|nil|false|0)$/.test(value ?? "x"),
  );
  if (falsy.length > empty.length)
    yield {
      value: { ...url, query: queryOf(parameters.filter((one) => !falsy.includes(one))) },
      detail: "Empty and false options were left out when it was signed.",
      weight: 1.05,
    };
  const kept = "It was signed with it.";
  yield {
    value: { ...url, query: `&${url.query}` },
    detail: "It was signed with a “&” before the first parameter.",
    weight: 1,
  };
  for (let at = 1; at < parameters.length && at < 20; at++)
    yield {
      value: { ...url, query: `${joined(parameters.slice(0, at))}&&${joined(parameters.slice(at))}` },
      detail: "It was signed with a doubled “&”.",
      weight: 1.1,
    };
  if (parameters.length > 40) return;
  const names = new Set([...OPTIONS, ...optionNames]);
  for (const { name } of parameters) names.delete(name);
  for (const name of names) {
    yield {
      value: { ...url, query: `${url.query}&${name}=` },
      detail: `${kept} It is “${name}”.`,
      weight: 1.15,
    };
    yield {
      value: { ...url, query: `${name}=&${url.query}` },
      detail: `${kept} It is “${name}”.`,
      weight: 1.2,
    };
    if (parameters.length <= 5)
      for (let at = 1; at < parameters.length; at++)
        yield {
          value: {
            ...url,
            query: `${joined(parameters.slice(0, at))}&${name}=&${joined(parameters.slice(at))}`,
          },
          detail: `${kept} It is “${name}”.`,
          weight: 1.2,
        };
  }
}
