export interface Declaration {
  readonly text: string;
  /** The custom property that it sets, if it does. */
  readonly sets: string | undefined;
  /** Custom properties that its value refers to. */
  readonly uses: readonly string[];
}

interface Rule {
  readonly kind: 'rule';
  readonly selectors: readonly { readonly text: string; readonly needs: readonly string[] }[];
  readonly declarations: readonly Declaration[];
}

interface Group {
  readonly kind: 'group';
  readonly head: string;
  readonly items: readonly Item[];
}

/** What is kept as it is: statements, key frames, rules nested in rules. */
interface Verbatim {
  readonly kind: 'verbatim';
  readonly text: string;
  readonly uses: readonly string[];
}

/** A part of a style sheet; it can be written as JSON. */
export type Item = Rule | Group | Verbatim;
