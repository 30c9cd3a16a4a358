import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AgeNotice } from '@/components/article/AgeNotice';
import { AuthorsBox } from '@/components/article/AuthorsBox';
import { CorrectionsBox } from '@/components/article/CorrectionsBox';
import { RelatedArticles } from '@/components/article/RelatedArticles';
import { Subjects } from '@/components/article/Subjects';
import { anArticle } from '../support/articles';
import { cardsOf } from '../support/cards';
import { aContext } from '../support/context';
import { day, minute } from '../support/dates';
import { A_FACE, anAuthor } from '../support/people';
import { heard, linksOf } from '../support/reading';
import { show } from '../support/render';
import { slug } from '../support/slugs';

describe('AgeNotice', () => {
  it.each([
    ['the same day', '2025-04-29T16:00+05:00', 0],
    ['the day before a year is over', '2026-04-28T15:10+05:00', 0],
    ['a year and a day later', '2026-04-30T15:10+05:00', 1],
    ['two years and a day later', '2027-04-30T15:10+05:00', 2],
  ])('says %s of how many full years the article is old', (_, now, years) => {
    const published = minute('2025-04-29T15:10+05:00');
    const context = aContext({ now });
    const notice = show(<AgeNotice published={published} context={context} />);
    expect(notice.textContent).toBe(years === 0 ? '' : context.messages.article.old(years));
  });
});

describe('CorrectionsBox', () => {
  const corrections = [
    { date: day('2025-05-03'), text: 'The gauge is in metres.', kind: 'clarification' },
    { date: day('2025-05-01'), text: 'It read two, not three.', kind: 'correction' },
  ] as const;

  it('says what was corrected, of what kind and when, in the order given', () => {
    show(<CorrectionsBox corrections={corrections} lang="en" context={aContext()} />);
    const box = screen.getByRole('region', { name: 'Corrections and clarifications' });
    const dates = within(box).getAllByRole('time');
    expect(dates.map((time) => time.getAttribute('datetime'))).toEqual([
      '2025-05-03',
      '2025-05-01',
    ]);
    expect(heard(box)).toMatch(/Clarification, 3 May 2025: The gauge is in metres\./);
    expect(heard(box)).toMatch(/Correction, 1 May 2025: It read two, not three\./);
  });

  it('links the policy where the site has one', () => {
    const context = aContext({ site: { policies: { corrections: slug('corrections-policy') } } });
    show(<CorrectionsBox corrections={corrections} lang="en" context={context} />);
    expect(linksOf(screen.getAllByRole('link'))).toEqual([
      ['How we correct mistakes', '/corrections-policy'],
    ]);
    show(<CorrectionsBox corrections={corrections} lang="en" context={aContext()} />);
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });

  it('is nothing where nothing was corrected', () => {
    const box = show(<CorrectionsBox corrections={[]} lang="en" context={aContext()} />);
    expect(box.innerHTML).toBe('');
  });
});

describe('Subjects', () => {
  it('links countries and topics to their lists', () => {
    const topics = [
      { slug: slug<'topic'>('water'), name: 'Water' },
      { slug: slug<'topic'>('amu-darya'), name: 'Amu Darya' },
    ];
    const countries = ['uzbekistan', 'region'] as const;
    show(<Subjects article={{ ...anArticle(), topics, countries }} context={aContext()} />);
    expect(screen.getAllByRole('term').map(heard)).toEqual(['Countries', 'Topics']);
    expect(linksOf(screen.getAllByRole('link'))).toEqual([
      ['Uzbekistan', '/countries/uzbekistan'],
      ['The region', '/countries/region'],
      ['Water', '/topics/water'],
      ['Amu Darya', '/topics/amu-darya'],
    ]);
  });

  it('leaves out what an article does not have', () => {
    const some = { ...anArticle(), countries: ['region'] as const };
    show(<Subjects article={some} context={aContext()} />);
    expect(screen.getAllByRole('term').map(heard)).toEqual(['Countries']);
    expect(show(<Subjects article={anArticle()} context={aContext()} />).innerHTML).toBe('');
  });
});

describe('AuthorsBox', () => {
  const aliya = { author: anAuthor(), avatar: A_FACE };
  const botir = {
    author: anAuthor({ slug: slug('botir-karimov'), name: 'Botir Karimov', role: 'Editor' }),
    avatar: null,
  };

  it.each([
    ['About the author', [aliya]],
    ['About the authors', [aliya, botir]],
  ])('is headed %s, and links each', (heading, notes) => {
    show(<AuthorsBox notes={notes} context={aContext()} />);
    const box = screen.getByRole('region', { name: heading });
    expect(linksOf(within(box).getAllByRole('link'))).toEqual(
      notes.map(({ author }) => [author.name, `/people/${author.slug}`]),
    );
    for (const { author } of notes) expect(within(box).getByText(author.role)).toBeTruthy();
    expect(within(box).getAllByText('She began in 1998.')).toHaveLength(notes.length);
  });

  it('cuts a long bio', () => {
    const author = anAuthor({ plainBio: 'word '.repeat(60).trim() });
    show(<AuthorsBox notes={[{ author, avatar: null }]} context={aContext()} />);
    expect(screen.getByText(/^(?:word )+word…$/).textContent?.split(' ')).toHaveLength(40);
  });

  it('is nothing while every profile is broken', () => {
    expect(show(<AuthorsBox notes={[]} context={aContext()} />).innerHTML).toBe('');
  });
});

describe('RelatedArticles', () => {
  it('lists cards under a heading', () => {
    show(<RelatedArticles cards={cardsOf('One', 'Two')} context={aContext()} />);
    const related = screen.getByRole('region', { name: 'Related' });
    expect(within(related).getAllByRole('heading', { level: 3 }).map(heard)).toEqual([
      'One',
      'Two',
    ]);
    expect(related.querySelectorAll('[data-card]')).toHaveLength(2);
  });

  it('is nothing where nothing is related', () => {
    expect(show(<RelatedArticles cards={[]} context={aContext()} />).innerHTML).toBe('');
  });
});
