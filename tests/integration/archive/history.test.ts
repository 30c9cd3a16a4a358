import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestPublication } from '../../fixtures/publication';
import { everything } from './everything';

const SLUGS = ['river', 'dam', 'vote'];
const MONTHS = ['2026/01', '2026/02'];

/** One change of the content folder: what to write where, or nothing to delete it. */
interface Step {
  readonly path: string;
  readonly text: string | null;
}

/** The first value most of the time. */
function often(usual: string, ...rare: string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, fc.constantFrom(...rare));
}

const articleText = fc
  .record({
    // Few days, so that many articles share one moment; few faults, so that most are published.
    date: often('2026-01-05', '2026-02-01T10:00+05:00', 'never'),
    author: often('aigerim-bekova', 'timur-rashidov', 'nobody'),
    section: often('water', 'politics', 'sport'),
    more: fc.constantFrom(
      'draft: true',
      'topics: [Water]',
      'topics: [water, Law]',
      'redirectFrom: [/old/x]',
      'redirectFrom: [/old/y, /old/x]',
      'series: {name: A river, part: 1}',
      'translationOf: river',
      'image: {src: media/river.png, alt: ""}',
      'corrections: [{date: 2026-03-01, text: Corrected., kind: correction}]',
      'titel: wrong',
    ),
    body: often('Plain text.', '[Link](/articles/dam)', '<b>Tag</b>', '[x](javascript:y)'),
  })
  .map(({ date, author, section, more, body }) =>
    [
      '---',
      'title: A title',
      `date: ${date}`,
      `authors: [${author}]`,
      'summary: A summary.',
      `section: ${section}`,
      more,
      '---',
      '',
      body,
      '',
    ].join('\n'),
  );

const articleStep = fc.record({
  path: fc
    .tuple(fc.constantFrom(...MONTHS), fc.constantFrom(...SLUGS))
    .map(([month, slug]) => `articles/${month}/${slug}.md`),
  text: fc.option(articleText, { freq: 4 }),
});

const otherStep = fc.constantFrom<Step>(
  { path: 'authors/timur-rashidov.md', text: null },
  { path: 'authors/timur-rashidov.md', text: '---\nname: T\n---\n' },
  { path: 'authors/timur-rashidov.md', text: '---\nname: T\nrole: R\n---\n\nBio.\n' },
  { path: 'sections.yml', text: '- {slug: water, name: W, description: D}\n' },
  { path: 'sections.yml', text: '- {slug: water}\n- {slug: sport, name: S, description: D}\n' },
  { path: 'sections.yml', text: null },
  { path: 'sections.yml', text: '\0' },
  { path: 'site.yml', text: null },
  { path: 'site.yml', text: 'name: N\ndescription: D\nlanguage: en\ntimeZone: UTC\n' },
  { path: 'front.yml', text: null },
  { path: 'front.yml', text: ' ' },
  {
    path: 'front.yml',
    text: 'lead: {article: dam, until: 2027-01-01}\npinned: [{article: vote}]\n',
  },
  { path: 'redirects.yml', text: '- {from: /old/x, to: /b}\n- {from: /old/x, to: /c}\n' },
  { path: 'media/river.png', text: 'no picture' },
  { path: 'media/river.png', text: null },
);

const history = fc.array(fc.oneof({ weight: 3, arbitrary: articleStep }, otherStep), {
  minLength: 3,
  maxLength: 12,
});

describe('an archive', () => {
  it('that followed every edit is the one that is built anew', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const followed = TestPublication.sound();
        await followed.sync();
        for (const { path, text } of steps) {
          if (text !== null) followed.write(path, text);
          else followed.removeIfThere(path);
          await followed.sync();
        }
        const anew = new TestPublication(followed.folder);
        await anew.sync();
        expect(everything(followed)).toEqual(everything(anew));
      }),
      { numRuns: 25 },
    );
  });
});
