import type { SiteStatus } from '@/lib/archive/queries/siteStatus';
import type { ServerState } from '@/lib/publishing/serverState';
import { instant } from './dates';

/** A site of which there is something to say under every heading. */
export function aFullStatus(text: string): { status: SiteStatus; state: ServerState } {
  return {
    status: {
      commit: '4f1c09a2be4f1c09a2be4f1c09a2be4f1c09a2be',
      next: instant('2025-07-02T06:00:00Z'),
      problems: [
        problem('warning', 'articles/2025/06/older.md', text),
        problem('error', 'articles/2025/06/a-river-rises.md', text),
      ],
    },
    state: {
      version: '0.1.0',
      started: instant('2025-06-30T00:00:00Z'),
      publishing: {
        isWorking: true,
        hasFailed: false,
        last: {
          commit: '4f1c09a2be4f1c09a2be4f1c09a2be4f1c09a2be',
          files: { added: 1, changed: 1, removed: 0 },
          articles: { added: 1, changed: 0, removed: 0, refused: 1 },
          live: instant('2025-06-30T23:00:00Z'),
          milliseconds: 84,
          pages: 6,
        },
      },
      rates: {
        status: 'trouble',
        troubles: [text],
        refresh: 1800,
        currencies: [
          { code: 'KGS', source: 'nbkr', via: 'frankfurter', date: '2025-06-30', age: 'fresh' },
          { code: 'UZS', source: null, via: null, date: null, age: 'missing' },
        ],
        providers: [
          {
            id: 'frankfurter',
            state: 'well',
            failures: 0,
            lastSuccess: '2025-06-30T22:00:00.000Z',
            closedUntil: null,
            message: null,
          },
          {
            id: 'nbk',
            state: 'untried',
            failures: 0,
            lastSuccess: null,
            closedUntil: null,
            message: text,
          },
        ],
        held: [],
      },
    },
  };
}

function problem(severity: 'error' | 'warning', file: string, message: string) {
  const place = { line: 3, column: 1, endLine: 3, endColumn: 5 };
  return { file, ...place, severity, rule: 'unknown-field', message } as const;
}
