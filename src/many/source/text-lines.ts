/** A line of a text, or a piece of one that is longer than is kept at once. */
export interface TextLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** UTF-16 units of one line that are kept at once; a longer line comes in pieces. */
const LONGEST = 1 << 16;
/** A piece ends before a character that is in no URL, looked for in so many units behind its length. */
const SEPARATOR = /[\s"<>]/;
const LOOK_FOR = 20_000;

/** Cuts a text that comes in parts at its line breaks. Memory holds one part and one piece, however long text and lines are. */
export class TextLines {
  #number = 0;
  #left = "";
  #isInside = false;

  /** The lines that are whole with this part. */
  *take(part: string): Generator<TextLine> {
    let text = this.#left + part;
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      yield* this.#line(text.slice(from, end), true);
      from = end + 1;
    }
    text = text.slice(from);
    if (text.length > LONGEST + LOOK_FOR) text = yield* this.#pieces(text);
    this.#left = text;
  }

  /** What is left when the text has ended. */
  *end(): Generator<TextLine> {
    if (this.#left !== "") yield* this.#line(this.#left, true);
    this.#left = "";
  }

  /** How many lines have begun. */
  get count(): number {
    return this.#number;
  }

  *#line(text: string, isLast: boolean): Generator<TextLine> {
    const rest = text.length > LONGEST + LOOK_FOR ? yield* this.#pieces(text) : text;
    if (!this.#isInside) this.#number++;
    this.#isInside = !isLast;
    yield { number: this.#number, text: rest.endsWith("\r") ? rest.slice(0, -1) : rest };
  }

  /** All pieces but the last, which is returned. */
  *#pieces(text: string): Generator<TextLine, string> {
    let from = 0;
    while (text.length - from > LONGEST + LOOK_FOR) {
      const near = text.slice(from + LONGEST, from + LONGEST + LOOK_FOR);
      const end = from + LONGEST + Math.max(0, near.search(SEPARATOR));
      yield* this.#line(text.slice(from, end), false);
      from = end;
    }
    return text.slice(from);
  }
}
