import { posix } from "node:path";
import { expect, it } from "vitest";
import { mistakesOf } from "./diagnosis/registry";
import { schemes } from "./schemes";

/** Who may import whom. Each row stands on rows above it, so that no two folders can need each other. */
const STAIR: Readonly<Record<string, readonly string[]>> = {
  signing: [],
  "trusted-script-url": [],
  "error-text": [],
  ui: [],
  mistakes: ["signing"],
  schemes: ["signing", "mistakes"],
  snippets: ["signing", "schemes"],
  diagnosis: ["signing", "mistakes", "schemes", "trusted-script-url", "error-text"],
  vectors: ["signing", "mistakes", "schemes", "diagnosis"],
  many: ["signing", "mistakes", "schemes", "diagnosis", "trusted-script-url", "error-text"],
  session: ["signing", "schemes", "diagnosis", "vectors", "many"],
  panels: ["signing", "schemes", "diagnosis", "snippets", "many", "session", "ui"],
  app: ["error-text", "signing", "schemes", "session", "panels", "ui"],
  embed: ["signing", "schemes", "session", "panels", "ui", "app"],
  "service-worker": ["trusted-script-url"],
  "mistake-pages": ["signing", "mistakes", "schemes", "diagnosis", "snippets", "vectors", "ui"],
  prerender: ["signing", "session", "app", "embed"],
};

/** Rooms that a test in Node can enter: they hold no view. */
const WITHOUT_VIEWS = /^(?:signing|mistakes|schemes|snippets|diagnosis|many|session)\//;

/** Who names a mistake by its id, and why. All others ask for a trait of its entry. */
const NAMES_MISTAKES: Readonly<Record<string, string>> = {
  "mistakes/": "the catalogue",
  "schemes/": "the mistakes of one vendor, and where its signature may stand",
  "diagnosis/forms/": "each reader of a form says which mistake it has read",
  "diagnosis/edit/": "tells some mistakes on the page's thread, where the catalogue is not loaded",
  "diagnosis/known/place.ts":
    "has words for each place of a signature, which a scheme names by the mistake's id",
  "diagnosis/known/digits.ts": "has a fact of the same name",
  "snippets/changes/change-for.ts": "has a line of code for each mistake",
  "signing/find/mail.ts": "means the encoding of mail that is called quoted-printable",
  "signing/find/view.ts": "means the same encoding",
};

/** The text of each module, by its path from here. Tests may look at whatever they like, and what starts a page at all of it. */
const sources = Object.entries(
  import.meta.glob<string>(["./**/*.{ts,tsx}", "!./**/*.test.ts", "!./{main,embed}.tsx"], {
    query: "?raw",
    import: "default",
    eager: true,
  }),
).map(([path, text]) => [path.slice("./".length), text] as const);
const paths = new Set(sources.map(([path]) => path));
const imports = new Map(sources.map(([path, text]) => [path, importsOf(path, text)]));

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(/\b(?:from|import)[\s(]*"(\.[^"?]+)/g)].flatMap(([, specifier = ""]) => {
    const target = posix.join(posix.dirname(path), specifier);
    return (
      ["", ".ts", ".tsx", "/index.ts"].map((ending) => target + ending).find((file) => paths.has(file)) ?? []
    );
  });
}

/** The folder at the top, or the file that stands beside the folders. */
const room = (path: string) => path.replace(/(?:\/.*|\.tsx?)$/, "");

it("each folder imports what its row names, and nothing else", () => {
  const arrows = [...imports].flatMap(([from, targets]) =>
    targets.filter((to) => room(to) !== room(from)).map((to) => ({ from, to })),
  );
  expect(arrows.length).toBeGreaterThan(200);
  expect(arrows.filter(({ from, to }) => !STAIR[room(from)]?.includes(room(to)))).toEqual([]);
});

it("each row stands on rows above it", () => {
  const rooms = Object.keys(STAIR);
  for (const [name, below] of Object.entries(STAIR))
    expect(rooms.slice(0, rooms.indexOf(name)), name).toEqual(expect.arrayContaining([...below]));
});

it("a vendor's folder is entered from schemes/ alone", () => {
  const arrows = [...imports].flatMap(([from, targets]) => targets.map((to) => ({ from, to })));
  const entering = arrows.filter(({ to }) => /^schemes\/[^/]+\//.test(to));
  expect(entering.length).toBeGreaterThan(20);
  expect(entering.filter(({ from }) => room(from) !== "schemes" && !/testing\.ts$/.test(from))).toEqual([]);
});

it("no file needs itself by way of others", () => {
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): string[][] => {
    if (way.includes(path)) return [[...way.slice(way.indexOf(path)), path]];
    if (done.has(path)) return [];
    const circles = (imports.get(path) ?? []).flatMap((next) => visit(next, [...way, path]));
    done.add(path);
    return circles;
  };
  expect([...paths].flatMap((path) => visit(path, []))).toEqual([]);
});

it("what is below the views holds none", () => {
  expect([...paths].filter((path) => WITHOUT_VIEWS.test(path) && path.endsWith(".tsx"))).toEqual([]);
});

it("no mistake is known by its id where a trait of its entry can be asked", () => {
  const ids = schemes.flatMap(mistakesOf).map(({ id }) => id);
  const quotes = new RegExp(`["'\`](?:${[...new Set(ids)].join("|")})["'\`]`);
  const naming = sources.filter(([, text]) => quotes.test(text)).map(([path]) => path);
  const allowed = Object.keys(NAMES_MISTAKES);
  expect(naming.filter((path) => !allowed.some((start) => path.startsWith(start)))).toEqual([]);
  expect(allowed.filter((start) => !naming.some((path) => path.startsWith(start)))).toEqual([]);
});

it("each file that a folder's README names is there", () => {
  const readmes = import.meta.glob<string>("./*/README.md", {
    query: "?raw",
    import: "default",
    eager: true,
  });
  // A file does not find itself.
  const files = [
    ...Object.keys(import.meta.glob(["./**/*.{ts,tsx,json}", "../e2e/*.ts"])),
    "./stair.test.ts",
  ];
  const named = Object.entries(readmes).flatMap(([readme, text]) =>
    Array.from(text.matchAll(/`(?:src\/)?([\w./-]+\.(?:tsx?|json))`/g), ([, name = ""]) => ({
      readme,
      name,
    })),
  );
  expect(named.length).toBeGreaterThan(100);
  const isThere = (name: string) => files.some((file) => file.endsWith(`/${name}`));
  expect(named.filter(({ name }) => !name.includes("NAME") && !isThere(name))).toEqual([]);
});
