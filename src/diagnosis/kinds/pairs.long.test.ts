import { createHash, createHmac } from "node:crypto";
import { expect, it } from "vitest";
import type { DiagnosisInput } from "../diagnosis";
import { search } from "../search";
import { idsIn, inputOf } from "../testing";

/** What a developer's code had in hand, and what became of the URL afterwards. */
interface Work {
  key: string;
  host: string;
  path: string;
  query: string;
  cut: (work: Work) => string;
  finish: (message: string) => string;
  pasted: (query: string) => string;
  digest: (key: string, message: string) => string;
  form: (hex: string) => string;
}
type Slip = readonly [group: string, id: string, make: (work: Work) => Partial<Work>];

const hmac = (hash: string) => (key: string, message: string) =>
  createHmac(hash, key).update(message).digest("hex");
const whole = ({ path, query }: Work) => `${path}?${query}`;

/** Written without the catalogue's code, as developers make them. */
const SLIPS: readonly Slip[] = [
  ["secret", "secret-with-newline", ({ key }) => ({ key: `${key}\n` })],
  ["secret", "secret-with-newline", ({ key }) => ({ key: `${key}\r\n` })],
  ["secret", "secret-with-space", ({ key }) => ({ key: `${key} ` })],
  ["secret", "secret-with-quotes", ({ key }) => ({ key: `"${key}"` })],
  ["secret", "secret-with-quotes", ({ key }) => ({ key: `'${key}'` })],
  ["secret", "secret-cut-at-hash", ({ key }) => ({ key: key.replace(/#.*/, "") })],
  ["secret", "secret-dollar-expanded", ({ key }) => ({ key: key.replace(/\$\w+/, "") })],
  ["secret", "secret-base64-encoded", ({ key }) => ({ key: Buffer.from(key).toString("base64") })],
  ["secret", "secret-hex-encoded", ({ key }) => ({ key: Buffer.from(key).toString("hex") })],
  ["secret", "secret-url-encoded", ({ key }) => ({ key: encodeURIComponent(key) })],
  ["secret", "secret-wrong-case", ({ key }) => ({ key: key.toUpperCase() })],
  ["secret", "secret-truncated", ({ key }) => ({ key: key.slice(0, -3) })],
  ["secret", "secret-with-invisible-character", ({ key }) => ({ key: `\u{feff}${key}` })],
  ["secret", "secret-is-placeholder", () => ({ key: "YOUR_SECRET_KEY" })],
  ["secret", "secret-empty", () => ({ key: "" })],
  ["scope", "signed-full-url", () => ({ cut: (work) => `https://${work.host}${whole(work)}` })],
  ["scope", "signed-with-host", () => ({ cut: (work) => `${work.host}${whole(work)}` })],
  ["scope", "signed-query-only", () => ({ cut: ({ query }) => query })],
  ["scope", "signed-without-question-mark", () => ({ cut: ({ path, query }) => path + query })],
  ["scope", "signed-without-leading-slash", () => ({ cut: (work) => whole(work).slice(1) })],
  ["scope", "signed-with-trailing-ampersand", () => ({ finish: (message) => `${message}&` })],
  ["scope", "signed-with-empty-signature", () => ({ finish: (message) => `${message}&signature=` })],
  ["scope", "signed-with-newline", () => ({ finish: (message) => `${message}\n` })],
  ["encoding", "signed-decoded-query", ({ query }) => ({ query: decodeURIComponent(query) })],
  ["encoding", "signed-decoded-path", ({ path }) => ({ path: decodeURIComponent(path) })],
  ["encoding", "signed-double-encoded", ({ query }) => ({ query: query.replaceAll("%", "%25") })],
  ["encoding", "signed-with-plus-for-space", ({ query }) => ({ query: query.replaceAll("%20", "+") })],
  [
    "encoding",
    "percent-encoding-case",
    ({ query }) => ({ query: query.replaceAll(/%../g, (digits) => digits.toLowerCase()) }),
  ],
  [
    "encoding",
    "signed-with-another-encoder",
    ({ query }) => ({ query: query.replaceAll("(", "%28").replaceAll(")", "%29") }),
  ],
  [
    "change",
    "parameter-added-after-signing",
    () => ({ pasted: (query) => `${query}&utm_source=mail&utm_medium=web` }),
  ],
  ["change", "parameter-added-after-signing", () => ({ pasted: (query) => `${query}&height=90` })],
  ["change", "parameters-reordered", () => ({ pasted: (query) => query.split("&").reverse().join("&") })],
  ["change", "empty-parameter-dropped", () => ({ pasted: (query) => `${query}&crop=` })],
  ["digest", "wrong-hash", () => ({ digest: hmac("sha256") })],
  ["digest", "wrong-hash", () => ({ digest: hmac("md5") })],
  ["digest", "key-and-message-swapped", () => ({ digest: (key, message) => hmac("sha1")(message, key) })],
  [
    "digest",
    "digest-instead-of-hmac",
    () => ({
      digest: (key, message) =>
        createHash("sha1")
          .update(key + message)
          .digest("hex"),
    }),
  ],
  ["form", "signature-in-uppercase", () => ({ form: (hex) => hex.toUpperCase() })],
  [
    "form",
    "signature-in-base64",
    () => ({ form: (hex) => encodeURIComponent(Buffer.from(hex, "hex").toString("base64")) }),
  ],
  ["form", "signature-truncated", () => ({ form: (hex) => hex.slice(0, 27) })],
  ["form", "signature-with-prefix", () => ({ form: (hex) => `sha1=${hex}` })],
];

const right: Work = {
  key: "k9$Abc#x/7Gh+2Lm Pq",
  host: "images.example.net",
  path: "/my%20photos/cat.jpg",
  query: "src=https%3A%2F%2Fa.example%2Fb%20c(1).png&width=200&mode=crop",
  cut: whole,
  finish: (message) => message,
  pasted: (query) => query,
  digest: hmac("sha1"),
  form: (hex) => hex,
};

function slipped(slips: readonly Slip[]): DiagnosisInput {
  const work = { ...right };
  for (const [, , make] of slips) Object.assign(work, make(work));
  const signature = work.form(work.digest(work.key, work.finish(work.cut(work))));
  const pasted = `https://${right.host}${right.path}?${work.pasted(right.query)}&signature=${signature}`;
  return inputOf(pasted, { secret: right.key });
}

/** A small generator with a seed, so that a failure can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

it("explains pairs drawn at random across groups by themselves or by something simpler", async () => {
  const random = randomFrom(20261121);
  const draw = () => SLIPS[Math.floor(random() * SLIPS.length)] as Slip;
  const missed: string[] = [];
  let count = 0;
  while (count < PAIRS) {
    const [a, b] = [draw(), draw()];
    if (a[0] === b[0]) continue;
    count++;
    const ids = idsIn(await search(slipped([a, b])));
    const same = ids.length === 2 && ids.includes(a[1]) && ids.includes(b[1]);
    const isSimpler = ids.length === 1 && ids[0] !== "unexplained";
    if (!same && !isSimpler) missed.push(`${a[1]} + ${b[1]}: ${ids.join(" + ")}`);
  }
  expect(missed.length / PAIRS, missed.join("\n")).toBeLessThanOrEqual(0.05);
}, 300_000);

const PAIRS = Number(process.env.PAIRS ?? 40);
