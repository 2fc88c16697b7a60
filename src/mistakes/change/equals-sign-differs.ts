import { cutQuery } from "../../signing/url-text";
import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { withEquals } from "../text/equals-signs";
import { joined } from "../text/respell";
import { LESS_USUAL, SELDOM } from "../weights";

const URL = `${HOST}/a.jpg?download&width=200&signature={}`;

export const equalsSignDiffers: Mistake = {
  id: "equals-sign-differs",
  group: "change",
  isDoneBySigners: true,
  title: "A parameter without a value was signed with a “=” and sent without it, or the other way round.",
  why: "URLSearchParams, http_build_query, urlencode and the canonical queries of cloud services write “name=”; other libraries, people and some proxies write “name”.",
  fix: "Build the query once, sign that text, and send the same text.",
  example: { url: URL, secret: SECRET, signed: "/a.jpg?download=&width=200" },
  nearMiss: { url: URL, secret: SECRET, signed: "/a.jpg?download=1&width=200" },
  *urls(url) {
    if (url.query === null) return;
    const all = { value: { ...url, query: withEquals(url.query) }, detail: WITH, weight: LESS_USUAL };
    if (all.value.query !== url.query) yield all;
    const parameters = cutQuery(url.query);
    // A “=” at the end of a value, as base64 has it, is no sign between a name and nothing.
    const bare = joined(parameters.map((one) => (one.value === "" ? { ...one, text: one.name } : one)));
    if (bare !== url.query) yield { value: { ...url, query: bare }, detail: WITHOUT, weight: LESS_USUAL };
    const empty = parameters.filter(({ text, value }) => text !== "" && (value ?? "") === "");
    if (empty.length < 2 || empty.length > MOST) return;
    for (const one of empty) {
      const text = one.value === null ? `${one.text}=` : one.name;
      const query = joined(parameters.map((parameter) => (parameter === one ? { ...one, text } : parameter)));
      const detail = `${one.value === null ? WITH : WITHOUT} Only “${one.name.slice(0, 40)}”.`;
      yield { value: { ...url, query }, detail, weight: SELDOM };
    }
  },
};

const WITH = "It was signed with a “=” behind its name.";
const WITHOUT = "It was signed without the “=” behind its name.";

/** Of more parameters without a value no single one is tried. */
const MOST = 8;
