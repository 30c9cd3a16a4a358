import { archiveYears } from '@/lib/archive/queries/archiveYears';
import { articleDetail } from '@/lib/archive/queries/article';
import { correctionsPage } from '@/lib/archive/queries/corrections';
import { diagnostics } from '@/lib/archive/queries/diagnostics';
import { frontPage } from '@/lib/archive/queries/front';
import { listsOfKind, newest } from '@/lib/archive/queries/lists';
import { staticPage, staticPages } from '@/lib/archive/queries/pages';
import { people } from '@/lib/archive/queries/people';
import { oldAddress } from '@/lib/archive/queries/redirects';
import type { Reader } from '@/lib/archive/reader';
import { search } from '@/lib/archive/search/search';
import { NOW, type TestPublication } from '../../fixtures/publication';

const KINDS = ['author', 'section', 'country', 'topic', 'series', 'month'] as const;
const WORDS = ['title', 'plain text', 'summary', 'river', 'dam', 'vote'] as const;
const FAR = Date.parse('2100-01-01T00:00:00Z');
const ADDRESSES = ['/news/dam', '/news/notes', '/old/about-us', '/old/x', '/old/y'] as const;

/** Everything that a reader or an editor can be shown of a publication, now and far ahead. */
export function everything(publication: TestPublication) {
  return {
    now: publication.read(shown, NOW),
    later: publication.read(shown, FAR),
    problems: diagnostics(publication.database),
    // By the index, with whatever it counts: the words of each article stand in it once.
    words: WORDS.map((words) => {
      const none = { section: null, country: null, author: null, from: null, to: null, page: 1 };
      return publication.read((reader) => search(reader, { ...none, text: words })?.hits, NOW);
    }),
  };
}

function shown(reader: Reader) {
  const cards = newest(reader, { kind: 'all' }, 1000);
  return {
    site: reader.site,
    sections: reader.sections,
    cards,
    articles: cards.map(({ slug }) => articleDetail(reader, slug)),
    lists: KINDS.map((kind) => [kind, listsOfKind(reader, kind)]),
    years: archiveYears(reader),
    front: frontPage(reader),
    corrections: correctionsPage(reader),
    people: people(reader),
    pages: staticPages(reader).map(({ slug }) => staticPage(reader, slug)),
    redirects: ADDRESSES.map((address) => oldAddress(reader, address)),
  };
}
