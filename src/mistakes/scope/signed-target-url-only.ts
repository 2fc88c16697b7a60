import type { UrlText } from "../../signing/types";
import { cutQuery } from "../../signing/url-text";
import type { Mistake } from "../mistake";
import { SECRET } from "../sample";
import { percentDecode } from "../text/escapes";
import { LESS_USUAL, RARE, USUAL, VERY_RARE } from "../weights";

export const signedTargetUrlOnly: Mistake = {
  id: "signed-target-url-only",
  group: "scope",
  title: "Only the address inside the URL was signed.",
  why: "The {computation} covers the value of one parameter in place of the whole string.",
  fix: "Sign the string shown as the signing string, with all parameters.",
  example: {
    url: "https://images.example.net/?src=https%3A%2F%2Fa.example%2Fb.png&width=200&signature={}",
    secret: SECRET,
    signed: "https://a.example/b.png",
  },
  nearMiss: {
    url: "https://images.example.net/?src=https%3A%2F%2Fa.example%2Fb.png&width=200&signature={}",
    secret: SECRET,
    signed: "width=200",
  },
  *scopes() {
    for (const [read, detail, weight] of TARGET_READINGS) {
      yield { value: (url) => targetOf(url, read), detail, weight };
    }
    yield {
      value: (url) => parameterOf(url),
      detail: "With its name, but without the other parameters.",
      weight: VERY_RARE,
    };
    yield {
      value: (url) => `?${parameterOf(url)}`,
      detail: "With “?” and its name, but without the other parameters.",
      weight: VERY_RARE,
    };
  },
};

const TARGET_READINGS: readonly [
  read: (value: string) => string | null,
  detail: string | undefined,
  weight: number,
][] = [
  [(value) => value, "As it stands in the URL.", USUAL],
  [percentDecode, "Decoded.", USUAL],
  [(value) => percentDecode(value.replaceAll("+", " ")), "Decoded.", USUAL],
  [(value) => encodeURIComponent(percentDecode(value)), "Percent-encoded.", LESS_USUAL],
  [(value) => percentDecode(value).replace(/^https?:\/\//i, ""), "Decoded, without its scheme.", LESS_USUAL],
  [(value) => value.replace(/^https?(?::|%3A)(?:\/|%2F)(?:\/|%2F)/i, ""), "Without its scheme.", LESS_USUAL],
  [
    (value) => (/^https?:/i.test(value) ? null : `https://${percentDecode(value)}`),
    "With “https://” before it.",
    LESS_USUAL,
  ],
  [
    (value) => (/^https?:/i.test(value) ? null : `http://${percentDecode(value)}`),
    "With “http://” before it.",
    LESS_USUAL,
  ],
  [(value) => percentDecode(value).replace(/^https?:\/\/[^/?#]*/i, ""), "Only its path.", RARE],
  [(value) => /^https?:\/\/([^/?#]*)/i.exec(percentDecode(value))?.[1] ?? null, "Only its host.", RARE],
  [(value) => percentDecode(percentDecode(value)), "Decoded twice.", RARE],
  [(value) => encodeURIComponent(value), "Percent-encoded once more.", RARE],
];

const TARGETS = ["src", "url", "html"];

function target(url: UrlText) {
  const parameters = cutQuery(url.query ?? "");
  return parameters.find(({ name }) => TARGETS.includes(name)) ?? null;
}

function targetOf(url: UrlText, read: (value: string) => string | null): string | null {
  const value = target(url)?.value ?? null;
  return value === null || value === "" ? null : read(value);
}

function parameterOf(url: UrlText): string | null {
  return target(url)?.text ?? null;
}
