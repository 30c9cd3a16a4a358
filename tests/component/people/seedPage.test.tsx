import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SiteHeader } from '@/components/layout/SiteHeader';
import { ProfileView } from '@/components/people/ProfileView';
import { Ticker } from '@/components/ticker/Ticker';
import { aCard, aList } from '../support/cards';
import { aContext, SEED_NOW } from '../support/context';
import { minute } from '../support/dates';
import { A_FACE, aProfile } from '../support/people';
import { quotesOf } from '../support/rates';
import { inOrder, only } from '../support/reading';
import { show } from '../support/render';
import { slug } from '../support/slugs';

/** When the five articles of the seed page were published, newest first. */
const PUBLISHED = [
  '2025-04-29T15:10+05:00',
  '2025-04-04T14:20+05:00',
  '2025-04-03T16:45+05:00',
  '2025-04-02T13:30+05:00',
  '2025-04-01T15:00+05:00',
];

const LABELS = ['2 months ago', '3 months ago', '3 months ago', '3 months ago', '3 months ago'];

/** The whole page as the layout puts it together. */
function seedPage(now: string) {
  const context = aContext({ now });
  const cards = PUBLISHED.map((date, index) =>
    aCard({ slug: slug(`story-${index}`), title: `Story ${index}`, published: minute(date) }),
  );
  return show(
    <>
      <SiteHeader
        links={[]}
        ticker={<Ticker quotes={quotesOf([], context)} context={context} />}
        context={context}
      />
      <main>
        <ProfileView
          profile={aProfile({ avatar: A_FACE, list: aList(cards) })}
          bio="<p>She began in 1998.</p>"
          context={context}
        />
      </main>
    </>,
  );
}

function labels(container: HTMLElement): (string | null | undefined)[] {
  return [...container.querySelectorAll('[data-card]')].map(
    (card) => card.querySelector('time')?.textContent,
  );
}

describe('the seed page', () => {
  it('reads the five labels of the seed on 1 July 2025', () => {
    const container = seedPage(SEED_NOW);
    expect(SEED_NOW).toBe('2025-07-01T00:00:00Z');
    expect(labels(container)).toEqual(LABELS);
  });

  it('reads others on another day', () => {
    expect(labels(seedPage('2025-05-01T15:10:00+05:00'))).toEqual([
      '2 days ago',
      '27 days ago',
      '27 days ago',
      '29 days ago',
      '1 month ago',
    ]);
  });

  it('has every part of the seed in its order', () => {
    const container = seedPage(SEED_NOW);
    const parts = [
      only(container, '[data-ticker]'),
      screen.getByRole('navigation', { name: 'Breadcrumb' }),
      screen.getByRole('img', { name: "Aliya Haidar's Avatar" }),
      screen.getByRole('heading', { level: 1, name: 'Aliya Haidar' }),
      screen.getByText('Journalist'),
      screen.getByText('She began in 1998.'),
      screen.getByRole('heading', { level: 2, name: 'Articles' }),
      ...container.querySelectorAll('[data-card]'),
    ];
    expect(parts).toHaveLength(7 + PUBLISHED.length);
    expect(inOrder(parts)).toBe(true);
    expect(inOrder([...parts].reverse())).toBe(false);
  });

  it('has headline, excerpt and relative date on each card, in this order', () => {
    const container = seedPage(SEED_NOW);
    for (const card of container.querySelectorAll<HTMLElement>('[data-card]')) {
      const excerpt = within(card).getByText(/^The water stands .* two metres\.$/);
      const [time] = within(card).getAllByRole('time');
      if (!time) throw new Error('a card has no date');
      expect(inOrder([within(card).getByRole('heading', { level: 3 }), excerpt, time])).toBe(true);
    }
    expect.assertions(PUBLISHED.length);
  });
});
