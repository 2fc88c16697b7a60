const utf8 = new TextEncoder();

/** What is hashed, as words of 32 bits. One is used again for each message, for a search makes hundreds of thousands. */
export class Words {
  /** Big-endian. What stands behind the message is its padding, or left from before. */
  words = new Int32Array(128);
  /** Of the message, in bytes. */
  length = 0;
  /** Another number for each message. */
  version = 0;
  /** Up to which word it was filled up, and for how long a message; -1 until then. */
  #end = 0;
  #padded = -1;
  /** Room for the bytes of a text that is not ASCII. */
  #utf8 = new Uint8Array(0);

  /** Takes the UTF-8 bytes of a text, or raw bytes. */
  set(value: string | Uint8Array): void {
    this.#padded = -1;
    this.version++;
    if (typeof value !== "string") this.#setBytes(value, value.length);
    else if (!this.#setAscii(value)) this.#setText(value);
  }

  /** The bytes, in memory of their own. */
  bytes(): Uint8Array<ArrayBuffer> {
    return bytesOfWords(this.words, this.length);
  }

  /**
   * Fills the message up to whole blocks (FIPS 180-4, 5.1), where `before` bytes were hashed before it. Done once for all keys
   * that it is signed with.
   *
   * @returns how many words it has then.
   */
  pad(wordsOfBlock: 16 | 32, before: number): number {
    const bytes = this.length + before;
    const { words, length } = this;
    const full = length >> 2;
    const end = (Math.floor((full + wordsOfBlock / 8) / wordsOfBlock) + 1) * wordsOfBlock;
    if (this.#padded === bytes && this.#end === end) return end;
    const last = (length & 3) === 0 ? 0 : (words[full] ?? 0);
    words[full] = last | (0x80 << (24 - ((length & 3) << 3)));
    for (let at = full + 1; at < end - 2; at++) words[at] = 0;
    words[end - 2] = bytes / 0x20000000;
    words[end - 1] = bytes << 3;
    this.#padded = bytes;
    this.#end = end;
    return end;
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

  /** New memory for the bytes of each text would cost twice as much as they do. */
  #setText(text: string): void {
    if (this.#utf8.length < text.length * 3) this.#utf8 = new Uint8Array(text.length * 3);
    this.#setBytes(this.#utf8, utf8.encodeInto(text, this.#utf8).written);
  }

  #setBytes(bytes: Uint8Array, length: number): void {
    this.#reserve(length);
    const { words } = this;
    let word = 0;
    for (let at = 0; at < length; at++) {
      word = (word << 8) | (bytes[at] ?? 0);
      if ((at & 3) === 3) words[at >> 2] = word;
    }
    if ((length & 3) !== 0) words[length >> 2] = word << (32 - ((length & 3) << 3));
  }

  /** Room for the message and two blocks of any hash. */
  #reserve(length: number): void {
    this.length = length;
    if (this.words.length * 4 < length + 256) this.words = new Int32Array(Math.ceil(length / 2) + 64);
  }
}

/** So many bytes of big-endian words, in memory of their own. */
export function bytesOfWords(words: Int32Array, length = words.length * 4): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at++) bytes[at] = (words[at >> 2] ?? 0) >> (24 - ((at & 3) << 3));
  return bytes;
}
