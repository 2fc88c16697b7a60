import type { PartKind } from "../signing/types";
import { cutAt } from "../signing/url-text";
import type { Grammar } from "./grammar";
import type { Language } from "./language";

/** A piece of code; the texts of all tokens, joined, are the code exactly. */
export interface Token {
  readonly kind: "comment" | "string" | "keyword" | "number" | "plain";
  readonly text: string;
  /** What it stands for in signing, where it does; `message` is the name of the variable with the signing string. */
  readonly part?: PartKind | "message" | "key" | undefined;
}

/**
 * Colours code by its language's grammar; linear in its length. The signing string's literal and a literal that begins a
 * URL are cut into their parts; the names of the secret, the signing string and the signature get theirs.
 */
export function highlight({ grammar }: Language, code: string): Token[] {
  return [...tokenize(grammar, code)];
}

function* tokenize(grammar: Grammar, code: string): Generator<Token> {
  const keywords = new Set(grammar.keywords.split(" "));
  let at = 0;
  let afterMessage = false;
  for (const match of code.matchAll(tokenPattern(grammar))) {
    const [text] = match;
    const { comment, template, string, number } = match.groups ?? {};
    const between = code.slice(at, match.index);
    if (between !== "") yield { kind: "plain", text: between };
    at = match.index + text.length;
    const isMessage = afterMessage && /^ ?:?= ?$/.test(between);
    afterMessage = false;
    if (comment !== undefined) yield { kind: "comment", text };
    else if (template !== undefined && !isMessage) yield* cutTemplate(text, grammar.hole);
    else if (template !== undefined || string !== undefined) yield* cutString(text, isMessage);
    else if (number !== undefined) yield { kind: "number", text };
    else {
      const token = named(keywords.has(text) ? "keyword" : "plain", text);
      afterMessage = token.part === "message";
      yield token;
    }
  }
  if (at < code.length) yield { kind: "plain", text: code.slice(at) };
}

const NEVER = /(?!)/;

function tokenPattern({ comment, template = NEVER, string = NEVER }: Grammar): RegExp {
  return new RegExp(
    `(?<comment>${comment.source})|(?<template>${template.source})|(?<string>${string.source})|(?<number>\\b\\d+\\b)|\\$?[A-Za-z_]\\w*`,
    "g",
  );
}

/** The part that a name stands for: `signingString`, `{signature}`, `$secret`, `LIBPIXEL_SECRET` … */
function named(kind: Token["kind"], text: string): Token {
  const name = /^\W{0,3}(\w{1,64})/.exec(text)?.[1] ?? "";
  if (/^signing_?string$/i.test(name)) return { kind, text, part: "message" };
  if (name === "signature") return { kind, text, part: "signature" };
  if (/^secret$|^[A-Z][A-Z\d_]*SECRET$/.test(name)) return { kind, text, part: "key" };
  return { kind, text };
}

/** The texts between a template's holes as strings, and each hole by its name; what is escaped is no hole. */
function* cutTemplate(text: string, hole = NEVER): Generator<Token> {
  let at = 0;
  for (const match of text.matchAll(new RegExp(`\\\\[\\s\\S]|\\{\\{|%%|(${hole.source})`, "g"))) {
    if (match[1] === undefined) continue;
    yield* cutString(text.slice(at, match.index));
    yield named("plain", match[1]);
    at = match.index + match[1].length;
  }
  yield* cutString(text.slice(at));
}

/** A string literal, or a stretch of one: in parts if it is the signing string or begins a URL. */
function* cutString(text: string, isMessage = false): Generator<Token> {
  const [start = "", open = "", origin = ""] = /^(f?["'`]?)(https?:\/\/[^/?#"'`]*)?/.exec(text) ?? [];
  if (!isMessage && origin === "") return yield* cutPlainString(text);
  const close = /["'`]?$/.exec(text.slice(start.length).slice(-1))?.[0] ?? "";
  const inside = text.slice(start.length, text.length - close.length);
  const hasPath = origin !== "" || inside.startsWith("/");
  const [path, query] = hasPath ? cutAt(inside, "?") : ["", inside];
  const tokens: Token[] = [
    { kind: "string", text: open },
    { kind: "string", text: origin, part: "origin" },
    { kind: "string", text: path, part: "path" },
    { kind: "string", text: hasPath && query !== null ? "?" : "", part: "delimiter" },
    { kind: "string", text: query ?? "", part: "query" },
    { kind: "string", text: close },
  ];
  yield* tokens.filter((token) => token.text !== "");
}

function* cutPlainString(text: string): Generator<Token> {
  if (/^(["'])\w*SECRET\1$/.test(text)) yield { kind: "string", text, part: "key" };
  else if (text !== "") yield { kind: "string", text };
}
