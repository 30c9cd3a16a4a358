import type { Diagnostic, Position } from '@/lib/content/diagnostics';
import { readPath } from '@/lib/site/addresses';
import type { Database } from '../database';
import { withoutQuery } from '../queries/redirects';
import { addressBook } from './links';

interface Entry extends Position {
  readonly file: string;
  readonly value: string;
}

/**
 * Errors for the old addresses that lead round in a circle, each at the place of its entry;
 * readers find nothing at them.
 */
export function redirectLoops(database: Database): Diagnostic[] {
  const loopFrom = loopFinder(database);
  return database
    .query<Entry>(
      `SELECT file, value, line, "column", endLine, endColumn FROM reference
       WHERE kind = 'oldAddress' ORDER BY file, line, "column"`,
    )
    .all()
    .flatMap(({ file, value, ...place }): Diagnostic[] => {
      const loop = loopFrom(value);
      if (loop === null) return [];
      return [{ file, ...place, severity: 'error', rule: 'redirect-loop', message: said(loop) }];
    });
}

function said(loop: readonly string[]): string {
  if (loop.length === 2) return `${loop[0]} leads to itself; delete this entry.`;
  return `This address leads round in a circle (${loop.join(' → ')}), so readers find nothing at it; lead one of them to a page that exists, or delete it.`;
}

/** Finds the addresses that are met from one on, until one of them comes again. */
function loopFinder(database: Database): (start: string) => string[] | null {
  const targets = targetsByAddress(database);
  const stands = pageFinder(database);
  return (start) => {
    // Said whatever stands there: such an entry can only be a mistake.
    if (targets.get(start) === start) return [start, start];
    const met = new Set<string>();
    let path = start;
    while (!met.has(path)) {
      const target = targets.get(path);
      // A page that stands at an address is shown there, and nothing leads on from it.
      if (target === undefined || stands(path)) return null;
      met.add(path);
      path = target;
    }
    return [...met, path];
  };
}

/** Where each old address leads, as `redirectEntry` finds it; without those that are gone. */
function targetsByAddress(database: Database): Map<string, string> {
  const first = new Map<string, string | null>();
  const entries = database
    .query<{ address: string; target: string | null }>(
      'SELECT address, target FROM redirect ORDER BY file, rowid',
    )
    .all();
  for (const { address, target } of entries) {
    if (!first.has(address)) first.set(address, target);
  }
  const targets = new Map<string, string>();
  for (const [address, target] of first) {
    if (target !== null) targets.set(address, withoutQuery(target));
  }
  return targets;
}

/** Whether a page stands at an address, now or when its article is due. */
function pageFinder(database: Database): (path: string) => boolean {
  const exists = addressBook(database);
  return (path) => {
    const address = readPath(path);
    if (address?.kind === 'article') return hasArticle(database, address.value);
    return address !== undefined && exists(address);
  };
}

function hasArticle(database: Database, slug: string): boolean {
  return (
    database
      .query<{ slug: string }>('SELECT slug FROM article WHERE slug = ? AND draft = 0')
      .get(slug) !== undefined
  );
}
