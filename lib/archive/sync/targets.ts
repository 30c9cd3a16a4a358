import { mainPath } from '@/lib/site/addresses';
import { asked } from '@/lib/site/routes';
import type { Database } from '../database';

/** What other files may name: a kind of reference, and what it leads to. */
export type Target = readonly [kind: string, target: string];

const FILES: readonly (readonly [
  place: RegExp,
  kind: string,
  address: (name: string) => string,
])[] = [
  [/^articles\/.*\/([^/]+)\.md$/, 'article', asked.article],
  [/^authors\/(.+)\.md$/, 'author', asked.person],
  [/^pages\/(.+)\.md$/, 'page', (name) => asked.path([name])],
  [/^(media\/.+)$/, 'media', (name) => `/${name}`],
];

/** What exists through a file alone, and is gone with it. */
export function targetsOfFile(path: string): Target[] {
  for (const [place, kind, address] of FILES) {
    const name = place.exec(path)?.[1];
    if (name !== undefined)
      return [
        [kind, name],
        ['address', address(name)],
      ];
  }
  return [];
}

/** Address of the page that a file is shown on; null for files that are on many, or on none. */
export function pageOfFile(path: string): string | null {
  if (path.startsWith('media/')) return null;
  return targetsOfFile(path).find(([kind]) => kind === 'address')?.[1] ?? null;
}

/** The old addresses that a file claims in the version that the archive knows. */
export function claimsOf(database: Database, path: string): Target[] {
  return (
    database
      // The sign keeps SQLite from looking through all old addresses for those of one file.
      .query<{ value: string }>(
        "SELECT value FROM reference WHERE file = ? AND +kind = 'oldAddress'",
      )
      .all(path)
      .flatMap(({ value }): Target[] => [
        ['oldAddress', value],
        ['address', mainPath(value)],
      ])
  );
}

/** Sections that one list has and another has not. */
export function sectionTargets(before: readonly string[], after: readonly string[]): Target[] {
  const differing = [
    ...before.filter((slug) => !after.includes(slug)),
    ...after.filter((slug) => !before.includes(slug)),
  ];
  return differing.flatMap((slug): Target[] => [
    ['section', slug],
    ['address', asked.section(slug)],
  ]);
}

/** The pages of lists that exist as long as they hold an article. */
export function listTargets(
  lists: readonly { readonly kind: string; readonly value: string }[],
): Target[] {
  return lists.flatMap(({ kind, value }): Target[] => {
    if (kind === 'topic') return [['address', asked.topic(value)]];
    if (kind !== 'month') return [];
    const [year = '', month = ''] = value.split('-');
    return [['address', asked.month(year, month)]];
  });
}
