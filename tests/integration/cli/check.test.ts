import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GitRepository } from '../../fixtures/gitRepository';
import { TestPublication } from '../../fixtures/publication';
import { SOUND_PUBLICATION } from '../../fixtures/soundPublication';
import { article, NEW, VOTE } from '../badInput/case';
import { ROOT, type Run, run } from './command';

const check = (args: readonly string[], environment: Record<string, string> = {}): Run =>
  run('check', args, environment);

/** A publication with one error and one warning. */
function broken(): TestPublication {
  const publication = TestPublication.sound();
  publication.edit(VOTE, 'countries: [', 'contries: [');
  publication.write(NEW, article('Before <b>loud</b> after.'));
  return publication;
}

describe('the command check', () => {
  it('finds nothing in a sound publication', () => {
    const { folder } = TestPublication.sound();
    expect(check(['--content', folder])).toEqual({ code: 0, out: 'No problems found.\n', err: '' });
    expect(check(['--content', folder, '--format', 'json'])).toMatchObject({
      code: 0,
      out: '[]\n',
    });
    expect(check(['--content', folder, '--format', 'github'])).toMatchObject({ code: 0, out: '' });
  });

  it('prints every problem as file, line, column, severity, rule and message', () => {
    const publication = broken();
    expect(check(['--content', publication.folder])).toEqual({
      code: 1,
      out: [
        `${NEW}:9:8 warning raw-html HTML is not taken over: the tag <b> is left out and the text around it stays. Use Markdown.`,
        `${VOTE}:7:1 error unknown-field Unknown field "contries". Did you mean "countries"?`,
        '',
        '1 error, 1 warning in 2 files.',
        '',
      ].join('\n'),
      err: '',
    });
  });

  it('prints the same as JSON', () => {
    const { folder } = broken();
    const { code, out } = check(['--format', 'json', '--content', folder]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      {
        file: NEW,
        line: 9,
        column: 8,
        endLine: 9,
        endColumn: 11,
        severity: 'warning',
        rule: 'raw-html',
        message: expect.stringContaining('<b>'),
      },
      {
        file: VOTE,
        line: 7,
        column: 1,
        endLine: 7,
        endColumn: 9,
        severity: 'error',
        rule: 'unknown-field',
        message: 'Unknown field "contries". Did you mean "countries"?',
        suggestion: 'countries',
      },
    ]);
  });

  it('annotates a pull request', () => {
    const { folder } = broken();
    const { code, out } = check(['--content', folder, '--format', 'github']);
    expect(code).toBe(1);
    const path = relative(ROOT, join(folder, VOTE));
    expect(out.split('\n')[1]).toBe(
      `::error file=${path},line=7,endLine=7,col=1,endColumn=9,title=unknown-field::Unknown field "contries". Did you mean "countries"?`,
    );
  });

  it('takes the folder from the environment where none is named', () => {
    const { folder } = broken();
    expect(check([], { CONTENT_DIR: folder }).code).toBe(1);
    const sound = TestPublication.sound();
    expect(check(['--content', sound.folder], { CONTENT_DIR: folder }).code).toBe(0);
  });

  it('finds nothing in the publication that comes with the program', () => {
    const { code, out, err } = check([]);
    expect({ code, out }).toEqual({ code: 0, out: 'No problems found.\n' });
    // A slow machine says how far it is.
    expect(err).toMatch(/^(?:Reading: .+\n)*$/);
  });

  it('counts what is wrong with the exchange rates', () => {
    const publication = TestPublication.sound();
    publication.edit('rates/sources.yml', 'kind: peg', 'kind: pig');
    const { code, out } = check(['--content', publication.folder]);
    expect(code).toBe(1);
    expect(out).toMatch(/^rates\/sources\.yml:4:9 error /);
  });

  it('names amounts of money that no rate is known for', () => {
    const publication = TestPublication.sound();
    publication.write(NEW, article('It cost :money[5m KGS] or\n*:money[3 TMT]*.', ['draft: true']));
    publication.edit('pages/about.md', 'A newsroom of two.', 'A budget of :money[3 TMT].');
    expect(check(['--content', publication.folder])).toEqual({
      code: 0,
      out: [
        `${NEW}:10:16 warning money-without-rate There is no rate of KGS for 2026-03-05 or the 14 days before it, so no dollars are added to this amount; add the rate in rates/, or give the sum in dollars yourself.`,
        'pages/about.md:6:20 warning money-without-date Only articles have a date whose rate could be taken, so no dollars are added to this amount; write it without :money and brackets.',
        '',
        '0 errors, 2 warnings in 2 files.',
        '',
      ].join('\n'),
      err: '',
    });
  });

  it('says what looks wrong in the publication as a whole', () => {
    const publication = TestPublication.sound();
    publication.write(NEW, article('[Gates](/articles/dam-opens#gates)'));
    const { code, out } = check(['--content', publication.folder]);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^${NEW}:9:9 warning broken-anchor /articles/dam-opens has no`));
  });

  it('mends what is safe to mend, and reports what is left', () => {
    const publication = broken();
    // Only a sound article shows which author it names.
    publication.edit(VOTE, 'timur-rashidov', 'timur-rashidv');
    const { code, out } = check(['--content', publication.folder, '--fix']);
    expect(out.split('\n')).toEqual([
      `${VOTE}:7:1 fixed unknown-field contries is countries now.`,
      `${VOTE}:4:11 fixed unknown-author timur-rashidv is timur-rashidov now.`,
      `${NEW}:9:8 warning raw-html HTML is not taken over: the tag <b> is left out and the text around it stays. Use Markdown.`,
      '',
      '0 errors, 1 warning in 1 file.',
      '',
    ]);
    expect(code).toBe(0);
    expect(check(['--content', publication.folder, '--fix', '--format', 'json']).err).toBe('');
  });

  it('keeps the old address of an article that was renamed', () => {
    const repository = GitRepository.of(SOUND_PUBLICATION);
    repository.rename('articles/2026/02/dam-opens.md', 'articles/2026/02/dam-gates.md');
    repository.commit('Rename');
    const { code, out } = check(['--content', repository.folder, '--fix']);
    expect(out).toMatch(
      /^articles\/2026\/02\/dam-gates\.md:\d+:\d+ fixed renamed-without-redirect /,
    );
    expect(code).toBe(0);
    const mended = repository.read('articles/2026/02/dam-gates.md');
    expect(mended).toMatch(/^redirectFrom: .*\/articles\/dam-opens\b/m);
    expect(check(['--content', repository.folder]).out).toBe('No problems found.\n');
  });

  it.each([
    [
      'a format that it does not know',
      ['--format', 'xml'],
      '--format is one of text, json, github.',
    ],
    ['a folder that is not there', ['--content', '/nowhere/at/all'], 'ENOENT'],
    ['an option that it does not know', ['--mend'], "Unknown option '--mend'"],
    ['fixing while watching', ['--fix', '--watch'], '--watch and --fix exclude each other.'],
    ['watching for a program', ['--watch', '--format', 'json'], '--watch prints text alone.'],
  ])('explains itself on %s', (_name, args, says) => {
    const { code, out, err } = check(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(says);
    expect(err).toContain('npm run check -- [--content DIR]');
  });
});
