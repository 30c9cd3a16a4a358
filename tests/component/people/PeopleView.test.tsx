import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PeopleView } from '@/components/people/PeopleView';
import { aContext } from '../support/context';
import { A_FACE, anAuthor } from '../support/people';
import { linksOf } from '../support/reading';
import { show } from '../support/render';
import { slug } from '../support/slugs';

const PEOPLE = [
  {
    author: anAuthor({ beats: ['courts', 'society'] }),
    avatar: A_FACE,
    articles: 5,
  },
  {
    author: anAuthor({ slug: slug('botir-karimov'), name: 'Botir Karimov', role: 'Editor' }),
    avatar: null,
    articles: 1,
  },
];

function people() {
  show(<PeopleView people={PEOPLE} context={aContext()} />);
  return PEOPLE.map(({ author }) => {
    const heading = screen.getByRole('heading', { level: 2, name: author.name });
    const entry = heading.closest('li');
    if (!entry) throw new Error(`${author.name} is in no list`);
    return entry;
  });
}

describe('PeopleView', () => {
  it('is headed Our People and stands below the front page', () => {
    people();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Our People');
    const breadcrumb = screen.getByRole('navigation', { name: 'Breadcrumb' });
    expect(linksOf(within(breadcrumb).getAllByRole('link'))).toEqual([['Front page', '/']]);
    expect(within(breadcrumb).getByText('Our People').getAttribute('aria-current')).toBe('page');
  });

  it('lists everyone in the order given, each linked to the profile', () => {
    people();
    const names = screen.getAllByRole('heading', { level: 2 });
    expect(names.flatMap((name) => linksOf(within(name).getAllByRole('link')))).toEqual([
      ['Aliya Haidar', '/people/aliya-haidar'],
      ['Botir Karimov', '/people/botir-karimov'],
    ]);
  });

  it('says what each does, and how much of it there is to read', () => {
    const [aliya, botir] = people().map((entry) => within(entry));
    for (const text of ['Journalist', 'courts, society', '5 articles']) {
      expect(aliya?.getByText(text)).toBeTruthy();
    }
    for (const text of ['Editor', '1 article']) expect(botir?.getByText(text)).toBeTruthy();
  });

  it('does not read names out twice: pictures and initials are decoration', () => {
    const [aliya, botir] = people();
    expect(aliya?.querySelector('img')?.getAttribute('alt')).toBe('');
    expect(botir?.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    expect(screen.queryByRole('img')).toBeNull();
  });
});
