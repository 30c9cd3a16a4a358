import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ArticleCard, type CardStyle } from '@/components/cards/ArticleCard';
import { aByline, aCard, aPicture } from '../support/cards';
import { aContext } from '../support/context';
import { day } from '../support/dates';
import { linksOf, only, tidy } from '../support/reading';
import { show } from '../support/render';

const LOOKS: readonly CardStyle[] = ['lead', 'feature', 'brief', 'list', 'excerpt'];
const STANDFIRST = 'The water stands higher than last year.';
const OPENING = 'On Monday the gauge read two metres.';

function card(look: CardStyle, facts: Parameters<typeof aCard>[0] = {}) {
  return show(<ArticleCard card={aCard(facts)} look={look} context={aContext()} />);
}

describe.each(LOOKS)('ArticleCard as %s', (look) => {
  it('is one article with the hook of listed ones', () => {
    expect(only(card(look), '[data-card]')).toBe(screen.getByRole('article'));
  });

  it('has the headline as a heading that links to the article', () => {
    card(look);
    const heading = screen.getByRole('heading', { level: 3, name: 'A river rises' });
    expect(linksOf(within(heading).getAllByRole('link'))).toEqual([
      ['A river rises', '/articles/a-river-rises'],
    ]);
    expect(screen.getAllByRole('heading')).toEqual([heading]);
  });

  it('takes the level of heading that its place asks for', () => {
    show(<ArticleCard card={aCard()} look={look} context={aContext()} headingLevel={2} />);
    expect(screen.getByRole('heading', { level: 2, name: 'A river rises' })).toBeTruthy();
  });

  it('says when, for people and for machines', () => {
    card(look);
    const [time] = screen.getAllByRole('time');
    expect(time?.textContent).toBe('2 months ago');
    expect(time?.getAttribute('datetime')).toBe('2025-04-29T15:10:00+05:00');
  });

  it('gives machines no time of day that nobody wrote', () => {
    card(look, { published: day('2025-04-29') });
    expect(screen.getAllByRole('time')[0]?.getAttribute('datetime')).toBe('2025-04-29');
  });

  it('names its section, but not in a list of that section', () => {
    card(look);
    expect(screen.getByRole('link', { name: 'Society' }).getAttribute('href')).toBe(
      '/sections/society',
    );
    const bare = show(
      <ArticleCard card={aCard()} look={look} context={aContext()} showSection={false} />,
    );
    expect(within(bare).queryByRole('link', { name: 'Society' })).toBeNull();
  });

  it('says what is no plain news, with its section and without', () => {
    card(look);
    expect(screen.queryByText('Opinion')).toBeNull();
    card(look, { genre: 'opinion' });
    expect(screen.getByText('Opinion')).toBeTruthy();
    const genre = 'analysis';
    show(
      <ArticleCard card={aCard({ genre })} look={look} context={aContext()} showSection={false} />,
    );
    expect(screen.getByText('Analysis')).toBeTruthy();
  });

  it('says in which language the headline is where it is not that of the site', () => {
    card(look, { title: 'Река поднимается', lang: 'ru' });
    const heading = screen.getByRole('heading', { name: 'Река поднимается' });
    expect(heading.closest('[lang]')?.getAttribute('lang')).toBe('ru');
    const own = card(look, { title: 'A river falls' });
    expect(within(own).getByRole('heading').closest('[lang]')).toBeNull();
  });
});

describe('the looks of ArticleCard', () => {
  it.each(['lead', 'feature', 'list'] as const)('%s shows the standfirst alone', (look) => {
    const container = card(look);
    expect(screen.getByText(STANDFIRST)).toBeTruthy();
    expect(container.textContent).not.toContain(OPENING);
  });

  it('excerpt joins the standfirst and the opening of the text', () => {
    card('excerpt');
    expect(screen.getByText(`${STANDFIRST} ${OPENING}`)).toBeTruthy();
  });

  it('excerpt writes the absolute date out', () => {
    expect(card('excerpt').textContent).toContain('29 April 2025');
  });

  it('brief is headline and date', () => {
    const container = card('brief');
    expect(container.textContent).not.toContain(STANDFIRST);
    expect(container.querySelector('[data-byline]')).toBeNull();
  });

  it.each(['lead', 'feature', 'list', 'excerpt'] as const)('%s has a byline', (look) => {
    const container = card(look, { bylines: [aByline('Aliya Haidar'), aByline('Botir Karimov')] });
    expect(tidy(only(container, '[data-byline]').textContent)).toBe(
      'By Aliya Haidar and Botir Karimov',
    );
  });

  it.each(['lead', 'feature'] as const)(
    '%s shows the picture, beside the headline silent',
    (look) => {
      const picture = only(card(look, { image: aPicture() }), 'img');
      expect(picture.getAttribute('alt')).toBe('');
      expect(picture.getAttribute('src')).toBe('/media/bridge.0123456789-640.webp');
      expect([picture.getAttribute('width'), picture.getAttribute('height')]).toEqual([
        '1200',
        '675',
      ]);
    },
  );

  it('crops its picture about the point of interest', () => {
    const image = aPicture({ focus: [0.2, 0.5] });
    expect(only(card('feature', { image }), 'img').getAttribute('data-focus')).toBe('25-50');
  });

  it('puts off loading every picture but that of the lead', () => {
    expect(only(card('feature', { image: aPicture() }), 'img').getAttribute('loading')).toBe(
      'lazy',
    );
    expect(only(card('lead', { image: aPicture() }), 'img').getAttribute('loading')).toBeNull();
  });

  it.each(['brief', 'list', 'excerpt'] as const)('%s has no picture', (look) => {
    expect(card(look, { image: aPicture() }).querySelector('img')).toBeNull();
  });
});
