import type { TestPublication } from '../../fixtures/publication';

/** One fault in an otherwise sound publication, and all that may come of it. */
export interface BadInput {
  readonly name: string;
  /** Puts the fault in. */
  readonly write: (publication: TestPublication) => void;
  /** Every problem that is reported then, as `file:line:column severity rule`. */
  readonly problems: readonly string[];
  /** Part of what the first of them says. */
  readonly says?: string;
  /** Articles that are left out; without it, every article stays. */
  readonly gone?: readonly string[];
}

export const LEVELS = 'articles/2026/01/river-levels.md';
export const DAM = 'articles/2026/02/dam-opens.md';
export const REKA = 'articles/2026/02/uroven-reki.md';
export const VOTE = 'articles/2026/03/budget-vote.md';

/** Path of an article that is added to the sound ones. */
export const NEW = 'articles/2026/03/bad.md';

/** An article without a fault, to put one in. */
export function article(body = 'Text.', more: readonly string[] = []): string {
  return [
    '---',
    'title: A bad article',
    'date: 2026-03-05',
    'authors: [timur-rashidov]',
    'summary: It is bad.',
    'section: politics',
    ...more,
    '---',
    '',
    body,
    '',
  ].join('\n');
}
