import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SearchForm } from '@/components/search/SearchForm';
import { aContext } from '../support/context';
import { only } from '../support/reading';
import { show } from '../support/render';
import { aRequest, someChoices } from '../support/searches';

function form(text?: string, facts = {}, choices = {}) {
  const filters = { request: aRequest(facts), choices: someChoices(choices) };
  show(<SearchForm {...(text !== undefined && { text })} filters={filters} context={aContext()} />);
  return screen.getByRole('search', { name: 'Search and filters' });
}

function select(name: string): HTMLSelectElement {
  const found = screen.getByRole('combobox', { name });
  if (!(found instanceof HTMLSelectElement)) throw new Error('no select');
  return found;
}

const optionsOf = (name: string) =>
  [...select(name).options].map(({ value, textContent }) => [value, textContent]);

describe('the form', () => {
  it('asks the server by the address of the search, without scripts', () => {
    const found = form();
    expect(found.getAttribute('action')).toBe('/search');
    expect([null, 'get']).toContain(found.getAttribute('method'));
    const button = within(found).getByRole('button', { name: 'Search' });
    expect(button.getAttribute('type')).toBe('submit');
  });

  it('has a field that phones know how to serve', () => {
    form();
    const field = screen.getByRole('searchbox', { name: 'Search for' });
    expect(field.getAttribute('name')).toBe('q');
    expect(field.getAttribute('maxlength')).toBe('200');
    expect(field.getAttribute('enterkeyhint')).toBe('search');
    expect(field.getAttribute('autocapitalize')).toBe('off');
    expect(field.hasAttribute('value')).toBe(false);
  });

  it('keeps the words, however they are written', () => {
    form('"exchange rate" -<b>');
    expect(screen.getByRole('searchbox').getAttribute('value')).toBe('"exchange rate" -<b>');
  });

  it('offers what articles have, and first of all everything', () => {
    form();
    expect(optionsOf('Section')).toEqual([
      ['', 'All sections'],
      ['politics', 'Politics'],
      ['society', 'Society'],
    ]);
    expect(optionsOf('Country')).toEqual([
      ['', 'All countries'],
      ['kazakhstan', 'Kazakhstan'],
      ['region', 'The region'],
    ]);
    expect(optionsOf('Author')).toEqual([
      ['', 'All authors'],
      ['aliya-haidar', 'Aliya Haidar'],
    ]);
    for (const name of ['From year', 'To year']) {
      expect(optionsOf(name)).toEqual([
        ['', 'Any year'],
        ['2026', '2026'],
        ['2025', '2025'],
        ['2024', '2024'],
      ]);
    }
  });

  it('sends the filters by the names that addresses have, and keeps what was chosen', () => {
    const found = form('water', {
      section: 'society',
      country: 'region',
      author: 'aliya-haidar',
      from: 2024,
      to: 2025,
    });
    if (!(found instanceof HTMLFormElement)) throw new Error('no form');
    const sent = [...new FormData(found)].map(([name, value]) => `${name}=${value}`);
    expect(sent).toEqual([
      'q=water',
      'section=society',
      'country=region',
      'author=aliya-haidar',
      'from=2024',
      'to=2025',
    ]);
  });

  it('folds the filters away', () => {
    const details = only(form(), 'details');
    expect(details.hasAttribute('open')).toBe(false);
    expect(only(details, 'summary').textContent).toBe('Narrow the search');
    expect(within(details).getAllByRole('combobox', { hidden: true })).toHaveLength(5);
  });

  it('leaves out a filter that could be set to nothing, and all where there is none', () => {
    form('', {}, { people: [], countries: [] });
    expect(screen.getAllByRole('combobox').map((field) => field.getAttribute('name'))).toEqual([
      'section',
      'from',
      'to',
    ]);
    const empty = { sections: [], countries: [], people: [], years: [] };
    show(
      <SearchForm
        filters={{ request: aRequest(), choices: empty }}
        context={aContext({ site: { name: 'Empty' } })}
      />,
    );
    expect(document.querySelectorAll('details')).toHaveLength(1);
  });

  it('asks for words alone where nothing is known to narrow by', () => {
    const container = show(<SearchForm context={aContext()} />);
    expect(container.querySelectorAll('details, select')).toHaveLength(0);
    expect(screen.getByRole('searchbox')).toBeTruthy();
  });
});
