import { beforeEach, describe, expect, it } from 'vitest';
import type { ArticleCard } from '@/lib/archive/queries/cards';
import { frontPage } from '@/lib/archive/queries/front';
import { NOW, TestPublication } from '../../fixtures/publication';

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

const slugs = (cards: readonly ArticleCard[]): string[] => cards.map(({ slug }) => slug);

function front(now = NOW) {
  const { lead, secondary, latest, blocks } = publication.read(frontPage, now);
  return {
    lead: lead?.slug ?? null,
    secondary: slugs(secondary),
    latest: slugs(latest),
    blocks: Object.fromEntries(blocks.map(({ section, cards }) => [section.slug, slugs(cards)])),
  };
}

/** Articles number 1 to `count` on politics, the last the newest. */
function more(count: number): void {
  for (let number = 1; number <= count; number += 1) {
    const day = String(number).padStart(2, '0');
    publication.write(
      `articles/2026/03/story-${day}.md`,
      `---\ntitle: Story ${day}\ndate: 2026-03-${day}T12:00:00Z\nauthors: [timur-rashidov]\nsummary: S\nsection: politics\n---\n\nText.\n`,
    );
  }
}

describe('the front page', () => {
  it('shows what the editors set, and the newest in every place that is left', () => {
    expect(front()).toEqual({
      lead: 'river-levels',
      secondary: ['budget-vote', 'uroven-reki', 'dam-opens'],
      latest: [],
      blocks: {},
    });
  });

  it('gives up a pinned article at its until, without a sync', async () => {
    more(8);
    await publication.sync();
    const until = Date.parse('2026-06-01T00:00:00+05:00');
    expect(front(until - 1).secondary).toEqual(['budget-vote', 'story-08', 'story-07', 'story-06']);
    expect(front(until).secondary).toEqual(['story-08', 'story-07', 'story-06', 'story-05']);
  });

  it('shows no article twice', async () => {
    more(20);
    await publication.sync();
    const { lead, secondary, latest, blocks } = front();
    const above = [lead, ...secondary, ...latest];
    expect(new Set(above).size).toBe(above.length);
    expect(secondary).toEqual(['budget-vote', 'story-20', 'story-19', 'story-18']);
    expect(latest).toHaveLength(8);
    expect(latest[0]).toBe('story-17');
    expect(blocks).toEqual({
      politics: ['story-17', 'story-16', 'story-15', 'story-14'],
      water: ['uroven-reki', 'dam-opens'],
    });
  });

  it.each([
    [
      'is withdrawn',
      'articles/2026/01/river-levels.md',
      'section: water',
      'section: water\ndraft: true',
    ],
    ['breaks', 'articles/2026/01/river-levels.md', 'section: water', 'section: []'],
    ['is scheduled', 'front.yml', 'article: river-levels', 'article: next-century'],
    ['is over', 'front.yml', 'article: river-levels', 'article: river-levels\n  until: 2026-03-31'],
    ['is misspelt', 'front.yml', 'article: river-levels', 'article: river-level'],
  ])('leads with the newest where the lead %s', async (_name, file, from, to) => {
    publication.edit(file, from, to);
    await publication.syncAnew();
    expect(front().lead).toBe('budget-vote');
    expect(front().secondary[0]).toBe('uroven-reki');
  });

  it.each([
    ['missing', () => publication.remove('front.yml'), []],
    [
      'broken',
      () => publication.write('front.yml', 'lead: {article: 7}'),
      ['front.yml:1:17 error invalid-field'],
    ],
  ])('is filled by the newest where front.yml is %s', async (_name, change, problems) => {
    change();
    await publication.syncAnew();
    expect(publication.problems()).toEqual(problems);
    expect(front()).toEqual({
      lead: 'budget-vote',
      secondary: ['uroven-reki', 'dam-opens', 'river-levels'],
      latest: [],
      blocks: {},
    });
  });

  it('is empty while nothing is published', () => {
    expect(front(0)).toEqual({ lead: null, secondary: [], latest: [], blocks: {} });
  });
});
