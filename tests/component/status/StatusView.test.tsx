import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { StatusView } from '@/components/status/StatusView';
import { aContext } from '../support/context';
import { heard } from '../support/reading';
import { show } from '../support/render';
import { aFullStatus } from '../support/status';

const context = aContext();
const { status, state } = aFullStatus('Unknown field "titel".');

function textOf(term: string): string {
  return heard(screen.getByText(term, { selector: 'dt' }).nextElementSibling as HTMLElement);
}

describe('StatusView', () => {
  it('says what is published, and what comes next', () => {
    show(<StatusView status={status} state={state} context={context} />);
    expect(textOf('Commit')).toBe(status.commit);
    expect(textOf('Next article')).toBe('2 July 2025, 11:00 GMT+5');
    expect(textOf('Live since')).toBe('1 July 2025, 04:00 GMT+5');
    expect(textOf('Time to live')).toBe('84 ms');
    expect(textOf('Changed')).toBe(
      '2 files; articles: 1 new, 0 changed, 0 removed, 1 held back; 6 pages made anew',
    );
    expect(textOf('Version')).toBe('0.1.0');
    expect(textOf('Started')).toBe('30 June 2025, 05:00 GMT+5');
    screen.getByText('Something is being published right now.');
  });

  it('lists what is wrong, the errors first', () => {
    show(<StatusView status={status} state={state} context={context} />);
    screen.getByText('1 error, 1 warning');
    expect(screen.getAllByRole('listitem').map(heard).slice(-2)).toEqual([
      'articles/2025/06/a-river-rises.md:3:1 error unknown-field: Unknown field "titel".',
      'articles/2025/06/older.md:3:1 warning unknown-field: Unknown field "titel".',
    ]);
    screen.getByText('The site is served, and there are problems in its content.');
  });

  it('shows the first of many problems, and says how many more there are', () => {
    const [problem] = status.problems;
    if (!problem) throw new Error('There is no problem');
    const problems = Array.from({ length: 25 }, (_, line) => ({ ...problem, line }));
    show(<StatusView status={{ ...status, problems }} state={null} context={context} />);
    expect(screen.getAllByText(/unknown-field/)).toHaveLength(20);
    screen.getByText('and 5 more');
  });

  it('says how old rates are and how their providers do', () => {
    show(<StatusView status={status} state={state} context={context} />);
    const rows = (name: string) =>
      within(screen.getByRole('table', { name }))
        .getAllByRole('row')
        .slice(1)
        .map((row) => [...row.children].map((cell) => heard(cell as HTMLElement)).join(' | '));
    expect(rows('Rates that readers see')).toEqual([
      'KGS | current | 30 June 2025 | nbkr via frankfurter',
      'UZS | missing | – | –',
    ]);
    expect(rows('Providers of rates')).toEqual([
      'frankfurter | well | 1 July 2025, 03:00 GMT+5',
      'nbk | not asked yet | never',
    ]);
  });

  it('has few words for a folder where nothing has happened', () => {
    const quiet = { commit: null, next: null, problems: [] };
    show(<StatusView status={quiet} state={null} context={context} />);
    expect(textOf('Commit')).toBe('a folder, without commits');
    expect(textOf('Next article')).toBe('none is scheduled');
    screen.getByText('All is well.');
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says that rates are old where nothing worse is to be said', () => {
    show(<StatusView status={{ ...status, problems: [] }} state={state} context={context} />);
    screen.getByText('The site is served, and some of its exchange rates are not current.');
  });

  it('says that the newest content cannot be had, and not why', () => {
    const publishing = { isWorking: false, hasFailed: true, last: null };
    const failed = { ...state, publishing };
    show(<StatusView status={status} state={failed} context={context} />);
    screen.getByText(/the newest content cannot be had at the moment/);
    screen.getByText('Nothing has been published since the server was started.');
  });
});
