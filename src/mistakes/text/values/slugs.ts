import type { Telling, Variant } from "../../mistake";
import { percentDecode } from "../escapes";

type Write = (name: string) => string;

const plain: Write = (name) => name.normalize("NFKD").replace(/\p{M}/gu, "");
const capitals: Write = (name) => name.replace(/(?<=^| )\p{Ll}/gu, (char) => char.toUpperCase());
const first: Write = (name) => name.replace(/^\p{Ll}/u, (char) => char.toUpperCase());
const spaced: Write = (name) => name.replaceAll(/[-_]+/g, " ");

/** A name as uploads, frameworks and CMSs store it, the commonest first. */
const SLUGS: readonly Write[] = [
  (name) => name.toLowerCase().replaceAll(/\s+/g, "-"),
  // Slugs of most languages: letters and digits alone, the rest as one hyphen.
  (name) =>
    plain(name)
      .toLowerCase()
      .replaceAll(/[^a-z\d]+/g, "-")
      .replaceAll(/^-|-$/g, ""),
  (name) =>
    plain(name)
      .toLowerCase()
      .replaceAll(/[^\w-]+/g, "-")
      .replaceAll(/^-|-$/g, ""),
  (name) => name.replaceAll(/\s+/g, "-"),
  (name) => name.replaceAll(/\s+/g, "_"),
  (name) => name.toLowerCase().replaceAll(/\s+/g, "_"),
  // WordPress’s sanitize_file_name
  (name) => name.replaceAll(/[?[\]/\\=<>:;,'"&$#*()|~`!{}%+’«»”“]/g, "").replaceAll(/[\s-]+/g, "-"),
  // CarrierWave and others
  (name) => name.replaceAll(/[^\w.+-]/g, "_"),
];

/** A name with spaces that such a one may have been made of. */
const NAMES: readonly Write[] = [spaced, (name) => capitals(spaced(name)), (name) => first(spaced(name))];

const encode: Write = (name) => encodeURIComponent(name.toWellFormed());
const LONGEST = 2000;

const WHY =
  "Uploads, CMSs and frameworks store files under such names: mostly in lower case, with “-” or “_” for spaces and other signs. Either one of the string and the URL was made of the stored name, and the other of the one that people read; or the name was changed after signing. The digits fit both.";

const told = (title: string): Telling => ({
  title,
  why: WHY,
  fix: "Take the path that the file has where it is stored, then sign that path and send it.",
  mayBeMeant: true,
});
const SIGNED_SLUG = told("A name in the path was signed as a slug, and sent with other characters.");
const SENT_SLUG = told("A name in the path was sent as a slug, and signed with other characters.");

/** The path with the name of its file, or with all its names, as a slug, or as the name that a slug was made of. */
export function* otherSlugs(path: string): Generator<Variant<string>> {
  if (path.length > LONGEST) return;
  const seen = new Set([path]);
  for (const [writes, encodes, telling] of [
    [SLUGS, [encode], SIGNED_SLUG],
    [NAMES, [encode, (name: string) => name], SENT_SLUG],
  ] as const)
    for (const write of writes)
      for (const spell of encodes)
        for (const [value, detail] of respelled(path, (name) => spell(write(percentDecode(name)))))
          if (isJoined(value, path, telling) && !seen.has(value) && seen.add(value))
            yield { value, detail, telling };
}

/** Whether the slug has a “-” or “_” more than the other: what differs in letters alone, or lacks signs, is told of by itself. */
function isJoined(signed: string, sent: string, telling: Telling): boolean {
  const [slug, name] = telling === SIGNED_SLUG ? [signed, sent] : [sent, signed];
  return ["-", "_"].some((sign) => slug.split(sign).length > name.split(sign).length);
}

const EXTENSION = /\.[A-Za-z\d]{2,5}$/;

/** The file’s name but for its extension, with that in lower case, and the names of all folders, too. */
function* respelled(path: string, write: Write): Generator<[path: string, detail?: string]> {
  const names = path.split("/");
  const file = names.pop() ?? "";
  const extension = EXTENSION.exec(file)?.[0] ?? "";
  const stem = file.slice(0, file.length - extension.length);
  for (const end of new Set([extension, extension.toLowerCase()])) {
    yield [[...names, write(stem) + end].join("/")];
    const detail = write(stem) + end === file ? "The name of a folder." : "With the names of its folders.";
    yield [[...names.map(write), write(stem) + end].join("/"), detail];
  }
}
