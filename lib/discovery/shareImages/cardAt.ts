import { articleCard } from '@/lib/archive/queries/article';
import {
  countryWords,
  monthWords,
  sectionWords,
  topicWords,
} from '@/lib/archive/queries/namedLists';
import { staticPage } from '@/lib/archive/queries/pages';
import { person } from '@/lib/archive/queries/people';
import type { Reader } from '@/lib/archive/reader';
import { readPath } from '@/lib/site/addresses';
import { messagesFor } from '@/lib/site/messages';
import { routes, type SitePath } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';
import { articleShareCard, listShareCard, pageShareCard, personShareCard } from './cards';
import { fixedTitle } from './fixedTitle';
import type { ShareCard } from './shareCard';

/** What stands on the picture of the page at an address; null where there is no such page. */
export function cardAt(reader: Reader, page: SitePath): ShareCard | null {
  const { site } = reader;
  const messages = messagesFor(site.language);
  const address = readPath(page);
  switch (address?.kind) {
    case 'article': {
      const found = isSlug<'article'>(address.value) ? articleCard(reader, address.value) : null;
      return found && articleShareCard(found, messages);
    }
    case 'person': {
      const found = isSlug<'author'>(address.value) ? person(reader, address.value) : null;
      return found && personShareCard(found, messages);
    }
    case 'section':
      return ofList(sectionWords(reader, address.value));
    case 'country':
      return ofList(countryWords(reader, address.value));
    case 'topic':
      return ofList(topicWords(reader, address.value));
    case 'month':
      return ofList(monthWords(reader, address.value));
    case 'page': {
      const found = isSlug<'page'>(address.value) ? staticPage(reader, address.value) : null;
      return found && pageShareCard(found.title, site.description);
    }
    case 'fixed': {
      const title = page === routes.front() ? site.name : fixedTitle(messages, page);
      return title === null ? null : pageShareCard(title, site.description);
    }
    case 'media':
    case undefined:
      return null;
  }
}

function ofList(words: Parameters<typeof listShareCard>[0] | null): ShareCard | null {
  return words && listShareCard(words);
}
