import type { Instant } from '@/lib/site/dates';
import type { Reader } from '../reader';
import { expression, HEADLINES, type Wanted } from './expression';
import { isCyrillic, wordsOf } from './fold';
import type { Forms } from './forms';
import type { Matcher } from './marks';

/** An article that was found, before anything of it is read. */
export interface Found {
  readonly id: number;
  readonly score: number;
}

/** Articles that are counted and ordered; whoever sees more narrows the search down. */
export const MOST_FOUND = 1_000;

/**
 * Articles whose words are weighed against each other, counted once for each word that is looked for:
 * the index has to go through all of them for that. Of more, the newest are as good as any.
 */
const MOST_WEIGHED = 2_500;

/** Headlines that stand above all else where nothing is weighed. */
const MOST_HEADLINES = 200;

/** How much a word counts in the headline, the standfirst, the body; facets count nothing. */
const WEIGHTS = '12.0, 4.0, 1.0, 0.0';

const YEAR = 365.25 * 24 * 60 * 60 * 1000;
/** By how much news of this moment stands above the same of long ago. */
const FRESHNESS = 0.3;

/** The published articles that match, the best first; one more than are counted. */
export function ranked(reader: Reader, wanted: Wanted): Found[] {
  const isMany = articlesWith(reader, [...wanted.terms, ...wanted.excluded]) > MOST_WEIGHED;
  return isMany ? newestFirst(reader, wanted) : weighed(reader, wanted);
}

/** By the index's own measure: how often the words come, and how rare they are elsewhere (BM25). */
function weighed(reader: Reader, wanted: Wanted): Found[] {
  const rows = inOneText<[id: number, rank: number, published: Instant, slug: string]>(
    reader,
    'json_array(found.id, found.rank, article.published, article.slug)',
    `(
       SELECT rowid AS id, bm25(article_text, ${WEIGHTS}) AS rank FROM article_text
       WHERE article_text MATCH ? ORDER BY rank LIMIT ${2 * MOST_FOUND}
     ) found JOIN article ON article.id = found.id
     WHERE article.listed = 1 AND article.published <= ?`,
    [expression(wanted), reader.horizon],
  );
  return rows
    .map(([id, rank, published, slug]) => {
      const years = Math.max(0, reader.now - published) / YEAR;
      // The index counts downwards.
      return { id, score: -rank * (1 + FRESHNESS / (1 + years)), published, slug };
    })
    .sort((a, b) => b.score - a.score || b.published - a.published || (a.slug < b.slug ? -1 : 1))
    .slice(0, MOST_FOUND + 1);
}

/** Rows in no order, as one text: to hand over a thousand one by one takes longer than to find them. */
function inOneText<Row>(
  { database }: Reader,
  row: string,
  from: string,
  values: (string | number)[],
): Row[] {
  const found = database
    .query<{ rows: string }>(`SELECT json_group_array(${row}) AS rows FROM ${from}`)
    .get(...values);
  return found ? (JSON.parse(found.rows) as Row[]) : [];
}

/** Those with every word in their headlines, then all others; both in the order they came to the archive. */
function newestFirst(reader: Reader, wanted: Wanted): Found[] {
  const hidden = hiddenArticles(reader);
  const ids = (table: 'article_text' | 'title_text', match: string, limit: number): number[] =>
    inOneText<number>(
      reader,
      'id',
      `(SELECT rowid AS id FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid DESC LIMIT ?)`,
      [match, limit + hidden.size],
    )
      .sort((a, b) => b - a)
      .filter((id) => !hidden.has(id));
  const headlines = ids('title_text', expression(wanted, HEADLINES), MOST_HEADLINES);
  const all = ids('article_text', expression(wanted), MOST_FOUND + 1);
  const order = [...new Set([...headlines, ...all])].slice(
    0,
    Math.max(all.length, headlines.length),
  );
  return order.map((id, place) => ({ id, score: 1 / (1 + place) }));
}

/** Articles in the index that readers do not see: drafts and broken ones, and what is scheduled. */
function hiddenArticles({ database, horizon }: Reader): Set<number> {
  const rows = database
    .query<{ id: number }>(
      `SELECT id FROM article WHERE listed = 0
       UNION SELECT article FROM listing WHERE kind = 'all' AND value = '' AND published > ?`,
    )
    .all(horizon);
  return new Set(rows.map(({ id }) => id));
}

/** About how many articles hold any form of each term, all terms together. */
function articlesWith({ database }: Reader, terms: readonly Forms[]): number {
  const sum = (sql: string, ...values: string[]): number =>
    database.query<{ articles: number | null }>(sql).get(...values)?.articles ?? 0;
  let total = 0;
  for (const { phrases, prefix } of terms) {
    const words = JSON.stringify([...new Set(phrases.flat())]);
    total += sum(
      'SELECT SUM(articles) AS articles FROM word WHERE word IN (SELECT value FROM json_each(?))',
      words,
    );
    if (prefix === null) continue;
    total += sum(
      'SELECT SUM(articles) AS articles FROM word WHERE word > ? AND word < ?',
      prefix,
      `${prefix}\u{10FFFF}`,
    );
  }
  return total;
}

/** Of the best by the index, those whose headlines are looked at. */
const LOOKED_AT = 60;
/** By how much an article stands above others whose headline, or standfirst, holds every term. */
const HEADLINE = 5;
const STANDFIRST = 1;
/** By how much one in the letters that were typed stands above others: whoever types them reads them. */
const SAME_LETTERS = 0.5;

/**
 * Orders the best of what was found anew, by how many of the terms stand in headline and standfirst, and by
 * the letters of the headline. The index cannot: to it, every form of a word is a word of its own, what has
 * two forms counts double, and a word is the same in Latin and in Cyrillic letters.
 * @param terms number of them
 * @param written what was searched for
 */
export function byHeadline(
  { database }: Reader,
  found: readonly Found[],
  matches: Matcher,
  terms: number,
  written: string,
): Found[] {
  const inCyrillic = isCyrillic(written);
  const share = (text: string): number => {
    const held = new Set(matches(wordsOf(text)));
    held.delete(null);
    return held.size / terms;
  };
  const first = found.slice(0, LOOKED_AT);
  const rows = database
    .query<{ id: number; title: string; summary: string }>(
      `SELECT article.id, model ->> '$.title' AS title, model ->> '$.summary' AS summary
       FROM json_each(?) wanted CROSS JOIN article ON article.id = wanted.value`,
    )
    .all(JSON.stringify(first.map(({ id }) => id)));
  const weights = new Map(
    rows.map(({ id, title, summary }) => {
      const words = 1 + HEADLINE * share(title) ** 2 + STANDFIRST * share(summary) ** 2;
      const letters = isCyrillic(title) === inCyrillic ? 1 + SAME_LETTERS : 1;
      return [id, words * letters];
    }),
  );
  const best = first.map(({ id, score }): Found => ({ id, score: score * (weights.get(id) ?? 1) }));
  return [...best.sort((a, b) => b.score - a.score), ...found.slice(LOOKED_AT)];
}
