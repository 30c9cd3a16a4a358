import { expect, it } from 'vitest';
import { CommandError } from '@/lib/cli/commandError';
import { readOptions } from '@/lib/cli/export/options';

it('are those that were typed, and what is meant where nothing was', () => {
  const typed = ['--out', 'site', '--rates', '--processes', '3', '--hosts', 'nginx,plain'];
  expect(readOptions(typed)).toEqual({
    out: 'site',
    rates: true,
    search: false,
    full: false,
    check: false,
    processes: 3,
    hosts: new Set(['nginx', 'plain']),
    since: undefined,
    as: 'addresses',
    list: undefined,
  });
});

it.each([
  ['nothing to write into', [], '--out names the folder.'],
  ['an unknown option', ['--out', 'a', '--bogus'], "Unknown option '--bogus'"],
  ['a word that belongs to no option', ['--out', 'a', 'b'], "Unexpected argument 'b'"],
  ['an option without its value', ['--out'], "Option '--out <value>' argument missing"],
  ['an unknown host', ['--out', 'a', '--hosts', 'iis'], '--hosts names some of'],
  ['no process at all', ['--out', 'a', '--processes', '0'], '--processes is a number from 1.'],
  ['a list of nothing', ['--out', 'a', '--list', 'b'], '--list needs --since.'],
  ['another list', ['--out', 'a', '--as', 'links'], '--as is addresses or files.'],
])('are refused with a word on what is wrong: %s', (_, values, message) => {
  expect(() => readOptions(values)).toThrow(CommandError);
  expect(() => readOptions(values)).toThrow(message);
});
