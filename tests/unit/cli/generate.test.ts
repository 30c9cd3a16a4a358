import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '@/lib/archive/database';
import { diagnostics } from '@/lib/archive/queries/diagnostics';
import { listsOfKind } from '@/lib/archive/queries/lists';
import { Reader } from '@/lib/archive/reader';
import type { ArticleRecord } from '@/lib/archive/records';
import { sync } from '@/lib/archive/sync/sync';
import { FolderTree } from '@/lib/archive/trees/folderTree';
import { articlePath } from '@/lib/cli/bench/generate/article';
import {
  type GeneratedPublication,
  generatePublication,
} from '@/lib/cli/bench/generate/publication';
import { readRates } from '@/lib/rates/files';
import { COUNTRIES } from '@/lib/site/countries';

const ARTICLES = 200;
const END_OF_2025 = Date.parse('2026-01-01T00:00+05:00');

const folders: string[] = [];
const database = Database.inMemory();
let content = '';
let publication: GeneratedPublication;

interface Stored {
  readonly article: ArticleRecord;
  readonly body: string;
}

let stored: readonly Stored[] = [];

beforeAll(async () => {
  content = newFolder();
  publication = await generatePublication(content, ARTICLES);
  await sync(database, new FolderTree(content));
  stored = database
    .query<{ model: string; body: string }>('SELECT model, body FROM article')
    .all()
    .map(({ model, body }) => ({ article: JSON.parse(model) as ArticleRecord, body }));
}, 60_000);

afterAll(() => {
  database.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('generatePublication', () => {
  it('writes the same files every time', async () => {
    const again = newFolder();
    expect(await generatePublication(again, ARTICLES)).toEqual(publication);
    expect(filesOf(again)).toEqual(filesOf(content));
  });

  it('writes other files for another seed', async () => {
    const other = newFolder();
    await generatePublication(other, ARTICLES, 7);
    expect(filesOf(other).get('site.yml')).not.toBe(filesOf(content).get('site.yml'));
  });

  it('writes nothing that the check would report', () => {
    expect(diagnostics(database)).toEqual([]);
    expect(readRates(content).findings).toEqual([]);
  });

  it('tells which articles there are, and where', () => {
    expect(publication.articles).toHaveLength(ARTICLES);
    const files = filesOf(content);
    expect(publication.articles.filter((article) => !files.has(articlePath(article)))).toEqual([]);
    expect(new Set(stored.map(({ article }) => article.slug))).toEqual(
      new Set(publication.articles.map(({ slug }) => slug)),
    );
  });

  it('names only topics, months and authors that have a page', () => {
    const values = (kind: 'topic' | 'month') =>
      Reader.snapshot(database, END_OF_2025, (reader) => listsOfKind(reader, kind)).map(
        ({ value }) => value,
      );
    expect([...publication.topics].sort()).toEqual(values('topic'));
    expect([...publication.months].sort()).toEqual(values('month'));
    expect(publication.authors).toHaveLength(60);
    const files = filesOf(content);
    expect(publication.authors.filter((slug) => !files.has(`authors/${slug}.md`))).toEqual([]);
  });

  it('writes articles of 600 to 900 words', () => {
    const odd = stored.filter(({ article: { words } }) => words < 600 || words > 900);
    expect(odd.map(({ article: { slug, words } }) => `${slug}: ${words}`)).toEqual([]);
    const lengths = stored.map(({ article: { words } }) => words);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeGreaterThan(150);
  });

  it('spreads them over the ten years up to the end of 2025', () => {
    const dates = stored.map(({ article }) => article.published.at);
    expect(Math.min(...dates)).toBe(Date.parse('2016-01-01T00:00+05:00'));
    expect(Math.max(...dates)).toBeLessThan(END_OF_2025);
    expect(publication.months.length).toBeGreaterThan(110);
  });

  it('gives them every country, every section and most of 200 topics', () => {
    const named = (of: (article: ArticleRecord) => readonly string[]) =>
      new Set(stored.flatMap(({ article }) => of(article)));
    expect(named(({ countries }) => countries)).toEqual(new Set(COUNTRIES));
    expect(named(({ section }) => [section])).toEqual(new Set(publication.sections));
    expect(publication.sections).toHaveLength(8);
    expect(publication.topics.length).toBeGreaterThan(170);
    expect(publication.topics.length).toBeLessThanOrEqual(200);
  });

  it.each<[string, (one: Stored) => boolean]>([
    ['headings', ({ body }) => /^## \w/m.test(body)],
    ['links to other articles', ({ body }) => /\]\(\/articles\/[a-z0-9-]+\)/.test(body)],
    ['tables', ({ body }) => /^\| --- \|/m.test(body)],
    ['footnotes', ({ body }) => /^\[\^1\]: /m.test(body)],
    ['figures', ({ body }) => /^:::figure\{/m.test(body)],
    ['fact boxes', ({ body }) => /^:::factbox\{/m.test(body)],
    ['pull quotes', ({ body }) => /^:::pullquote\{/m.test(body)],
    ['a picture at the top', ({ article }) => article.image !== null],
    ['corrections', ({ article }) => article.corrections.length > 0],
    ['a series', ({ article }) => article.series !== null],
    ['several authors', ({ article }) => article.authors.length > 1],
  ])('has articles with %s', (_, holds) => {
    expect(stored.filter(holds).length).toBeGreaterThan(0);
  });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'saxaul-generate-'));
  folders.push(folder);
  return folder;
}

/** Every file below a folder, by path, with its bytes. */
function filesOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  );
}
