import type { Position } from './diagnostics';

/** What a file names that has to exist elsewhere in the publication. */
export type ReferenceKind =
  | 'article'
  | 'author'
  | 'section'
  | 'page'
  | 'media'
  /** A link to a path on this site. */
  | 'address'
  /** A link to a place within a page of this site, `/path#fragment`; there is an `address` too. */
  | 'anchor'
  /** An amount of money, which needs a rate; its value is the currency's code. */
  | 'money'
  /** Not a mention but a claim: an old address that the file answers for. */
  | 'oldAddress';

/**
 * A mention of something elsewhere, with its place, so that the archive can check it against
 * the whole publication without reading the file again.
 */
export interface Reference extends Position {
  readonly kind: ReferenceKind;
  /** Slug, media path (`media/NAME`), site path (with its fragment) or currency code, as the kind says. */
  readonly value: string;
}
