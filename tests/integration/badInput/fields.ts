import { article, type BadInput, DAM, LEVELS, NEW, REKA, VOTE } from './case';

const LEVELS_OF_BOMB = 8;

/** Nine values, each nine times the one before it. */
function bomb(): string[] {
  const lines = ['a0: &a0 [x]'];
  for (let level = 1; level <= LEVELS_OF_BOMB; level += 1) {
    lines.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
    );
  }
  return lines;
}

/** Each alias is told at its own place: line 8 on, five columns apart. */
function bombProblems(): string[] {
  return Array.from({ length: LEVELS_OF_BOMB }, (_, level) =>
    Array.from(
      { length: 9 },
      (__, index) => `${NEW}:${8 + level}:${10 + 5 * index} error yaml-alias`,
    ),
  ).flat();
}

/** Faults in front matter. */
export const BAD_FIELDS: readonly BadInput[] = [
  {
    name: 'a missing key',
    write: (on) => on.edit(VOTE, 'summary: The second reading took four hours.\n', ''),
    problems: [`${VOTE}:1:1 error missing-field`],
    says: 'summary: this field is required.',
    gone: ['budget-vote'],
  },
  {
    name: 'an unknown key',
    write: (on) => on.edit(VOTE, 'countries: [', 'contries: ['),
    problems: [`${VOTE}:7:1 error unknown-field`],
    says: 'Did you mean "countries"?',
    gone: ['budget-vote'],
  },
  {
    name: 'a wrong type',
    write: (on) => on.edit(VOTE, 'topics: [budget]', 'topics: budget'),
    problems: [`${VOTE}:8:9 error invalid-field`],
    says: 'topics: must be a list',
    gone: ['budget-vote'],
  },
  {
    name: 'an impossible date',
    write: (on) => on.edit(VOTE, '2026-03-01T00:30:00+05:00', '2026-13-45'),
    problems: [`${VOTE}:3:7 error impossible-date`],
    says: '"2026-13-45" does not exist in the calendar',
    gone: ['budget-vote'],
  },
  {
    name: 'an update before the article',
    write: (on) => on.edit(DAM, 'updated: 2026-02-04', 'updated: 2026-02-01'),
    problems: [`${DAM}:9:10 error date-order`],
    gone: ['dam-opens'],
  },
  {
    name: 'an unknown author',
    write: (on) => on.edit(LEVELS, 'timur-rashidov]', 'timor-rashidov]'),
    problems: [`${LEVELS}:4:27 error unknown-author`],
    says: 'Did you mean "timur-rashidov"?',
    gone: ['river-levels'],
  },
  {
    name: 'an unknown section',
    write: (on) => on.edit(VOTE, 'section: politics', 'section: politic'),
    problems: [`${VOTE}:6:10 error unknown-section`],
    says: 'Did you mean "politics"?',
    gone: ['budget-vote'],
  },
  {
    name: 'an unknown country',
    write: (on) => on.edit(VOTE, '[kazakhstan]', '[kazakstan]'),
    problems: [`${VOTE}:7:13 error invalid-field`],
    says: 'Did you mean "kazakhstan"?',
    gone: ['budget-vote'],
  },
  {
    name: 'a blank title',
    write: (on) => on.edit(VOTE, 'title: Parliament votes on the budget', 'title: "   "'),
    problems: [`${VOTE}:2:8 error invalid-field`],
    says: 'title: must not be blank.',
    gone: ['budget-vote'],
  },
  {
    name: 'an image that does not exist',
    write: (on) => on.edit(LEVELS, 'media/river.png', 'media/rivr.png'),
    problems: [`${LEVELS}:10:8 error unknown-media`],
    says: 'Did you mean "media/river.png"?',
    gone: ['river-levels'],
  },
  {
    name: 'an image that escapes the publication',
    write: (on) => on.edit(LEVELS, 'media/river.png', 'media/../../secret.png'),
    problems: [`${LEVELS}:10:8 error invalid-field`],
    says: 'without ".."',
    gone: ['river-levels'],
  },
  {
    name: 'an image without an alternative text',
    write: (on) => on.edit(LEVELS, '  alt: A river between dry banks\n', ''),
    problems: [`${LEVELS}:10:3 error missing-field`],
    says: 'image.alt',
    gone: ['river-levels'],
  },
  {
    name: 'a key that stands twice',
    write: (on) => on.edit(REKA, 'lang: ru', 'lang: ru\nlang: kk'),
    problems: [`${REKA}:10:1 error duplicate-key`],
    gone: ['uroven-reki'],
  },
  {
    name: 'a tab for spaces',
    write: (on) => on.write(NEW, article('Text.', ['image:', '\tsrc: media/river.png'])),
    problems: [`${NEW}:8:1 error yaml-syntax`],
    says: 'replace the tab',
  },
  {
    name: 'a colon without quotes',
    write: (on) => on.edit(VOTE, 'Parliament votes', 'Parliament: votes'),
    problems: [`${VOTE}:2:8 error yaml-syntax`],
    says: 'must stand in quotes',
    gone: ['budget-vote'],
  },
  {
    name: 'front matter that is not closed',
    write: (on) => on.edit(VOTE, '\n---\n\n', '\n\n'),
    problems: [`${VOTE}:1:1 error front-matter-open`],
    gone: ['budget-vote'],
  },
  {
    name: 'no front matter',
    write: (on) => on.write(NEW, 'Just text.\n'),
    problems: [`${NEW}:1:1 error front-matter-missing`],
  },
  {
    name: 'front matter in JavaScript',
    write: (on) => on.write(NEW, '---js\n{ title: (globalThis.saxaulRan = true) }\n---\n\nText.\n'),
    problems: [`${NEW}:1:4 error front-matter-language`],
  },
  {
    name: 'an alias bomb',
    write: (on) => on.write(NEW, article('Text.', bomb())),
    problems: bombProblems(),
    says: 'Aliases are not read here',
  },
  {
    name: 'fields within fields without end',
    write: (on) => on.write(NEW, article('Text.', [`topics: ${'['.repeat(9000)}`])),
    problems: [`${NEW}:7:209 error yaml-nesting`],
  },
  {
    name: 'front matter without end',
    write: (on) => on.write(NEW, article('Text.', ['\n'.repeat(500_000)])),
    problems: [`${NEW}:1:1 error front-matter-length`],
  },
];
