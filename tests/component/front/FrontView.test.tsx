import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FrontView } from '@/components/front/FrontView';
import type { FrontPage } from '@/lib/archive/queries/front';
import { aCard, aPicture, cardsOf } from '../support/cards';
import { aContext } from '../support/context';
import { heard, inOrder, linksOf } from '../support/reading';
import { show } from '../support/render';
import { slug } from '../support/slugs';

const EMPTY: FrontPage = { lead: null, secondary: [], latest: [], blocks: [] };

const FULL: FrontPage = {
  lead: aCard({ title: 'The lead', slug: slug('the-lead'), image: aPicture() }),
  secondary: cardsOf('Second', 'Third'),
  latest: cardsOf('Fourth', 'Fifth'),
  blocks: [
    {
      section: { slug: slug('politics'), name: 'Politics', description: 'Power.' },
      cards: cardsOf('Sixth', 'Seventh'),
    },
    {
      section: { slug: slug('society'), name: 'Society', description: 'People.' },
      cards: cardsOf('Eighth'),
    },
  ],
};

function front(model: FrontPage) {
  return show(<FrontView front={model} context={aContext()} />);
}

describe('FrontView', () => {
  it('is headed by the name of the site', () => {
    front(FULL);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Steppe Courier');
  });

  it('leads with the lead story and the secondary ones', () => {
    front(FULL);
    const headings = ['The lead', 'Second', 'Third'].map((name) =>
      screen.getByRole('heading', { level: 2, name }),
    );
    expect(inOrder([screen.getByRole('heading', { level: 1 }), ...headings])).toBe(true);
    const [lead] = headings;
    expect(lead && linksOf(within(lead).getAllByRole('link'))).toEqual([
      ['The lead', '/articles/the-lead'],
    ]);
  });

  it('shows every story that it is given, once', () => {
    const container = front(FULL);
    const cards = [...container.querySelectorAll<HTMLElement>('[data-card]')];
    expect(cards.map((card) => heard(within(card).getByRole('heading')))).toEqual([
      'The lead',
      'Second',
      'Third',
      'Fourth',
      'Fifth',
      'Sixth',
      'Seventh',
      'Eighth',
    ]);
  });

  it('puts off loading every picture but that of the lead', () => {
    const withPictures = FULL.secondary.map((card) => ({ ...card, image: aPicture() }));
    const container = front({ ...FULL, secondary: withPictures });
    const loading = [...container.querySelectorAll('img')].map((image) =>
      image.getAttribute('loading'),
    );
    expect(loading).toEqual([null, 'lazy', 'lazy']);
  });

  it('lists the latest under a heading', () => {
    front(FULL);
    const latest = screen.getByRole('region', { name: 'Latest' });
    expect(within(latest).getAllByRole('heading', { level: 3 }).map(heard)).toEqual([
      'Fourth',
      'Fifth',
    ]);
  });

  it('has a block for each section, whose heading links to it', () => {
    front(FULL);
    for (const [name, path, stories] of [
      ['Politics', '/sections/politics', ['Sixth', 'Seventh']],
      ['Society', '/sections/society', ['Eighth']],
    ] as const) {
      const block = screen.getByRole('region', { name });
      const heading = within(block).getByRole('heading', { level: 2 });
      expect(linksOf(within(heading).getAllByRole('link'))).toEqual([[name, path]]);
      expect(within(block).getAllByRole('heading', { level: 3 }).map(heard)).toEqual(stories);
      expect(within(block).getAllByRole('link', { name })).toHaveLength(1);
    }
  });

  it('stands on one story alone', () => {
    const container = front({ ...EMPTY, lead: aCard() });
    expect(container.querySelectorAll('[data-card]')).toHaveLength(1);
    expect(screen.queryByRole('heading', { name: 'Latest' })).toBeNull();
  });

  it('has words for a site on which nothing is published', () => {
    const container = front(EMPTY);
    const heading = screen.getByRole('heading', { level: 1 });
    expect(heading.textContent).toBe('Nothing is published yet');
    expect(container.querySelector('[data-card]')).toBeNull();
  });
});
