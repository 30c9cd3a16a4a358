import { beforeEach, describe, expect, it } from 'vitest';
import { archiveYears } from '@/lib/archive/queries/archiveYears';
import { listPage, listsOfKind, newest } from '@/lib/archive/queries/lists';
import { countryList, monthList, sectionList, topicList } from '@/lib/archive/queries/namedLists';
import { PUBLISHED, TestPublication } from '../../fixtures/publication';
import { slug } from '../../fixtures/slugs';

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

/** Articles of Timur Rashidov, `first` to `last`, one a day in March 2026. */
function more(first: number, last: number): void {
  for (let number = first; number <= last; number += 1) {
    const day = String(number).padStart(2, '0');
    publication.write(
      `articles/2026/03/vote-${day}.md`,
      [
        '---',
        `title: Vote of day ${number}`,
        `date: 2026-03-${day}T12:00:00+05:00`,
        'authors: [timur-rashidov]',
        'summary: A vote.',
        'section: politics',
        'topics: [Votes]',
        '---',
        '',
        'Text.',
        '',
      ].join('\n'),
    );
  }
}

describe('a list', () => {
  it('holds what belongs to it, newest first', () => {
    expect(publication.slugs()).toEqual(PUBLISHED);
    expect(publication.slugs({ kind: 'section', value: slug('water') })).toEqual([
      'uroven-reki',
      'dam-opens',
      'river-levels',
    ]);
    expect(publication.slugs({ kind: 'country', value: 'kazakhstan' })).toEqual([
      'budget-vote',
      'uroven-reki',
      'river-levels',
    ]);
    expect(publication.slugs({ kind: 'topic', value: slug('syr-darya') })).toEqual([
      'river-levels',
    ]);
    expect(publication.slugs({ kind: 'author', value: slug('timur-rashidov') })).toEqual([
      'budget-vote',
      'river-levels',
    ]);
    expect(publication.slugs({ kind: 'series', value: slug('a-river-in-winter') })).toEqual([
      'dam-opens',
      'river-levels',
    ]);
  });

  it('is paged, and counts all of it', async () => {
    more(2, 12);
    await publication.sync();
    const page = (number: number) =>
      publication.read((reader) =>
        listPage(reader, { kind: 'section', value: slug('politics') }, number),
      );
    expect(page(1)).toMatchObject({ total: 12, page: 1, pages: 3 });
    expect(page(1)?.cards.map(({ slug: name }) => name)).toEqual([
      'vote-12',
      'vote-11',
      'vote-10',
      'vote-09',
      'vote-08',
    ]);
    expect(page(3)?.cards.map(({ slug: name }) => name)).toEqual(['vote-02', 'budget-vote']);
    expect(page(4)).toBeNull();
  });

  it('that is full to the last place has no empty page after it', async () => {
    more(2, 5);
    await publication.sync();
    const page = (number: number) =>
      publication.read((reader) =>
        listPage(reader, { kind: 'section', value: slug('politics') }, number),
      );
    expect(page(1)).toMatchObject({ total: 5, pages: 1 });
    expect(page(2)).toBeNull();
  });

  it('that is empty has one page', () => {
    const list = publication.read((reader) =>
      listPage(reader, { kind: 'country', value: 'turkmenistan' }),
    );
    expect(list).toEqual({ cards: [], total: 0, page: 1, pages: 1 });
  });

  it('orders articles of one moment by slug, whenever they were read', async () => {
    for (const name of ['c', 'a', 'b']) {
      publication.write(
        `articles/2026/02/${name}.md`,
        publication.text('articles/2026/02/uroven-reki.md'),
      );
      await publication.sync();
    }
    const day = ['a', 'b', 'c', 'uroven-reki'];
    expect(publication.slugs().slice(1, 5)).toEqual(day);
    publication.edit('articles/2026/02/a.md', 'Водомерный', 'Старый водомерный');
    await publication.sync();
    expect(publication.slugs().slice(1, 5)).toEqual(day);
    const top = publication.read((reader) => newest(reader, { kind: 'all' }, 3));
    expect(top.map(({ slug: name }) => name)).toEqual(['budget-vote', 'a', 'b']);
  });

  it('knows its name in the newest spelling', async () => {
    more(2, 3);
    publication.edit('articles/2026/03/vote-03.md', 'Votes', 'VOTES');
    await publication.sync();
    const list = publication.read((reader) => topicList(reader, 'votes', 1));
    expect(list).toMatchObject({ title: 'VOTES', path: '/topics/votes' });
    const summaries = publication.read((reader) => listsOfKind(reader, 'topic'));
    expect(summaries.find(({ value }) => value === 'votes')).toEqual({
      value: 'votes',
      label: 'VOTES',
      total: 2,
    });
  });

  it('of a kind names only lists that have something to show', () => {
    const topics = publication.read((reader) => listsOfKind(reader, 'topic'));
    expect(topics).toEqual([
      { value: 'budget', label: 'budget', total: 1 },
      { value: 'farming', label: 'farming', total: 1 },
      { value: 'syr-darya', label: 'Syr Darya', total: 1 },
      { value: 'water', label: 'water', total: 3 },
    ]);
  });

  it('by month follows the calendar of the site', () => {
    expect(publication.read(archiveYears)).toEqual([
      {
        year: '2026',
        months: [
          { month: '2026-03', total: 1 },
          { month: '2026-02', total: 2 },
          { month: '2026-01', total: 1 },
        ],
      },
    ]);
    const list = publication.read((reader) => monthList(reader, '2026', '02', 1));
    expect(list).toMatchObject({ title: 'February 2026', path: '/archive/2026/02' });
    expect(publication.read((reader) => monthList(reader, '2025', '12', 1))).toBeNull();
    expect(publication.read((reader) => monthList(reader, '2026', '2', 1))).toBeNull();
    expect(publication.read((reader) => monthList(reader, '2026', '13', 1))).toBeNull();
  });

  it('exists for sections that are known, and for no others', () => {
    const list = publication.read((reader) => sectionList(reader, 'water', 1));
    expect(list).toMatchObject({ title: 'Water', introduction: 'Rivers, dams and glaciers.' });
    expect(publication.read((reader) => sectionList(reader, 'sport', 1))).toBeNull();
    expect(publication.read((reader) => topicList(reader, 'sport', 1))).toBeNull();
  });

  it.each([
    ['kazakhstan', 'News and explanations from Kazakhstan.'],
    ['region', 'News and explanations about Central Asia as a whole.'],
  ])('says of %s what is in it', (country, introduction) => {
    const list = publication.read((reader) => countryList(reader, country, 1));
    expect(list).toMatchObject({ introduction });
  });
});
