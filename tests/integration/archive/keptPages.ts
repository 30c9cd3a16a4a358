import { archiveYears } from '@/lib/archive/queries/archiveYears';
import { articleDetail } from '@/lib/archive/queries/article';
import { correctionsPage } from '@/lib/archive/queries/corrections';
import { frontPage } from '@/lib/archive/queries/front';
import { listsOfKind, newest } from '@/lib/archive/queries/lists';
import { countryList, monthList, sectionList, topicList } from '@/lib/archive/queries/namedLists';
import { staticPage, staticPages } from '@/lib/archive/queries/pages';
import { people, profile } from '@/lib/archive/queries/people';
import type { Reader } from '@/lib/archive/reader';
import { searchChoices } from '@/lib/archive/search/choices';
import type { Shown } from '@/lib/archive/shown';
import { documentAt } from '@/lib/discovery/documents';
import type { SitePath } from '@/lib/site/routes';
import type { TestPublication } from '../../fixtures/publication';
import { slug } from '../../fixtures/slugs';

/** A page as a cache would keep it. */
export interface Kept {
  readonly says: string;
  readonly shown: ReadonlySet<Shown>;
}

/** Every page of the publication as a cache would keep it, by its address. */
export function keptPages(publication: TestPublication, now = Date.now()): Map<string, Kept> {
  const kept = new Map<string, Kept>();
  const keep = (address: string, look: (reader: Reader) => unknown): void => {
    publication.read((reader) => {
      const model = look(reader);
      // What is not there is asked for anew each time.
      if (model === null) return;
      const says = JSON.stringify([reader.site, reader.sections, staticPages(reader), model]);
      kept.set(address, { says, shown: new Set(reader.shown) });
    }, now);
  };
  const names = (kind: 'section' | 'topic' | 'month' | 'author' | 'country') =>
    publication.read((reader) => listsOfKind(reader, kind).map(({ value }) => value), now);
  keep('/', frontPage);
  keep('/people', people);
  keep('/archive', archiveYears);
  keep('/search', searchChoices);
  keep('/corrections', correctionsPage);
  for (const { slug: name } of publication.read(staticPages)) {
    keep(`/${name}`, (reader) => staticPage(reader, name));
  }
  for (const { slug: name } of publication.read(
    (reader) => newest(reader, { kind: 'all' }, 99),
    now,
  )) {
    keep(`/articles/${name}`, (reader) => articleDetail(reader, name));
  }
  for (const name of [...names('author'), 'timur-rashidov']) {
    keep(`/people/${name}`, (reader) => profile(reader, slug(name)));
  }
  for (const name of names('section')) keep(`/s/${name}`, (reader) => sectionList(reader, name, 1));
  for (const name of names('topic')) keep(`/t/${name}`, (reader) => topicList(reader, name, 1));
  for (const name of names('country')) keep(`/c/${name}`, (reader) => countryList(reader, name, 1));
  for (const name of names('month')) {
    keep(`/m/${name}`, (reader) => monthList(reader, name.slice(0, 4), name.slice(5), 1));
  }
  keepDocuments(kept, publication, now);
  return kept;
}

/** Feeds, sitemaps and whatever else programs read, of all that is kept. */
function keepDocuments(kept: Map<string, Kept>, publication: TestPublication, now: number): void {
  const lists = [...kept.keys()].flatMap((path) => {
    const [, letter = '', name = ''] = /^\/([stc])\/(.+)$/.exec(path) ?? [];
    const folder = LISTS[letter];
    if (folder !== undefined) return [`${folder}/${name}`];
    return path.startsWith('/people/') ? [path] : [];
  });
  const months = [...kept.keys()].filter((path) => path.startsWith('/m/'));
  // Where a test has many articles with numbers in their names, they are alike, and so are their forms.
  const articles = [...kept.keys()].filter((path) => /^\/articles\/[a-z-]+$/.test(path));
  const addresses = [
    ...articles.map((path) => `${path}.json`),
    // The formats differ in nothing that could be kept wrongly.
    ...['', ...lists].map((list) => `${list}/feed.xml`),
    '/sitemap.xml',
    '/news-sitemap.xml',
    '/sitemaps/pages.xml',
    ...months.map((path) => `/sitemaps/${path.slice('/m/'.length)}.xml`),
    '/robots.txt',
  ];
  for (const address of addresses) {
    publication.read((reader) => {
      const document = documentAt(address as SitePath)?.({ ...ELSEWHERE, reader });
      if (!document || document instanceof Promise || 'moved' in document) return;
      const says = JSON.stringify([document.body, document.modified]);
      kept.set(address, { says, shown: new Set(reader.shown) });
    }, now);
  }
}

const LISTS: Readonly<Record<string, string>> = { s: '/sections', t: '/topics', c: '/countries' };
const ELSEWHERE = {
  siteUrl: 'https://courier.example',
  query: new URLSearchParams(),
  hub: null,
  indexNowKey: null,
  files: {
    own: (name: string) => `public/${name}`,
    picture: () => null,
    kept: (_: string, make: () => Promise<Uint8Array>) => make(),
  },
};

/** Addresses whose pages a cache would show though they are not as they were. */
export function wronglyKept(
  before: ReadonlyMap<string, Kept>,
  after: ReadonlyMap<string, Kept>,
  changed: ReadonlySet<Shown>,
): string[] {
  return [...before].flatMap(([address, { says, shown }]) => {
    const isDropped = [...changed].some((thing) => shown.has(thing));
    return isDropped || after.get(address)?.says === says ? [] : [address];
  });
}

/** Addresses whose pages a cache would drop, those of what programs read left out. */
export function dropped(before: ReadonlyMap<string, Kept>, changed: ReadonlySet<Shown>): string[] {
  return [...before]
    .filter(([, { shown }]) => [...changed].some((thing) => shown.has(thing)))
    .map(([address]) => address)
    .filter(isPage)
    .sort();
}

/** Whether what stands at an address is for readers. */
export function isPage(address: string): boolean {
  return !/\.(?:xml|json|md|txt)$/.test(address);
}
