import type { Article } from '@/lib/content/models';
import { monthOf } from '@/lib/site/dates';
import type { Database } from '../database';
import { fold } from './fold';

/** What searches are narrowed down by, each a word of its own in the index. */
export const FACETS = {
  section: (slug: string) => `s_${facetName(slug)}`,
  country: (slug: string) => `c_${facetName(slug)}`,
  author: (slug: string) => `a_${facetName(slug)}`,
  year: (year: number | string) => `y_${year}`,
} as const;

/** Slugs have no underscore, and the index takes a hyphen for the end of a word. */
function facetName(slug: string): string {
  return slug.replaceAll('-', '_');
}

/** Has an article found by its words. The index holds no text; what is quoted stands beside it. */
export function putText(database: Database, id: number, article: Article, timeZone: string): void {
  const { title, summary, plain, section, countries, authors, published } = article;
  const facets = [
    FACETS.section(section),
    ...countries.map(FACETS.country),
    ...authors.map(FACETS.author),
    FACETS.year(monthOf(published.at, timeZone).slice(0, 4)),
  ];
  const [foldedTitle, line] = [fold(title), facets.join(' ')];
  database.run(
    'INSERT INTO article_text (rowid, title, summary, body, facets) VALUES (?, ?, ?, ?, ?)',
    id,
    foldedTitle,
    fold(summary),
    fold(plain),
    line,
  );
  database.run(
    'INSERT INTO title_text (rowid, title, facets) VALUES (?, ?, ?)',
    id,
    foldedTitle,
    line,
  );
  database.run('INSERT INTO article_plain VALUES (?, ?)', id, plain);
}

export function removeText(database: Database, id: number): void {
  database.run('DELETE FROM article_text WHERE rowid = ?', id);
  database.run('DELETE FROM title_text WHERE rowid = ?', id);
  database.run('DELETE FROM article_plain WHERE article = ?', id);
}
