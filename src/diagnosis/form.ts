import type { Mistake } from "./mistake";

const SECRET = "s3cretKey";
const HOST = "https://images.example.net";
const URL_ = `${HOST}/photos/cat.jpg?width=200&signature={}`;
const SIGNED = "/photos/cat.jpg?width=200";
const LINK = "https://api.urlbox.com/v1/myApiKey";

const bytesOf = (hex: string) =>
  hex.replace(/../g, (digits) => String.fromCharCode(Number.parseInt(digits, 16)));
const base64Of = (hex: string) => btoa(bytesOf(hex));
const urlSafe = (base64: string) => base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

/**
 * How the signature is written and where it stands. These have no variants: `readTargets` reads every form at once, and the
 * scheme tells the place.
 */
export const formMistakes: readonly Mistake[] = [
  {
    id: "signature-with-prefix",
    group: "form",
    title: "Something besides its digits stood in the {signature}.",
    why: "Tools print more than the digits: openssl “SHA1(stdin)= ”, webhooks “sha1=”, Python “b'…'”, shells a line break.",
    fix: "Keep only the hexadecimal digits.",
    example: { url: URL_, secret: SECRET, signed: SIGNED, form: (hex) => `sha1=${hex}` },
    nearMiss: { url: URL_, secret: SECRET, signed: SIGNED, form: (hex) => hex.toUpperCase() },
  },
  {
    id: "signature-in-uppercase",
    group: "form",
    title: "The {signature} was written in upper-case digits.",
    why: ".NET’s Convert.ToHexString and BitConverter, Java’s %X and SQL’s HEX write “A–F”; the vendor compares with “a–f”.",
    fix: "Lower-case the digits.",
    example: { url: URL_, secret: SECRET, signed: SIGNED, form: (hex) => hex.toUpperCase() },
    nearMiss: { url: URL_, secret: SECRET, signed: SIGNED, form: base64Of },
  },
  {
    id: "signature-in-base64",
    group: "form",
    title: "The {signature} was written in base64.",
    why: "Many other vendors want base64, and digest('base64'), Convert.ToBase64String or “openssl -binary | base64” give it.",
    fix: "Write the bytes as lower-case hexadecimal digits.",
    example: { url: URL_, secret: SECRET, signed: SIGNED, form: base64Of },
    nearMiss: { url: URL_, secret: SECRET, signed: SIGNED, form: (hex) => urlSafe(base64Of(hex)) },
  },
  {
    id: "signature-in-base64url",
    group: "form",
    title: "The {signature} was written in base64url.",
    why: "JWT libraries, digest('base64url') and urlsafe_b64encode write it like this.",
    fix: "Write the bytes as lower-case hexadecimal digits.",
    example: { url: URL_, secret: SECRET, signed: SIGNED, form: (hex) => urlSafe(base64Of(hex)) },
    nearMiss: { url: URL_, secret: SECRET, signed: SIGNED, form: base64Of },
  },
  {
    id: "signature-base64-of-hex",
    group: "form",
    title: "The hexadecimal digits of the {signature} were themselves written in base64.",
    why: "The HMAC function gives digits already (PHP’s hash_hmac, hexdigest), and their text was encoded once more.",
    fix: "Use the hexadecimal digits as they are.",
    example: { url: URL_, secret: SECRET, signed: SIGNED, form: (hex) => btoa(hex) },
    nearMiss: { url: URL_, secret: SECRET, signed: SIGNED, form: base64Of },
  },
  {
    id: "signature-truncated",
    group: "form",
    title: "The {signature} was cut short.",
    why: "A copy missed characters, a column or a log cut it, code took a part of it, or zeros at the front of a byte were dropped.",
    fix: "Send all of its digits.",
    example: { url: URL_, secret: SECRET, signed: SIGNED, form: (hex) => hex.slice(0, 32) },
    nearMiss: { url: URL_, secret: SECRET, signed: SIGNED, form: (hex) => hex.slice(0, 18) },
  },
  {
    id: "signature-not-last",
    group: "form",
    title: "The signature was not the last parameter.",
    why: "Parameters were appended behind it, or a library sorted them all.",
    fix: "Add “signature” after all other parameters.",
    example: { url: `${HOST}/a.jpg?signature={}&width=200`, secret: SECRET, signed: "/a.jpg?width=200" },
    nearMiss: { url: `${HOST}/a.jpg?width=200&signature={}`, secret: SECRET, signed: "/a.jpg?width=300" },
  },
  {
    id: "signature-twice",
    group: "form",
    title: "The URL carried two signatures.",
    why: "A URL that was signed already was signed again, and the new signature added beside the old one.",
    fix: "Remove the old signature before a new one is added.",
    example: {
      url: `${HOST}/a.jpg?width=200&signature=00&signature={}`,
      secret: SECRET,
      signed: "/a.jpg?width=200",
    },
    nearMiss: {
      url: `${HOST}/a.jpg?width=200&signature={}`,
      secret: SECRET,
      signed: "/a.jpg?width=200&signature=00",
    },
  },
  {
    id: "signature-after-fragment",
    group: "form",
    title: "The signature stood behind the “#”, which never reaches the server.",
    why: "It was appended to the end of the URL’s text, and the URL had a fragment.",
    fix: "Put the signature before the “#”, or leave the fragment out.",
    example: { url: `${HOST}/a.jpg?width=200#top&signature={}`, secret: SECRET, signed: "/a.jpg?width=200" },
    nearMiss: {
      url: `${HOST}/a.jpg?width=200&signature={}#top`,
      secret: SECRET,
      signed: "/a.jpg?width=200#top",
    },
  },
  {
    id: "token-in-query",
    group: "form",
    title: "The token stood in the query.",
    why: "Most vendors take a signature as a parameter; Urlbox reads its token from the path.",
    fix: "Put the token between API key and format: /v1/API_KEY/TOKEN/FORMAT.",
    example: {
      scheme: "urlbox",
      url: `${LINK}/png?url=example.com&token={}`,
      secret: SECRET,
      signed: "url=example.com",
    },
    nearMiss: {
      scheme: "urlbox",
      url: `${LINK}/{}/png?url=example.com`,
      secret: SECRET,
      signed: "url=example.com&",
    },
  },
  {
    id: "token-misplaced",
    group: "form",
    title: "The token did not stand between API key and format.",
    why: "The parts of the path were joined in another order.",
    fix: "Put the token between API key and format: /v1/API_KEY/TOKEN/FORMAT.",
    example: {
      scheme: "urlbox",
      url: `${LINK}/png/{}?url=example.com`,
      secret: SECRET,
      signed: "url=example.com",
    },
    nearMiss: {
      scheme: "urlbox",
      url: `${LINK}/{}/png?url=example.com`,
      secret: SECRET,
      signed: "url=example.com&",
    },
  },
];
