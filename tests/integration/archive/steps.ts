import fc from 'fast-check';
import type { GitRepository } from '../../fixtures/gitRepository';

const SLUGS = ['river', 'dam', 'vote'];
const MONTHS = ['2026/01', '2026/02'];

/** One change of the content folder: what to write where, or nothing to delete it. */
export interface Step {
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
    date: often('2026-01-05', '2026-02-01T10:00', 'never'),
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

/** Goes back to what a commit before was, and throws away what came since. */
export interface Rewind {
  readonly back: number;
}

const rewind = fc.record({ back: fc.integer({ min: 1, max: 4 }) });

/** What editors may do to a repository with the sound publication in it. */
export const history = fc.array<Step | Rewind>(
  fc.oneof(
    { weight: 6, arbitrary: articleStep },
    { weight: 2, arbitrary: otherStep },
    { weight: 1, arbitrary: rewind },
  ),
  { minLength: 3, maxLength: 12 },
);

/** Does one thing, and commits it. */
export function take(repository: GitRepository, step: Step | Rewind): void {
  if ('back' in step) {
    const commits = repository.git('rev-list', 'HEAD').split('\n');
    repository.git('reset', '--quiet', '--hard', commits[step.back] ?? 'HEAD');
    return;
  }
  if (step.text !== null) repository.write(step.path, step.text);
  else repository.remove(step.path);
  repository.commit();
}
