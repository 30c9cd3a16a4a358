import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ProfileView } from '@/components/people/ProfileView';
import type { Profile } from '@/lib/archive/queries/people';
import { aList, cardsOf } from '../support/cards';
import { aContext } from '../support/context';
import { A_FACE, anAuthor, aProfile } from '../support/people';
import { heard, linksOf, only } from '../support/reading';
import { show } from '../support/render';

function profile(facts: Partial<Profile> = {}) {
  const bio = '<p>She began in <em>1998</em>.</p>';
  return show(<ProfileView profile={aProfile(facts)} bio={bio} context={aContext()} />);
}

/** What the profile says under a term. */
function fact(term: string): HTMLElement {
  const text = screen.getByText(term, { selector: 'dt' }).nextElementSibling;
  if (!(text instanceof HTMLElement)) throw new Error(`nothing is said under ${term}`);
  return text;
}

describe('ProfileView', () => {
  it('has the name as its main heading, the role and the bio', () => {
    profile();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Aliya Haidar');
    expect(screen.getByText('Journalist')).toBeTruthy();
    expect(screen.getByText('1998').tagName).toBe('EM');
  });

  it('stands below Our People', () => {
    profile();
    const breadcrumb = screen.getByRole('navigation', { name: 'Breadcrumb' });
    const items = within(breadcrumb).getAllByRole('listitem');
    expect(items.map(heard)).toEqual(['Our People', 'Aliya Haidar']);
    expect(linksOf(within(breadcrumb).getAllByRole('link'))).toEqual([['Our People', '/people']]);
    expect(within(breadcrumb).getByText('Aliya Haidar').getAttribute('aria-current')).toBe('page');
  });

  it('calls the picture after the person where its profile does not', () => {
    profile({ avatar: A_FACE });
    const avatar = screen.getByRole('img', { name: "Aliya Haidar's Avatar" });
    expect(avatar.getAttribute('src')).toBe('/media/face.fedcba9876-160.webp');
  });

  it("takes the profile's own words for the picture", () => {
    const author = anAuthor({ avatar: { src: 'media/face.png', alt: 'Aliya in Astana' } });
    profile({ author, avatar: A_FACE });
    expect(screen.getByRole('img', { name: 'Aliya in Astana' })).toBeTruthy();
  });

  it('draws initials where there is no picture', () => {
    profile();
    const drawing = screen.getByRole('img', { name: "Aliya Haidar's Avatar" });
    expect(drawing.textContent).toBe('AH');
  });

  it('lists beats, place, languages, experience and links', () => {
    const author = anAuthor({
      beats: ['courts', 'society'],
      location: 'Almaty',
      languages: ['Kazakh', 'English'],
      since: 1998,
      email: 'aliya@courier.example',
      links: [{ label: 'Telegram', url: 'https://t.me/aliya' }],
    });
    profile({ author });
    expect(fact('Covers').textContent).toBe('courts, society');
    expect(fact('Based in').textContent).toBe('Almaty');
    expect(fact('Languages').textContent).toBe('Kazakh, English');
    expect(fact('Experience').textContent).toBe('In journalism since 1998');
    expect(linksOf(within(fact('Elsewhere')).getAllByRole('link'))).toEqual([
      ['aliya@courier.example', 'mailto:aliya@courier.example'],
      ['Telegram', 'https://t.me/aliya'],
    ]);
  });

  it('says nothing of what it does not know', () => {
    expect(profile().querySelector('dl, dt')).toBeNull();
    profile({ author: anAuthor({ since: 1998 }) });
    expect(screen.getAllByRole('term').map(heard)).toEqual(['Experience']);
  });
});

describe('the articles of ProfileView', () => {
  it('are under a heading of their own, in the order given', () => {
    profile({ list: aList(cardsOf('Newest', 'Older', 'Oldest')) });
    const section = screen.getByRole('region', { name: 'Articles' });
    expect(within(section).getByRole('heading', { level: 2 }).textContent).toBe('Articles');
    const headlines = within(section).getAllByRole('heading', { level: 3 });
    expect(headlines.map(heard)).toEqual(['Newest', 'Older', 'Oldest']);
    expect(section.querySelectorAll('[data-card]')).toHaveLength(3);
  });

  it('show the standfirst and the opening of the text', () => {
    const container = profile({ list: aList(cardsOf('Newest')) });
    expect(heard(only(container, '[data-card]'))).toContain(
      'The water stands higher than last year. On Monday the gauge read two metres.',
    );
  });

  it('can be followed by their feed', () => {
    profile();
    const link = screen.getByRole('link', { name: 'Follow Aliya Haidar by RSS' });
    expect(link.getAttribute('href')).toBe('/people/aliya-haidar/feed.xml');
  });

  it('are paged below the profile', () => {
    profile({ list: aList(cardsOf('Newest'), { total: 21, page: 2, pages: 3 }) });
    const pages = screen.getByRole('navigation', { name: 'Pages' });
    const addresses = within(pages)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'));
    expect(addresses).toEqual(['/people/aliya-haidar', '/people/aliya-haidar/page/3']);
  });

  it('have words for their absence', () => {
    const container = profile();
    expect(screen.getByText('No articles have been published under this byline yet.')).toBeTruthy();
    expect(container.querySelector('[data-card]')).toBeNull();
    expect(screen.queryByRole('navigation', { name: 'Pages' })).toBeNull();
  });
});
