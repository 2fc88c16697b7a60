import { randomBytes } from "node:crypto";

/** A secret that no other run has used, so that any trace of it is a leak of this one. */
export function newCanary(): string {
  return `canary/${randomBytes(12).toString("hex")}+é`;
}

interface Spelling {
  readonly name: string;
  readonly text: string;
}

/** Every way in which a secret is commonly written down. Cut short at its ends where those depend on what is around it. */
function spellings(canary: string): Spelling[] {
  const bytes = Buffer.from(canary);
  const core = canary.slice("canary/".length, -"+é".length);
  return [
    { name: "raw", text: core },
    { name: "percent-encoded", text: encodeURIComponent(canary) },
    { name: "hex", text: Buffer.from(core).toString("hex") },
    { name: "upper-case hex", text: Buffer.from(core).toString("hex").toUpperCase() },
    { name: "UTF-16", text: Buffer.from(core, "utf16le").toString("latin1") },
    { name: "UTF-16 in hex", text: Buffer.from(core, "utf16le").toString("hex") },
    { name: "reversed", text: [...core].reverse().join("") },
    ...[0, 1, 2].flatMap((shift) => {
      const base64 = Buffer.concat([Buffer.alloc(shift), bytes])
        .toString("base64")
        .slice(4, -4);
      return [
        { name: "base64", text: base64 },
        { name: "base64url", text: base64.replaceAll("+", "-").replaceAll("/", "_") },
      ];
    }),
  ];
}

/** The spellings of the canary that occur in a text or in bytes, by name; none when it did not get there. */
export function findCanary(where: string | Buffer | object, canary: string): string[] {
  const text =
    typeof where === "string"
      ? where
      : Buffer.isBuffer(where)
        ? where.toString("latin1")
        : JSON.stringify(where);
  const found = spellings(canary).filter((spelling) => text.includes(spelling.text));
  return [...new Set(found.map(({ name }) => name))];
}
