/**
 * What kind of journalism an article is, where that is not plain news; readers are told of each (the
 * Trust Project asks for labels), and schema.org has a type for each.
 */
export const GENRES = [
  'reportage',
  'opinion',
  'analysis',
  'background',
  'ask-public',
  'review',
] as const;

export type Genre = (typeof GENRES)[number];
