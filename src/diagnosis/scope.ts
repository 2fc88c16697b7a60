import type { UrlText } from "../signing/types";
import { cutQuery, joinUrl, rooted } from "../signing/url-text";
import { percentDecode } from "./escapes";
import type { Facts, Mistake, Scope, Variant } from "./mistake";

const SECRET = "s3cretKey";
const URL_ = "https://images.example.net/photos/cat.jpg?width=200&signature={}";
const SIGNED = "/photos/cat.jpg?width=200";

/** Which part of the URL was signed: the cuts that every scheme invites. */
export const scopeMistakes: readonly Mistake[] = [
  {
    id: "signed-full-url",
    group: "scope",
    title: "The whole URL was signed, with its scheme and host.",
    why: "The URL was passed to the HMAC as it stood, before it was taken apart.",
    fix: "Sign only the part shown as the signing string.",
    example: { url: URL_, secret: SECRET, signed: "https://images.example.net/photos/cat.jpg?width=200" },
    nearMiss: { url: URL_, secret: SECRET, signed: "images.example.net/photos/cat.jpg?width=200" },
    *scopes({ request }) {
      const fragment = request.unsigned.fragment;
      for (const [origin, weight] of origins(request.typed.origin)) {
        const swapped =
          weight > 1 ? { weight, detail: `It began with “${origin.slice(0, 60)}”.` } : { weight };
        yield { value: (url) => joinUrl({ ...url, origin, fragment: null }), ...swapped };
        yield { value: (url) => joinUrl({ ...rooted(url), origin, fragment: null }), ...swapped };
        yield {
          value: (url) => `${joinUrl({ ...url, origin, query: null, fragment: null })}${url.query ?? ""}`,
          detail: "Its “?” was left out.",
          weight: weight + 0.4,
        };
        yield {
          value: (url) => `${joinUrl({ ...url, origin, query: null, fragment: null })}?${url.query ?? ""}`,
          detail: "With a “?” at its end.",
          weight: weight + 0.4,
        };
        if (fragment !== null)
          yield {
            value: (url) => joinUrl({ ...url, origin, fragment }),
            detail: "With its fragment.",
            weight: weight + 0.1,
          };
      }
    },
  },
  {
    id: "signed-with-host",
    group: "scope",
    title: "The host was signed too.",
    why: "Code that joins host, path and query, or a URL without its scheme, went into the HMAC.",
    fix: "Leave the host out of the string that is signed.",
    example: { url: URL_, secret: SECRET, signed: "images.example.net/photos/cat.jpg?width=200" },
    nearMiss: { url: URL_, secret: SECRET, signed: "https://images.example.net/photos/cat.jpg?width=200" },
    *scopes({ request }) {
      const hosts = new Set(
        origins(request.typed.origin).map(([origin]) => origin.replace(/^[^/]*\/\//, "")),
      );
      for (const host of hosts) {
        for (const [origin, weight] of [
          [host, 1],
          [`//${host}`, 1.1],
        ] as const) {
          yield { value: (url) => joinUrl({ ...url, origin, fragment: null }), weight };
          yield { value: (url) => joinUrl({ ...rooted(url), origin, fragment: null }), weight };
          yield {
            value: (url) => `${origin}${url.path}${url.query ?? ""}`,
            detail: "The “?” was left out.",
            weight: weight + 0.4,
          };
          yield {
            value: (url) => `${origin}${rooted(url).path}`,
            detail: "The query was left out.",
            weight: weight + 0.5,
          };
        }
        yield {
          value: (url) => `${host}${url.query === null ? "" : `?${url.query}`}`,
          detail: "The path was left out.",
          weight: 1.4,
        };
        yield {
          value: (url) => `${host}${url.query ?? ""}`,
          detail: "The path and “?” were left out.",
          weight: 1.5,
        };
        yield {
          value: (url) => `${host}\n${rooted(url).path}\n${url.query ?? ""}`,
          detail: "A line each for host, path and query.",
          weight: 1.6,
        };
      }
    },
  },
  {
    id: "signed-path-only",
    group: "scope",
    title: "Only the path was signed, without the query.",
    why: "Functions such as url.pathname, parsed.path or $_SERVER['PATH_INFO'] give the path alone.",
    fix: "Sign the string shown as the signing string, parameters included.",
    example: { url: URL_, secret: SECRET, signed: "/photos/cat.jpg" },
    nearMiss: { url: URL_, secret: SECRET, signed: "/photos/cat.jpg?width=" },
    *scopes({ request }) {
      yield { value: (url) => rooted(url).path, weight: 0.6 };
      yield {
        value: (url) => (url.path.length > 1 ? url.path.slice(1) : null),
        detail: "Without its leading slash.",
      };
      yield {
        value: (url) => /[^/]+$/.exec(url.path)?.[0] ?? null,
        detail: "Only its last segment.",
        weight: 1.3,
      };
      for (const [origin, weight] of origins(request.typed.origin))
        yield {
          value: (url) => origin + rooted(url).path,
          detail: "With scheme and host before it.",
          weight: weight + 0.2,
        };
    },
  },
  {
    id: "signed-with-trailing-question-mark",
    group: "scope",
    title: "A “?” stood at the end of the string that was signed.",
    why: "Code that always writes path + “?” + query leaves it there when the query is empty.",
    fix: "Add the “?” only when a query follows.",
    example: { url: "https://images.example.net/cat.jpg?signature={}", secret: SECRET, signed: "/cat.jpg?" },
    nearMiss: { url: "https://images.example.net/cat.jpg?signature={}", secret: SECRET, signed: "/cat.jpg&" },
    *messages(message) {
      yield { value: `${message}?` };
      yield { value: `${message}??`, weight: 1.5 };
    },
  },
  {
    id: "signed-with-trailing-ampersand",
    group: "scope",
    title: "A “&” stood at the end of the string that was signed.",
    why: "A loop that writes “name=value&” leaves one too many, or the “&” of “&signature=” was signed.",
    fix: "Join the parameters with “&” between them only.",
    example: { url: URL_, secret: SECRET, signed: `${SIGNED}&` },
    nearMiss: { url: URL_, secret: SECRET, signed: `${SIGNED}&signature=` },
    *messages(message) {
      yield { value: `${message}&` };
      yield { value: `${message}&&`, weight: 1.5 };
      if (!message.includes("?")) yield { value: `${message}?&`, weight: 1.4 };
    },
  },
  {
    id: "signed-with-empty-signature",
    group: "scope",
    title: "An empty {signature} parameter was signed along.",
    why: "The parameter was added first and filled in after signing.",
    fix: "Sign first, then add the {signature}.",
    example: { url: URL_, secret: SECRET, signed: `${SIGNED}&signature=` },
    nearMiss: { url: URL_, secret: SECRET, signed: `${SIGNED}&` },
    *messages(message, { signatureNames }) {
      const joint = message.includes("?") || (message.includes("=") && !message.startsWith("/")) ? "&" : "?";
      for (const name of signatureNames) {
        const weight = name === signatureNames[0] ? 1 : 1.1;
        for (const end of [`${name}=`, name]) {
          yield { value: `${message}${joint}${end}`, weight };
          if (joint === "?") yield { value: `${message}&${end}`, weight: weight + 0.2 };
        }
        for (const word of ["null", "undefined", "None", "nil", "false", "0", "{}", "%s"])
          yield {
            value: `${message}${joint}${name}=${word}`,
            detail: `Its value was “${word}”.`,
            weight: weight + 0.2,
          };
        const at = message.indexOf("?") + 1;
        if (at > 0 || joint === "&") {
          yield {
            value: `${message.slice(0, at)}${name}=&${message.slice(at)}`,
            detail: "It stood first.",
            weight: weight + 0.1,
          };
          yield {
            value: `${message.slice(0, at)}${name}&${message.slice(at)}`,
            detail: "It stood first.",
            weight: weight + 0.3,
          };
        }
      }
    },
  },
  {
    id: "signed-with-signature",
    group: "scope",
    title: "An old {signature} was still there when the URL was signed again.",
    why: "A URL that was signed already was signed once more, and then the new {signature} added or put in its place.",
    fix: "Remove the {signature} before signing, or sign only once.",
    example: { url: URL_, secret: SECRET, signed: `${SIGNED}&signature={}` },
    nearMiss: { url: URL_, secret: SECRET, signed: `${SIGNED}&signature=` },
    *scopes(facts) {
      yield* withOldSignature(facts);
    },
    *resigned(message, signature, { signatureNames }) {
      const joint = message.includes("?") || (message.includes("=") && !message.startsWith("/")) ? "&" : "?";
      const [own] = signatureNames;
      for (const name of signatureNames)
        yield { value: `${message}${joint}${name}=${signature}`, weight: name === own ? 1 : 1.1 };
      const at = message.indexOf("?") + 1;
      if (at > 0 || joint === "&")
        yield { value: `${message.slice(0, at)}${own}=${signature}&${message.slice(at)}`, weight: 1.1 };
      yield { value: message + signature, detail: "It stood at the end without its name.", weight: 1.3 };
      const link = /^((?:[^?]*\/)?v1\/[^/?]+\/)([^/?]+(?:\?.*)?)$/s.exec(message);
      if (link) yield { value: `${link[1]}${signature}/${link[2]}` };
    },
  },
  {
    id: "signed-with-fragment",
    group: "scope",
    title: "The fragment after “#” was signed too.",
    why: "The text of the whole URL was cut at its host only; servers never see a fragment.",
    fix: "Leave out “#” and what follows before signing.",
    example: {
      url: "https://images.example.net/cat.jpg?width=200&signature={}#top",
      secret: SECRET,
      signed: "/cat.jpg?width=200#top",
    },
    nearMiss: {
      url: "https://images.example.net/cat.jpg?width=200&signature={}#top",
      secret: SECRET,
      signed: "/cat.jpg?width=200#",
    },
    *messages(message, { request }) {
      const fragment = request.unsigned.fragment;
      if (fragment === null || fragment === "") return;
      yield { value: `${message}#${fragment}` };
      yield { value: `${message}#${percentDecode(fragment)}`, weight: 1.2 };
      yield { value: `${message}%23${fragment}`, detail: "Its “#” was percent-encoded.", weight: 1.2 };
    },
  },
  {
    id: "signed-with-newline",
    group: "scope",
    title: "A line break was part of the string that was signed.",
    why: "“echo” without “-n” adds one, and so do a here-document, “<<<”, and files saved by an editor.",
    fix: "Write the string with “printf %s”, or strip the line break.",
    example: { url: URL_, secret: SECRET, signed: `${SIGNED}\n` },
    nearMiss: { url: URL_, secret: SECRET, signed: `${SIGNED} ` },
    *messages(message) {
      yield { value: `${message}\n`, detail: "One line feed." };
      yield { value: `${message}\r\n`, detail: "A carriage return and a line feed, as Windows writes it." };
      yield { value: `${message}\n\n`, detail: "Two line feeds.", weight: 1.2 };
      yield { value: `${message}\r`, detail: "One carriage return.", weight: 1.2 };
      yield {
        value: ` ${message}\r\n`,
        detail: "A Windows line break, and a space before the string.",
        weight: 1.6,
      };
      yield {
        value: `${message} \r\n`,
        detail: "A space and a Windows line break, as “echo … | openssl” in cmd writes it.",
        weight: 1.3,
      };
      yield { value: `${message} \n`, detail: "A space and a line feed.", weight: 1.4 };
      yield { value: `\n${message}`, detail: "One line feed, at the start.", weight: 1.3 };
      yield { value: `\n${message}\n`, detail: "One line feed at either end.", weight: 1.4 };
      yield {
        value: `${message}\\n`,
        detail: "A backslash and an “n”, written for a line feed.",
        weight: 1.3,
      };
      yield {
        value: `-n ${message}\n`,
        detail: "“echo -n” printed its “-n”, as the echo of sh on some systems does.",
        weight: 1.3,
      };
    },
  },
  {
    id: "signed-target-url-only",
    group: "scope",
    title: "Only the address inside the URL was signed.",
    why: "The value of one parameter went into the HMAC in place of the whole query.",
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
        weight: 1.4,
      };
      yield {
        value: (url) => `?${parameterOf(url)}`,
        detail: "With “?” and its name, but without the other parameters.",
        weight: 1.5,
      };
    },
  },
];

const TARGET_READINGS: readonly [
  read: (value: string) => string | null,
  detail: string | undefined,
  weight: number,
][] = [
  [(value) => value, "As it stands in the URL.", 1],
  [percentDecode, "Decoded.", 1],
  [(value) => percentDecode(value.replaceAll("+", " ")), "Decoded.", 1],
  [(value) => encodeURIComponent(percentDecode(value)), "Percent-encoded.", 1.1],
  [(value) => percentDecode(value).replace(/^https?:\/\//i, ""), "Decoded, without its scheme.", 1.1],
  [(value) => value.replace(/^https?(?::|%3A)(?:\/|%2F)(?:\/|%2F)/i, ""), "Without its scheme.", 1.1],
  [
    (value) => (/^https?:/i.test(value) ? null : `https://${percentDecode(value)}`),
    "With “https://” before it.",
    1.1,
  ],
  [
    (value) => (/^https?:/i.test(value) ? null : `http://${percentDecode(value)}`),
    "With “http://” before it.",
    1.1,
  ],
  [(value) => percentDecode(value).replace(/^https?:\/\/[^/?#]*/i, ""), "Only its path.", 1.3],
  [(value) => /^https?:\/\/([^/?#]*)/i.exec(percentDecode(value))?.[1] ?? null, "Only its host.", 1.3],
  [(value) => percentDecode(percentDecode(value)), "Decoded twice.", 1.3],
  [(value) => encodeURIComponent(value), "Percent-encoded once more.", 1.3],
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

/** The origin as typed, with the other scheme, with its port dropped or written out, and in lower case. */
function origins(typed: string): [origin: string, weight: number][] {
  const [, scheme = "https", authority = ""] = /^(https?):\/\/(.*)$/is.exec(typed) ?? [];
  const host = authority.replace(/^.*@/s, "");
  const bare = host.replace(/:\d*$/, "");
  const other = scheme.toLowerCase() === "http" ? "https" : "http";
  const weighed: [string, number][] = [
    [typed, 1],
    [`${other}://${authority}`, 1.1],
    [`${scheme}://${host}`, 1.1],
    [`${scheme}://${bare}`, 1.1],
    [`${other}://${bare}`, 1.2],
    [`${scheme}://${bare}:443`, 1.2],
    [`${scheme}://${bare}:80`, 1.2],
    [`${other}://${bare}:80`, 1.2],
    [`${scheme}://${bare}`.toLowerCase(), 1.15],
    [`${scheme}://${host}`.toLowerCase(), 1.2],
    [`${other}://${bare}`.toLowerCase(), 1.2],
    [typed.toLowerCase(), 1.2],
  ];
  return [...new Map(weighed.toReversed())].toReversed();
}

/** The pasted URL with only its last signature removed, where it has another. */
function* withOldSignature({ request, rule, signatureNames: [own] }: Facts): Generator<Variant<Scope>> {
  if (request.typed.query === null) return;
  const parameters = cutQuery(request.typed.query);
  const last = parameters.findLastIndex(({ name }) => name === own);
  if (last < 0 || parameters.findIndex(({ name }) => name === own) === last) return;
  const texts = parameters.map(({ text }) => text);
  const query = texts.toSpliced(last, 1).join("&");
  yield { value: (url) => rule({ ...url, query }) };
  yield { value: (url) => rule({ ...url, query: texts.slice(0, last).join("&") }) };
  const old = parameters.find(({ name }) => name === own)?.text ?? "";
  yield {
    value: (url) => rule({ ...url, query: url.query === null ? old : `${url.query}&${old}` }),
    weight: 1.1,
  };
}
