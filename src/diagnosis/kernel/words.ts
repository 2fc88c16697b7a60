const utf8 = new TextEncoder();

/** What is hashed, as big-endian words. One is used again for each message, for a search makes hundreds of thousands. */
export class Words {
  /** The last word is filled up with zero bytes; what stands behind it is left from before. */
  words = new Int32Array(64);
  /** In bytes. */
  length = 0;

  /** Takes the UTF-8 bytes of a text, or raw bytes. */
  set(value: string | Uint8Array): void {
    if (typeof value !== "string") this.#setBytes(value);
    else if (!this.#setAscii(value)) this.#setBytes(utf8.encode(value));
  }

  /** The bytes, in memory of their own. */
  bytes(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.length);
    for (let at = 0; at < bytes.length; at++)
      bytes[at] = (this.words[at >> 2] ?? 0) >> (24 - ((at & 3) << 3));
    return bytes;
  }

  /** Most strings are ASCII, whose characters are their bytes. @returns false where one is not. */
  #setAscii(text: string): boolean {
    const { length } = text;
    this.#reserve(length);
    const { words } = this;
    let word = 0;
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code > 127) return false;
      word = (word << 8) | code;
      if ((at & 3) === 3) words[at >> 2] = word;
    }
    if ((length & 3) !== 0) words[length >> 2] = word << (32 - ((length & 3) << 3));
    return true;
  }

  #setBytes(bytes: Uint8Array): void {
    const { length } = bytes;
    this.#reserve(length);
    const { words } = this;
    let word = 0;
    for (let at = 0; at < length; at++) {
      word = (word << 8) | (bytes[at] ?? 0);
      if ((at & 3) === 3) words[at >> 2] = word;
    }
    if ((length & 3) !== 0) words[length >> 2] = word << (32 - ((length & 3) << 3));
  }

  #reserve(length: number): void {
    this.length = length;
    if (this.words.length * 4 < length) this.words = new Int32Array(Math.ceil(length / 2));
  }
}
