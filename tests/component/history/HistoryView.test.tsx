import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { HistoryView } from '@/components/history/HistoryView';
import type { ArticleHistory, Version } from '@/lib/publishing/history/articleHistory';
import { aCard } from '../support/cards';
import { aContext } from '../support/context';
import { aVersion } from '../support/history';
import { show } from '../support/render';
import { slug } from '../support/slugs';

const ARTICLE = aCard({ slug: slug('the-dam'), title: 'The dam', lang: 'en' });

function showHistory(history: Partial<ArticleHistory>, article = ARTICLE): void {
  const whole = { versions: [], isCut: false, ...history };
  show(<HistoryView article={article} history={whole} context={aContext()} />);
}

function changed(facts: Partial<Version> = {}): Version {
  return aVersion({
    id: 'a2',
    changes: [
      {
        part: 'body',
        picture: null,
        passages: [
          [
            { kind: 'same', text: 'Built in ' },
            { kind: 'removed', text: '1957' },
            { kind: 'added', text: '1975' },
            { kind: 'same', text: '.' },
          ],
        ],
      },
    ],
    ...facts,
  });
}

describe('the history of an article', () => {
  it('tells of each version when it came, what for, and what changed', () => {
    showHistory({ versions: [changed(), aVersion({ subject: 'Report on the dam' })] });
    const [newest, oldest] = screen.getAllByRole('listitem').slice(-2);
    if (!newest || !oldest) throw new Error('two versions were given');
    const heading = within(newest).getByRole('heading', { level: 2 });
    expect(heading.textContent).toBe('2 May 2025, 14:30 GMT+5');
    expect(heading.querySelector('time')?.dateTime).toBe('2025-05-02T14:30:00+05:00');
    expect(within(newest).getByText('Correct the year of the dam')).toBeDefined();
    expect(within(newest).getByRole('heading', { level: 3, name: 'Text' })).toBeDefined();
    expect(within(newest).getByRole('deletion').textContent).toBe(' [taken out: 1957 ] ');
    expect(within(newest).getByRole('insertion').textContent).toBe(' [put in: 1975 ] ');
    expect(
      within(oldest)
        .getByText(/^The first version on record\./)
        .textContent.trim(),
    ).toBe('The first version on record.');
  });

  it('marks words, and white space only where nothing else changed', () => {
    const passages = [
      [{ kind: 'added', text: 'new words ' }],
      [{ kind: 'added', text: ' ' }],
    ] as const;
    showHistory({
      versions: [changed({ changes: [{ part: 'body', picture: null, passages }] }), aVersion()],
    });
    const marks = screen.getAllByRole('insertion').slice(1);
    expect(marks.map((mark) => mark.childNodes[1]?.textContent)).toEqual(['new words', ' ']);
    expect(marks[0]?.nextSibling?.textContent).toBe(' ');
  });

  it('leads back to the article', () => {
    showHistory({ versions: [aVersion()] }, { ...ARTICLE, lang: 'ru', title: 'Плотина' });
    const links = screen.getAllByRole('link', { name: 'Плотина' });
    expect(links.map((link) => [link.getAttribute('href'), link.lang])).toEqual([
      ['/articles/the-dam', 'ru'],
      ['/articles/the-dam', 'ru'],
    ]);
  });

  it('shows what its makers say of a version as text', () => {
    showHistory({ versions: [aVersion({ subject: '<b>Bold</b> & <script>x</script>' })] });
    expect(screen.getByText('<b>Bold</b> & <script>x</script>')).toBeDefined();
  });

  it('says that nothing changed where there is but one version', () => {
    showHistory({ versions: [aVersion()] });
    expect(screen.getByText(/has not changed since/)).toBeDefined();
    expect(screen.queryByRole('insertion')).toBeNull();
  });

  it('says where older versions are left out, and calls none the first', () => {
    showHistory({ versions: [changed(), aVersion()], isCut: true });
    expect(screen.getByText(/^Older versions are not shown/)).toBeDefined();
    expect(screen.queryByText(/The first version/)).toBeNull();
  });

  it('says what became of the picture', () => {
    const changes = [{ part: 'picture', picture: 'removed', passages: [] }] as const;
    showHistory({ versions: [changed({ changes }), aVersion()] });
    expect(screen.getByRole('heading', { name: 'Picture' })).toBeDefined();
    expect(screen.getByText('The picture was taken out.')).toBeDefined();
  });
});
