import { createHash } from 'node:crypto';
import type { Instant } from '@/lib/site/dates';
import type { ArticleSlug } from '@/lib/site/slug';
import type { Database } from '../database';
import type { ArticleRecord } from '../records';
import type { Shown } from '../shown';
import { neighbourhood, weighedAnew } from './neighbourhood';

/** What readers would notice of a sync. */
export interface PublicChanges {
  /** Things that pages show and that are not as they were. */
  readonly shown: ReadonlySet<Shown>;
  /** Articles that readers can see now and could not before. */
  readonly appeared: readonly ArticleSlug[];
  readonly altered: readonly ArticleSlug[];
  /** Articles that readers cannot see any more. */
  readonly vanished: readonly ArticleSlug[];
}

/** What readers see of one article. */
interface ArticleState {
  readonly record: ArticleRecord;
  readonly slug: ArticleSlug;
  readonly published: Instant;
  readonly original: ArticleSlug;
  /** Names all of it. */
  readonly whole: string;
  /** Names what lists and other articles show of it. */
  readonly card: string;
  /** Names what decides which articles are related to it. */
  readonly relations: string;
  readonly corrections: string;
  readonly lists: readonly ListRow[];
}

interface ListRow {
  readonly kind: string;
  readonly value: string;
  readonly label: string | null;
}

interface ArticleRow {
  readonly id: number;
  readonly model: string;
  readonly body: string;
}

const ONE_BY_ONE = 200;

/**
 * Remembers what readers saw of files before a sync touches them, and compares it afterwards, so
 * that exactly the pages that show something of it are made anew.
 */
export class Footprint {
  readonly #database: Database;
  readonly #now: Instant;
  readonly #isBulk: boolean;
  readonly #articles = new Map<string, ArticleState | null>();
  readonly #neighbours = new Map<string, readonly string[]>();
  readonly #others = new Map<string, string | null>();
  readonly #shown = new Set<Shown>();
  readonly #settings: ReadonlyMap<string, string>;

  /**
   * @param now the moment at which readers look
   * @param files number of files that are going to be touched; of very many, all pages count as changed
   */
  constructor(database: Database, now: Instant, files: number) {
    this.#database = database;
    this.#now = now;
    this.#isBulk = files > ONE_BY_ONE;
    this.#settings = this.#readSettings();
  }

  /** To be called before anything of the file is changed; later calls for it do nothing. */
  remember(path: string): void {
    if (path.startsWith('articles/')) {
      if (this.#articles.has(path)) return;
      const state = this.#article(path, this.#now);
      this.#articles.set(path, state);
      this.#neighbours.set(path, this.#neighboursOf(state, this.#now));
    } else if (!this.#others.has(path)) this.#others.set(path, this.#other(path));
  }

  /** Lists that an article was in, or is in now; as kinds and values. */
  lists(path: string): readonly ListRow[] {
    return [
      ...(this.#articles.get(path)?.lists ?? []),
      ...(this.#article(path, this.#now)?.lists ?? []),
    ];
  }

  /**
   * To be called when everything is changed and listed.
   * @param now the moment at which readers look again
   */
  changes(now = this.#now): PublicChanges {
    const appeared: ArticleSlug[] = [];
    const altered: ArticleSlug[] = [];
    const vanished: ArticleSlug[] = [];
    for (const [path, before] of this.#articles) {
      const after = this.#article(path, now);
      if (before === null && after === null) continue;
      if (before?.slug === after?.slug && before?.whole === after?.whole) {
        this.#noteLists(before, after);
        continue;
      }
      if (after !== null) (before === null ? appeared : altered).push(after.slug);
      else if (before !== null) vanished.push(before.slug);
      this.#compareArticles(before, after);
      if (before?.relations === after?.relations) continue;
      const near = [...(this.#neighbours.get(path) ?? []), ...this.#neighboursOf(after, now)];
      for (const slug of weighedAnew(this.#database, near, before, after)) {
        this.#shown.add(`related:${slug}`);
      }
    }
    for (const [path, before] of this.#others) this.#compareOther(path, before, this.#other(path));
    this.#compareSettings();
    // A file that moved is one article that left and came.
    const moved = new Set(vanished.filter((slug) => appeared.includes(slug)));
    return {
      shown: this.#isBulk ? new Set<Shown>(['site']) : this.#shown,
      appeared: appeared.filter((slug) => !moved.has(slug)),
      altered: [...altered, ...moved],
      vanished: vanished.filter((slug) => !moved.has(slug)),
    };
  }

  #compareArticles(before: ArticleState | null, after: ArticleState | null): void {
    for (const state of [before, after]) {
      if (state === null) continue;
      this.#shown.add(`article:${state.slug}`);
      for (const { kind, value } of state.lists) {
        this.#shown.add(`changes:${kind}:${value}` as Shown);
      }
      if (before?.card !== after?.card) {
        this.#shown.add(`card:${state.slug}`);
        this.#shown.add(`translations:${state.original}`);
      }
    }
    if (before?.corrections !== after?.corrections) this.#shown.add('corrections');
    this.#noteLists(before, after);
  }

  /** Lists that an article is not in any more, is in by now, or has another place or name in. */
  #noteLists(before: ArticleState | null, after: ArticleState | null): void {
    const names = (state: ArticleState | null): Map<string, ListRow> =>
      new Map(
        state?.lists.map((row) => [JSON.stringify([row, state.published, state.slug]), row]) ?? [],
      );
    const [was, is] = [names(before), names(after)];
    for (const [name, row] of [...was, ...is]) {
      if (was.has(name) && is.has(name)) continue;
      // Kinds of lists in the archive are those that pages ask for.
      this.#shown.add(`list:${row.kind}:${row.value}` as Shown);
      this.#shown.add(`lists:${row.kind}` as Shown);
      this.#shown.add(`changes:${row.kind}:${row.value}` as Shown);
    }
  }

  #neighboursOf(state: ArticleState | null, now: Instant): readonly string[] {
    if (state === null || this.#isBulk) return [];
    return neighbourhood(this.#database, state.lists, state.published, now);
  }

  #article(path: string, now: Instant): ArticleState | null {
    const row = this.#database
      .query<ArticleRow>(
        'SELECT id, model, body FROM article WHERE file = ? AND listed = 1 AND published <= ?',
      )
      .get(path, now);
    if (row === undefined) return null;
    // The archive wrote this text itself, from a value of this very type.
    const record = JSON.parse(row.model) as ArticleRecord;
    const { slug, title, lang, published, authors, section, countries, topics } = record;
    const { summary, opening, image, series, corrections, translationOf, genre } = record;
    return {
      record,
      slug,
      published: published.at,
      original: translationOf ?? slug,
      whole: createHash('sha1').update(row.model).update(row.body).digest('base64'),
      card: JSON.stringify([
        [title, lang, published, authors, section, countries],
        [summary, opening, image, series, translationOf, genre],
      ]),
      relations: JSON.stringify([
        [slug, title, lang, published, authors],
        [section, countries, topics, translationOf],
      ]),
      corrections: corrections.length === 0 ? '' : JSON.stringify([corrections, title, slug, lang]),
      lists: this.#database
        .query<ListRow>('SELECT kind, value, label FROM listing WHERE article = ?')
        .all(row.id),
    };
  }

  /** What the archive holds of a profile, page or picture. */
  #other(path: string): string | null {
    const table = TABLES.find(([folder]) => path.startsWith(folder));
    if (table === undefined) return null;
    const row = this.#database.query<object>(table[1]).get(path);
    return row === undefined ? null : JSON.stringify(row);
  }

  #compareOther(path: string, before: string | null, after: string | null): void {
    if (before === after) return;
    const name = path.replace(/^[^/]+\//, '').replace(/\.md$/, '');
    if (path.startsWith('authors/')) {
      this.#shown.add(`author:${name}`);
      this.#shown.add('authors');
    } else if (path.startsWith('pages/')) {
      this.#shown.add(`page:${name}`);
      if (titleOf(before) !== titleOf(after)) this.#shown.add('pages');
    } else this.#shown.add(`media:${path}`);
  }

  #readSettings(): Map<string, string> {
    const rows = this.#database
      .query<{ name: string; value: string }>('SELECT name, value FROM setting')
      .all();
    return new Map(rows.map(({ name, value }) => [name, value]));
  }

  #compareSettings(): void {
    const after = this.#readSettings();
    const differs = (name: string): boolean => this.#settings.get(name) !== after.get(name);
    if (differs('site') || differs('sections')) this.#shown.add('site');
    if (differs('front')) this.#shown.add('front');
  }
}

const TABLES: readonly (readonly [folder: string, query: string])[] = [
  ['authors/', 'SELECT model FROM author WHERE file = ?'],
  ['pages/', 'SELECT model FROM page WHERE file = ?'],
  ['media/', 'SELECT width, height, format, hash, tint FROM media WHERE path = ?'],
];

/** Of a page's row, as JSON within JSON. */
function titleOf(row: string | null): string | null {
  if (row === null) return null;
  const { model } = JSON.parse(row) as { model: string };
  return (JSON.parse(model) as { title: string }).title;
}
