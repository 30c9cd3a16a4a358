import { beforeEach, describe, expect, it } from 'vitest';
import { TestPublication } from '../../fixtures/publication';

const REKA = 'articles/2026/02/uroven-reki.md';
const DAM = 'articles/2026/02/dam-opens.md';

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

/** Slugs of the articles that hold a word, by the full text index. */
function find(words: string): string[] {
  return publication.database
    .query<{ slug: string }>(
      `SELECT slug FROM article_text JOIN article ON article.id = article_text.rowid
       WHERE article_text MATCH ? ORDER BY slug`,
    )
    .all(words)
    .map(({ slug }) => slug);
}

const rows = () =>
  publication.database.query<{ total: number }>('SELECT COUNT(*) AS total FROM article_text').get()
    ?.total;

describe('the full text', () => {
  it.each([
    ['a headline', 'parliament', ['budget-vote']],
    ['a standfirst', 'farmers', ['dam-opens']],
    ['a body', 'sunrise', ['dam-opens']],
    ['a heading', 'gauge', ['river-levels']],
    ['a link', 'dam', ['dam-opens', 'river-levels']],
    ['a Cyrillic headline', 'уровень', ['uroven-reki']],
    ['a Cyrillic body, in capitals', 'ВОДОМЕРНЫЙ', ['uroven-reki']],
    ['the start of a Cyrillic word', 'сантиметр*', ['uroven-reki']],
  ])('finds a word of %s', (_name, words, slugs) => {
    expect(find(words)).toEqual(slugs);
  });

  it('does not find what only marks up the text', () => {
    expect(find('articles')).toEqual([]);
    expect(find('"[dam]"')).toEqual(find('dam'));
  });

  it('finds the letters of the region, with or without their marks', async () => {
    publication.edit(REKA, 'Водомерный пост', 'Өзен деңгейі, Ýaňy suw ölçegi');
    await publication.sync();
    for (const word of ['өзен', 'ДЕҢГЕЙІ', 'ýaňy', 'yany', 'olcegi']) {
      expect(find(word)).toEqual(['uroven-reki']);
    }
  });

  it('forgets the old words of an edited article', async () => {
    publication.edit(DAM, 'sunrise', 'midnight');
    await publication.sync();
    expect(find('sunrise')).toEqual([]);
    expect(find('midnight')).toEqual(['budget-vote', 'dam-opens']);
  });

  it('forgets a deleted article, and holds none that is broken', async () => {
    expect(rows()).toBe(6);
    publication.remove(DAM);
    await publication.sync();
    expect(find('sunrise')).toEqual([]);
    expect(rows()).toBe(5);
    publication.write(REKA, 'no front matter any more');
    await publication.syncAnew();
    expect(find('уровень')).toEqual([]);
    expect(rows()).toBe(4);
  });
});
