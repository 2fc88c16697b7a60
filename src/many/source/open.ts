/** Why a file is not read: a sentence for users. */
export class Refused extends Error {}

interface Archive {
  readonly name: string;
  readonly starts: readonly number[];
}

/** Archives that a browser cannot unpack, by their first bytes. */
const ARCHIVES: readonly Archive[] = [
  { name: "ZIP archive", starts: [0x50, 0x4b, 0x03, 0x04] },
  { name: "file packed with zstd", starts: [0x28, 0xb5, 0x2f, 0xfd] },
  { name: "file packed with bzip2", starts: [0x42, 0x5a, 0x68] },
  { name: "file packed with xz", starts: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { name: "7z archive", starts: [0x37, 0x7a, 0xbc, 0xaf] },
];
const GZIP = [0x1f, 0x8b];

/** How much of a file is looked at before it is called a text. */
const LOOK_AT = 4096;

/** A file's text in parts, and how many of its bytes were read for them, before they were unpacked. */
export interface TextPart {
  readonly text: string;
  readonly bytes: number;
}

/**
 * The text of a file, UTF-8 or UTF-16 by its byte order mark, unpacked where it is gzip. What is no UTF-8 becomes U+FFFD.
 * @throws Refused for what is no text.
 */
export async function* openText(file: Blob): AsyncGenerator<TextPart> {
  const start = new Uint8Array(await file.slice(0, LOOK_AT).arrayBuffer());
  const archive = ARCHIVES.find(({ starts }) => beginsWith(start, starts));
  if (archive) throw new Refused(`This is a ${archive.name}. Unpack it first, then choose the text in it.`);
  let bytes = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, out) {
        bytes += chunk.length;
        out.enqueue(chunk);
      },
    }),
  );
  const plain = beginsWith(start, GZIP) ? counted.pipeThrough(new DecompressionStream("gzip")) : counted;
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunksOf(plain)) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield { text: decoder.decode(chunk, { stream: true }), bytes };
  }
  yield { text: decoder?.decode() ?? "", bytes };
}

function beginsWith(bytes: Uint8Array, starts: readonly number[]): boolean {
  return starts.every((byte, at) => bytes[at] === byte);
}

/** @throws Refused where a byte stands that no text holds, or where gzip ends in the middle. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read().catch(() => {
        throw new Refused(
          "The file could not be read to its end: it is damaged, or it was changed meanwhile.",
        );
      });
      if (done) return;
      yield value;
    }
  } finally {
    // A stream that has failed cannot be cancelled, and need not be.
    await reader.cancel().catch(() => {});
  }
}

/** By the first bytes. */
function encodingOf(start: Uint8Array): string {
  if (beginsWith(start, [0xff, 0xfe])) return "utf-16le";
  if (beginsWith(start, [0xfe, 0xff])) return "utf-16be";
  const looked = start.subarray(0, LOOK_AT);
  if (looked.includes(0)) throw new Refused("This file is no text, so it holds no URLs that could be read.");
  return "utf-8";
}
