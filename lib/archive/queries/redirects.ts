import { type Address, mainPath, readPath } from '@/lib/site/addresses';
import { isCountry } from '@/lib/site/countries';
import type { SitePath } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';
import type { Database } from '../database';
import type { Reader } from '../reader';
import { articleCard } from './article';
import { staticPage } from './pages';

/** What became of an old address. */
export type OldAddress =
  | { readonly kind: 'moved'; readonly target: string }
  | { readonly kind: 'gone' };

/** Entries that are followed from one address; chains of a publication have two or three. */
const LONGEST_CHAIN = 50;

/**
 * Where an old address leads in the end: by redirects.yml, or to the article that claims it. Null
 * where nothing is known of it, where it leads round in a circle, and where it leads to an article
 * that readers cannot see (yet).
 */
export function oldAddress(reader: Reader, path: SitePath): OldAddress | null {
  let target: string = path;
  for (let hops = 0; hops <= LONGEST_CHAIN; hops += 1) {
    const entry = redirectEntry(reader.database, withoutQuery(target));
    if (entry === undefined) return hops === 0 ? null : end(target);
    if (entry.target === null) return { kind: 'gone' };
    target = entry.target;
    const address = readPath(withoutQuery(target));
    if (address !== undefined && isAnswered(reader, address)) return { kind: 'moved', target };
  }
  return null;
}

/**
 * Where a form of a page, such as its data, its feed or its history, is to be found now that the page
 * itself has another address. Null where the page has none, or what it led to has no such form.
 */
export function oldForm(reader: Reader, path: SitePath): OldAddress | null {
  const main = mainPath(path);
  if (main === path) return null;
  const old = oldAddress(reader, main as SitePath);
  if (old?.kind !== 'moved') return old;
  const target = withoutQuery(old.target);
  const form = target + path.slice(main.length);
  const isForm = mainPath(form) === target && readPath(target)?.kind !== 'page';
  return isForm ? { kind: 'moved', target: form } : null;
}

/** The entry that counts for an address, and its target: null where the page is gone. */
export function redirectEntry(
  database: Database,
  path: string,
): { readonly target: string | null } | undefined {
  return database
    .query<{ target: string | null }>(
      // The first file by path keeps a disputed address; the sync reports the others.
      'SELECT target FROM redirect WHERE address = ? ORDER BY file, rowid LIMIT 1',
    )
    .get(path);
}

/** The path of a target, as entries name addresses. */
export function withoutQuery(target: string): string {
  return target.replace(/[?#].*$/s, '').replace(/(.)\/+$/, '$1');
}

/** A target that no entry leads on from. */
function end(target: string): OldAddress | null {
  const isUnseen = readPath(withoutQuery(target))?.kind === 'article';
  return isUnseen ? null : { kind: 'moved', target };
}

/** Whether a page stands at an address now: it then shows, whatever the entries say. */
function isAnswered(reader: Reader, address: Address): boolean {
  switch (address.kind) {
    case 'article':
      return isSlug<'article'>(address.value) && articleCard(reader, address.value) !== null;
    case 'page':
      return isSlug<'page'>(address.value) && staticPage(reader, address.value) !== null;
    case 'person':
      return isSlug<'author'>(address.value) && reader.author(address.value) !== null;
    case 'section':
      return reader.sections.some(({ slug }) => slug === address.value);
    case 'country':
      return isCountry(address.value);
    case 'topic':
    case 'month':
      return isListed(reader, address.kind, address.value);
    case 'fixed':
    case 'media':
      return true;
  }
}

function isListed({ database, now }: Reader, kind: string, value: string): boolean {
  return (
    database
      .query<{ slug: string }>(
        'SELECT slug FROM listing WHERE kind = ? AND value = ? AND published <= ? LIMIT 1',
      )
      .get(kind, value, now) !== undefined
  );
}
