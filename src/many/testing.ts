import { createHmac } from "node:crypto";
import type { ManyInput } from "./judge";
import { Run } from "./run";

export const SECRET = "k3y-Of-Mine-42";

export const INPUT: ManyInput = {
  schemeId: "libpixel",
  settings: { apiKey: "", format: "" },
  hash: "SHA-1",
  secret: SECRET,
  otherSecrets: [],
};

export function hmac(text: string, secret = SECRET, hash = "sha1"): string {
  return createHmac(hash, secret).update(text).digest("hex");
}

/** The path of one of many pictures. */
export const path = (n: number, more = "") => `/catalog/${n}.jpg?width=${100 + n}${more}`;
export const many = <T>(count: number, make: (n: number) => T) =>
  Array.from({ length: count }, (_, n) => make(n));

/** A path with the signature of `signed`, which is the path itself where it is right. */
export function sign(path: string, secret = SECRET, signed = path): string {
  return `${path}&signature=${hmac(signed, secret)}`;
}

/** A line of nginx's combined log. */
export function logLine(
  target: string,
  { address = "10.0.3.5", second = 0, agent = "Mozilla/5.0", status = 200 } = {},
): string {
  const time = new Date(Date.UTC(2026, 10, 25, 14, 0, second)).toISOString();
  const clock = time.slice(11, 19);
  return `${address} - - [25/Nov/2026:${clock} +0000] "GET ${target} HTTP/1.1" ${status} 512 "https://shop.test/page" "${agent}"`;
}

const BUDGET = { reading: 3_000, single: 60_000, all: 1_000 };

/** Runs to the end. */
export async function runOn(text: string | Blob, input: Partial<ManyInput> = {}): Promise<Run> {
  const run = new Run(
    typeof text === "string" ? new Blob([text]) : text,
    { ...INPUT, ...input },
    () => {},
    BUDGET,
  );
  await run.go();
  return run;
}

/** The groups by their ids, with how many URLs each has. */
export function counts({ groups }: Pick<Run, "groups">): Record<string, number> {
  return Object.fromEntries(groups.all.map(({ id, count }) => [id, count]));
}
