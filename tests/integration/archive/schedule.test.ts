import { beforeEach, describe, expect, it } from 'vitest';
import { archiveYears } from '@/lib/archive/queries/archiveYears';
import { articleDetail } from '@/lib/archive/queries/article';
import { correctionsPage } from '@/lib/archive/queries/corrections';
import { countOf } from '@/lib/archive/queries/lists';
import { monthList, topicList } from '@/lib/archive/queries/namedLists';
import { people, profile } from '@/lib/archive/queries/people';
import { NOW, PUBLISHED, TestPublication } from '../../fixtures/publication';
import { slug } from '../../fixtures/slugs';

const LATER = Date.parse('2099-01-01T00:00:00Z');

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

describe('a draft', () => {
  it('is in no list and has no page, at no time', () => {
    for (const now of [NOW, LATER]) {
      expect(publication.slugs({ kind: 'all' }, now)).not.toContain('draft-notes');
      const detail = publication.read((reader) => articleDetail(reader, slug('draft-notes')), now);
      expect(detail).toBeNull();
    }
  });

  it('is published when the mark is taken off, and withdrawn when it is set', async () => {
    const path = 'articles/2026/03/draft-notes.md';
    publication.edit(path, 'draft: true', 'draft: false');
    await publication.sync();
    expect(publication.slugs()).toEqual(['draft-notes', ...PUBLISHED]);
    publication.edit(path, 'draft: false', 'draft: true');
    await publication.sync();
    expect(publication.slugs()).toEqual(PUBLISHED);
  });
});

describe('a scheduled article', () => {
  const politics = { kind: 'section', value: slug<'section'>('politics') } as const;

  it('appears at its time to the millisecond, without a sync', () => {
    expect(publication.slugs({ kind: 'all' }, LATER - 1)).toEqual(PUBLISHED);
    expect(publication.slugs({ kind: 'all' }, LATER)).toEqual(['next-century', ...PUBLISHED]);
    expect(publication.read((reader) => countOf(reader, politics), LATER - 1)).toBe(1);
    expect(publication.read((reader) => countOf(reader, politics), LATER)).toBe(2);
  });

  it('appears no fraction of a second before its time', async () => {
    publication.edit(
      'articles/2099/01/next-century.md',
      '2099-01-01T00:00:00Z',
      '2099-01-01T00:00:00.750Z',
    );
    await publication.sync();
    expect(publication.slugs({ kind: 'all' }, LATER + 749)).toEqual(PUBLISHED);
    expect(publication.slugs({ kind: 'all' }, LATER + 750)).toEqual(['next-century', ...PUBLISHED]);
  });

  it('has no page, topic, month or byline before', () => {
    const seen = (now: number) =>
      publication.read(
        (reader) => [
          articleDetail(reader, slug('next-century')) !== null,
          topicList(reader, 'future', 1) !== null,
          monthList(reader, '2099', '01', 1) !== null,
          archiveYears(reader).length,
          profile(reader, slug('timur-rashidov'))?.list.total,
          people(reader).find(({ author }) => author.slug === 'timur-rashidov')?.articles,
        ],
        now,
      );
    expect(seen(LATER - 1)).toEqual([false, false, false, 1, 2, 2]);
    expect(seen(LATER)).toEqual([true, true, true, 2, 3, 3]);
  });
});

describe('corrections', () => {
  it('are listed newest first, each from its own day on', () => {
    const texts = (now?: number) =>
      publication
        .read((reader) => correctionsPage(reader), now)
        ?.entries.map(({ correction, article }) => `${article.slug}: ${correction.kind}`);
    const kinds = ['river-levels: clarification', 'river-levels: correction'];
    expect(texts()).toEqual(kinds);
    expect(texts(Date.parse('2026-01-15T00:00:00Z'))).toEqual(kinds.slice(1));
    expect(texts(Date.parse('2026-01-10T12:00:00Z'))).toEqual([]);
  });

  it('are paged, and go with their article', async () => {
    const text = Array.from(
      { length: 6 },
      (_, index) => `  - {date: 2026-02-${11 + index}, text: Number ${index}., kind: correction}`,
    ).join('\n');
    const path = 'articles/2026/02/uroven-reki.md';
    publication.edit(path, 'lang: ru', `corrections:\n${text}\nlang: ru`);
    await publication.sync();
    const page = (number: number) => publication.read((reader) => correctionsPage(reader, number));
    expect(page(1)?.pages).toBe(2);
    expect(page(1)?.entries[0]?.correction.text).toContain('5');
    expect(page(2)?.entries).toHaveLength(3);
    expect(page(3)).toBeNull();
    publication.edit(path, 'lang: ru', 'draft: true\nlang: ru');
    await publication.sync();
    expect(page(1)?.entries).toHaveLength(2);
  });
});
