import { describe, expect, it } from 'vitest';
import { listPage } from '@/lib/archive/queries/lists';
import { NOW, TestPublication } from '../../fixtures/publication';

const COUNT = 2000;
const DAY = 24 * 60 * 60 * 1000;
const FIRST = Date.UTC(2020, 0, 1, 6);

/** Article `number` of one a day, linked to the one before it. */
function file(number: number): [path: string, text: string] {
  const date = new Date(FIRST + number * DAY).toISOString();
  const [year, month] = date.split('-');
  const text = [
    '---',
    `title: Story number ${number}`,
    `date: ${date}`,
    'authors: [timur-rashidov]',
    `summary: What happened on day ${number}.`,
    `section: ${number % 2 === 0 ? 'water' : 'politics'}`,
    `topics: [topic ${number % 7}]`,
    '---',
    '',
    `On day ${number} it rained. See [yesterday](/articles/story-${Math.max(0, number - 1)}).`,
    '',
  ].join('\n');
  return [`articles/${year}/${month}/story-${number}.md`, text];
}

describe('a publication of two thousand articles', () => {
  it('is read once, found in every list, and edited one file at a time', async () => {
    const publication = TestPublication.sound();
    const files = Array.from({ length: COUNT }, (_, number) => file(number));
    for (const [path, text] of files) publication.write(path, text);

    expect((await publication.sync()).added).toBe(COUNT + 16);
    expect(publication.problems()).toEqual([]);
    expect(publication.slugs()).toHaveLength(COUNT + 4);

    const last = publication.read((reader) => listPage(reader, { kind: 'all' }, 401));
    expect(last).toMatchObject({ total: COUNT + 4, pages: 401 });
    expect(last?.cards.at(-1)?.slug).toBe('story-0');

    expect(await publication.counts()).toEqual([0, 0, 0, COUNT + 16]);
    const [path] = file(1234);
    publication.edit(path, 'it rained', 'it snowed');
    publication.remove(file(99)[0]);
    expect(await publication.counts()).toEqual([0, 1, 1, COUNT + 14]);
    expect(publication.slugs({ kind: 'all' }, NOW)).toHaveLength(COUNT + 3);
    expect(publication.problems()).toEqual([`${file(100)[0]}:10:39 warning broken-link`]);
  });
});
