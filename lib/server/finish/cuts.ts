interface Cut {
  readonly start: number;
  readonly end: number;
  /** What comes in its place; null where the text is divided. */
  readonly by: string | null;
}

/** Parts of a text to leave out or to replace, noted from its start to its end. */
export class Cuts {
  readonly #source: string;
  readonly #cuts: Cut[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  /** Leaves out `source.slice(start, end)`, with all that was noted within it before. */
  cut(start: number, end: number): void {
    while ((this.#cuts.at(-1)?.start ?? -1) >= start) this.#cuts.pop();
    this.#cuts.push({ start, end, by: '' });
  }

  /** Leaves out the first occurrence of a text between two places, if there is one. */
  cutText(text: string, start: number, end: number): void {
    const at = this.#source.indexOf(text, start);
    if (at >= 0 && at + text.length <= end) this.cut(at, at + text.length);
  }

  /** As `cutText`, but divides the result there; false where the text does not occur. */
  divideAt(text: string, start: number, end: number): boolean {
    const at = this.#source.indexOf(text, start);
    if (at < 0 || at + text.length > end) return false;
    this.#cuts.push({ start: at, end: at + text.length, by: null });
    return true;
  }

  /** Puts a text in before what stands, or stood, at a place. */
  insert(at: number, text: string): void {
    const index = this.#cuts.findIndex(({ start }) => start >= at);
    const cut = { start: at, end: at, by: text };
    this.#cuts.splice(index < 0 ? this.#cuts.length : index, 0, cut);
  }

  /** What is left, in as many parts as it was divided into. */
  parts(): string[] {
    const parts: string[] = [];
    let text = '';
    let from = 0;
    for (const { start, end, by } of this.#cuts) {
      text += this.#source.slice(from, start) + (by ?? '');
      if (by === null) {
        parts.push(text);
        text = '';
      }
      from = end;
    }
    return [...parts, text + this.#source.slice(from)];
  }
}
