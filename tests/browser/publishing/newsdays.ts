import fc from 'fast-check';
import type { GitRepository } from '../../fixtures/gitRepository';

/** What may happen to a publication in a newsroom. `pick` chooses among what is there. */
export interface Step {
  readonly kind:
    | 'add'
    | 'edit'
    | 'retitle'
    | 'move'
    | 'rename'
    | 'delete'
    | 'break'
    | 'mend'
    | 'revert'
    | 'profile'
    | 'site'
    | 'rewind';
  readonly pick: number;
  readonly word: string;
}

/** Breaking and deleting are rarer than what fills the site. */
const KINDS: readonly (readonly [Step['kind'], weight: number])[] = [
  ['add', 5],
  ['edit', 4],
  ['retitle', 4],
  ['move', 3],
  ['rename', 2],
  ['delete', 2],
  ['break', 3],
  ['mend', 3],
  ['revert', 2],
  ['profile', 2],
  ['site', 1],
  ['rewind', 1],
];

export function newsdays(length: number): fc.Arbitrary<Step[]> {
  const kind = fc.oneof(
    ...KINDS.map(([name, weight]) => ({ weight, arbitrary: fc.constant(name) })),
  );
  const word = fc.stringMatching(/^[a-z]{5,9}$/);
  const step = fc.record({ kind, pick: fc.nat(), word });
  return fc.array(step, { minLength: length, maxLength: length });
}

const AUTHORS = ['aigerim-bekova', 'timur-rashidov'];
const SECTIONS = ['water', 'politics'];
const COUNTRIES = ['kazakhstan', 'kyrgyzstan', 'uzbekistan'];
const TOPICS = ['dams', 'budgets', 'glaciers', 'Сырдарья'];
const BROKEN = 'titel: broken';

export function articleText(pick: number, word: string): string {
  const of = (values: readonly string[], divisor: number): string =>
    values[Math.floor(pick / divisor) % values.length] ?? '';
  const day = String(1 + (pick % 28)).padStart(2, '0');
  const month = 1 + (Math.floor(pick / 28) % 9);
  return [
    '---',
    `title: The ${word} of the valley`,
    `date: 2026-0${month}-${day}T0${pick % 10}:00:00+05:00`,
    `authors: [${of(AUTHORS, 3)}]`,
    `summary: What the ${word} means.`,
    `section: ${of(SECTIONS, 5)}`,
    `countries: [${of(COUNTRIES, 7)}]`,
    `topics: [${of(TOPICS, 11)}]`,
    '---',
    '',
    `The ${word} came early this year.`,
    '',
    `${'Nobody along the river had expected it. '.repeat(20)}`,
    '',
    `That was the ${word}.`,
    '',
  ].join('\n');
}

/** Does one step to a working tree, and commits it. */
export function take(repository: GitRepository, { kind, pick, word }: Step): void {
  const articles = repository.git('ls-files', 'articles').split('\n').filter(Boolean);
  const chosen = articles[pick % Math.max(1, articles.length)];
  const change = (from: RegExp | string, to: string, file = chosen): void => {
    if (file !== undefined) repository.write(file, repository.read(file).replace(from, to));
  };
  switch (kind) {
    case 'add':
      repository.write(
        `articles/2026/0${1 + (pick % 9)}/${word}-${pick % 97}.md`,
        articleText(pick, word),
      );
      break;
    case 'edit':
      change(/That was .*/, `That was the ${word}.`);
      break;
    case 'retitle':
      change(/^title: .*/m, `title: The ${word} again`);
      break;
    case 'move':
      change(/^section: .*/m, `section: ${SECTIONS[pick % 2]}`);
      change(/^topics: .*/m, `topics: [${TOPICS[pick % 4]}]`);
      change(/^date: \d{4}-\d{2}/m, `date: 2026-0${1 + (pick % 9)}`);
      break;
    case 'rename':
      if (chosen !== undefined) repository.rename(chosen, chosen.replace(/[^/]+$/, `${word}.md`));
      break;
    case 'delete':
      if (chosen !== undefined && articles.length > 30) repository.remove(chosen);
      break;
    case 'break':
      change(/^title: /m, `${BROKEN}\ntitle: `);
      break;
    case 'mend': {
      const broken = articles.find((file) => repository.read(file).includes(BROKEN));
      if (broken !== undefined) change(`${BROKEN}\n`, '', broken);
      break;
    }
    case 'revert': {
      const back = repository.commits()[pick % 3];
      // A commit that cannot be taken back in peace is left.
      if (back !== undefined && !repository.tryGit('revert', '--no-edit', back)) {
        repository.tryGit('revert', '--abort');
      }
      break;
    }
    case 'profile':
      if (pick % 4 === 0) change(/^role: .*/m, 'rôle: nobody', 'authors/timur-rashidov.md');
      else change(/^(?:role|rôle): .*/m, `role: Writer on ${word}`, 'authors/timur-rashidov.md');
      break;
    case 'site':
      if (pick % 3 === 0) change(/^perPage: .*/m, 'perPage: many', 'site.yml');
      else change(/^perPage: .*/m, `perPage: ${5 + (pick % 4)}`, 'site.yml');
      break;
    case 'rewind': {
      const back = repository.commits()[1 + (pick % 3)];
      if (back !== undefined) repository.git('reset', '--quiet', '--hard', back);
      return;
    }
  }
  repository.commit(`${kind} ${word}`);
}
