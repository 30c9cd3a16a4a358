import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { HistoryView } from '@/components/article/HistoryView';
import { aContext } from '../support/context';
import { aHistory } from '../support/history';
import { tidy } from '../support/reading';
import { show } from '../support/render';

function history(facts = aHistory()) {
  return show(<HistoryView history={facts} context={aContext()} />);
}

describe('the history of an article', () => {
  it('tells its versions from the newest to the first', () => {
    history();
    const versions = screen.getAllByRole('article');
    expect(versions).toHaveLength(3);
    expect(within(versions[0] as HTMLElement).getByText('Third River')).toBeTruthy();
    expect(within(versions[2] as HTMLElement).getByText('First published version.')).toBeTruthy();
  });

  it('marks what came and what went, to those who see it and those who hear it', () => {
    history();
    const [, second] = screen.getAllByRole('article') as [HTMLElement, HTMLElement];
    const [removed] = within(second).getAllByRole('deletion');
    const [added] = within(second).getAllByRole('insertion');
    expect(removed && tidy(removed.textContent)).toBe('taken out: 1957 (end)');
    expect(added && tidy(added.textContent)).toBe('added: 1975 (end)');
  });

  it('says which part changed, and what it does not show', () => {
    history();
    const [newest] = screen.getAllByRole('article') as [HTMLElement];
    const parts = within(newest).getAllByRole('heading', { level: 3 });
    expect(parts.map(({ textContent }) => textContent)).toEqual(['Headline', 'Standfirst']);
    expect(screen.getByText('Also changed: byline, section, picture, corrections.')).toBeTruthy();
    expect(screen.getByText('Older versions are not shown.')).toBeTruthy();
  });

  it('shows a subject as text, whatever it is', () => {
    const [first, ...rest] = aHistory().versions;
    if (first === undefined) throw new Error('there is no version');
    const subject = '<script>alert(1)</script> & more';
    const container = history({ ...aHistory(), versions: [{ ...first, subject }, ...rest] });
    expect(screen.getByText(subject)).toBeTruthy();
    expect(container.querySelector('script')).toBeNull();
  });
});
