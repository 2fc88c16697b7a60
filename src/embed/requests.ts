import {
  type InferOutput,
  literal,
  maxLength,
  optional,
  picklist,
  pipe,
  safeParse,
  strictObject,
  string,
  transform,
  variant,
} from "valibot";
import { schemes } from "../schemes";
import { FIELDS } from "../session/fields";
import { HASH_NAMES } from "../signing/computations";

/**
 * What the embed and the page around it say to each other. Neither direction has a field for a secret, and an object with any
 * field that is not listed here is refused whole.
 */
const MOST_CHARACTERS = 1_000_000;
const text = pipe(string(), maxLength(MOST_CHARACTERS));
const source = optional(literal("countersign"));

/** The fields of a link, by the same names. */
const state = strictObject({
  example: optional(text),
  scheme: optional(picklist(schemes.map(({ id }) => id))),
  url: optional(text),
  hash: optional(picklist(HASH_NAMES)),
  ...Object.fromEntries(FIELDS.map(({ inLink }) => [inLink, optional(text)])),
  view: optional(picklist(["text", "bytes"])),
  v: optional(pipe(picklist(["1", 1]), transform(String))),
});

const request = variant("type", [
  strictObject({ source, type: literal("setState"), state }),
  strictObject({ source, type: literal("setTheme"), theme: picklist(["light", "dark", "auto"]) }),
]);

/** What the page around the embed may ask for. */
export type EmbedRequest = InferOutput<typeof request>;

/** The request in a message's data; `null` for anything else, of which a page has plenty. */
export function readRequest(data: unknown): EmbedRequest | null {
  const parsed = safeParse(request, data);
  return parsed.success ? parsed.output : null;
}
