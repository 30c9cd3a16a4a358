/** Puts text in the place of a stretch of a file; an insertion has one offset twice. */
export interface Edit {
  /** UTF-16 offsets in the file's text, a byte order mark not counted. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A change that is safe to make without asking: it gives the file the meaning that its editor had
 * in mind, and takes nothing away. Several may be made to one file at once, so their edits must
 * not overlap.
 */
export interface Fix {
  /** Path below the content folder, with forward slashes. */
  readonly file: string;
  /** Where the change begins, for the report; from 1. */
  readonly line: number;
  readonly column: number;
  /** Name of the rule whose problem is mended. */
  readonly rule: string;
  /** What was done, in a sentence without a full stop. */
  readonly message: string;
  readonly edits: readonly Edit[];
}
