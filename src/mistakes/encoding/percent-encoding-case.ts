import type { Mistake } from "../mistake";
import { HOST, SECRET } from "../sample";
import { escapeCase } from "../text/escapes";
import { inQueryAndPath } from "../text/respell";
import { LIKELY } from "../weights";

export const percentEncodingCase: Mistake = {
  id: "percent-encoding-case",
  group: "encoding",
  title: "The hexadecimal digits of the escapes were signed in another case.",
  why: ".NET’s HttpUtility, Go’s html/template and Apache write “%2f”, browsers and most libraries “%2F”; some proxies rewrite them.",
  fix: "Sign the URL’s text exactly as it is sent.",
  example: { url: `${HOST}/?src=a%2Fb&signature={}`, secret: SECRET, signed: "/?src=a%2fb" },
  nearMiss: { url: `${HOST}/?src=a%2Fb&signature={}`, secret: SECRET, signed: "/?src=a/b" },
  *urls(url) {
    yield* inQueryAndPath(url, (text) => escapeCase(text, false), "Lower-case when it was signed.", LIKELY);
    yield* inQueryAndPath(url, (text) => escapeCase(text, true), "Upper-case when it was signed.", LIKELY);
  },
  *messages(message) {
    yield { value: escapeCase(message, false), detail: "Lower-case when it was signed." };
    yield { value: escapeCase(message, true), detail: "Upper-case when it was signed." };
  },
};
