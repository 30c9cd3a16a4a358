import GithubSlugger from 'github-slugger';
import type { Heading, Root } from 'mdast';
import { inlineText } from './plain';
import { walk } from './tree';

/** Identifiers that a page needs for itself, so that no heading may take them. */
export const RESERVED_IDS: ReadonlySet<string> = new Set([
  'article',
  'articles',
  'authors',
  'body',
  'byline',
  'comments',
  'content',
  'corrections',
  'footer',
  'footnotes',
  'header',
  'main',
  'menu',
  'nav',
  'navigation',
  'q',
  'related',
  'search',
  'share',
  'site',
  'theme',
  'ticker',
  'title',
  'top',
]);

export interface HeadingPlace {
  readonly node: Heading;
  readonly text: string;
  /** Unique in the page; empty where the heading has no text. */
  readonly id: string;
}

/** The headings of a body in order, each with the identifier that links lead to. */
export function headingsOf(root: Root): HeadingPlace[] {
  const slugger = new GithubSlugger();
  for (const id of RESERVED_IDS) slugger.occurrences[id] = 0;
  const headings: HeadingPlace[] = [];
  walk(root, (node) => {
    if (node.type !== 'heading') return;
    const text = inlineText(node);
    // A heading of signs alone leaves no letter to make an identifier of.
    const base = /[\p{L}\p{N}]/u.test(text) ? text : 'section';
    headings.push({ node, text, id: text === '' ? '' : slugger.slug(base) });
  });
  return headings;
}
