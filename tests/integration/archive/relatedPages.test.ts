import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestPublication } from '../../fixtures/publication';
import { dropped, isPage, keptPages, wronglyKept } from './keptPages';

/** More than are weighed for each other, so that one may push another out. */
const ARTICLES = 40;
const WORDS = ['river', 'budget', 'harvest', 'railway', 'border', 'school'] as const;

interface Facts {
  readonly title: string;
  readonly day: number;
  readonly topic: string;
  readonly section: string;
}

const word = fc.constantFrom(...WORDS);
const facts: fc.Arbitrary<Facts> = fc.record({
  title: fc.tuple(word, word).map((words) => words.join(' ')),
  // Few days, so that many articles share one moment.
  day: fc.integer({ min: 10, max: 28 }),
  topic: fc.constantFrom('water', 'money'),
  section: fc.constantFrom('water', 'politics'),
});

const pathOf = (index: number): string => `articles/2026/01/piece-${index}.md`;

function textOf({ title, day, topic, section }: Facts): string {
  return [
    '---',
    `title: ${title}`,
    `date: 2026-01-${day}`,
    'authors: [aigerim-bekova]',
    'summary: A summary.',
    `section: ${section}`,
    `topics: [${topic}]`,
    '---',
    '',
    'Text.',
    '',
  ].join('\n');
}

async function publicationOf(all: readonly Facts[]): Promise<TestPublication> {
  const publication = TestPublication.sound();
  for (const [index, each] of all.entries()) publication.write(pathOf(index), textOf(each));
  await publication.sync();
  return publication;
}

const many = fc.array(facts, { minLength: ARTICLES, maxLength: ARTICLES });
const index = fc.nat(ARTICLES - 1);

/** A change of one field or all, or an article that goes and may come again. */
const edit = fc.oneof(
  fc.record({ title: facts.map(({ title }) => title) }),
  fc.record({ topic: facts.map(({ topic }) => topic) }),
  facts,
  fc.constant(null),
);

describe('what is related to what', () => {
  it('is looked at anew wherever it may be otherwise', async () => {
    const edits = fc.array(fc.tuple(index, edit), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(many, edits, async (all, steps) => {
        const publication = await publicationOf(all);
        const now = [...all];
        for (const [at, change] of steps) {
          const before = keptPages(publication);
          const old = now[at];
          if (old === undefined) continue;
          now[at] = { ...old, ...change };
          if (change === null) publication.removeIfThere(pathOf(at));
          else publication.write(pathOf(at), textOf({ ...old, ...change }));
          const { shown } = await publication.sync();
          expect(wronglyKept(before, keptPages(publication), shown)).toEqual([]);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('is left alone by a new headline that shares no word with another', async () => {
    await fc.assert(
      fc.asyncProperty(many, index, async (all, at) => {
        const named = all.map((each, other) =>
          other === at ? { ...each, title: 'Oldest' } : each,
        );
        const publication = await publicationOf(named);
        const before = keptPages(publication);
        publication.edit(pathOf(at), 'Oldest', 'Newest');
        const { shown } = await publication.sync();
        const showing = [...before].filter(([, { says }]) => says.includes('Oldest'));
        const articles = (addresses: string[]) =>
          addresses.filter((address) => address.startsWith('/articles/') && isPage(address)).sort();
        expect(articles(dropped(before, shown))).toEqual(articles(showing.map(([key]) => key)));
      }),
      { numRuns: 5 },
    );
  });
});
