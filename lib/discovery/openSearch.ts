import { messagesFor } from '@/lib/site/messages';
import { absolute, routes } from '@/lib/site/routes';
import type { DocumentKind } from './documents';
import { xmlDocument } from './xml';

/** Media type of what is at `routes.openSearch()`. */
export const OPEN_SEARCH_TYPE = 'application/opensearchdescription+xml';

/** Characters of a short name at most (OpenSearch 1.1, draft 6, "ShortName"). */
const LONGEST_NAME = 16;

/** Tells browsers how the site is searched, by OpenSearch 1.1, draft 6: one may search it from the address bar. */
export const openSearchAt: DocumentKind = (path) => {
  if (path !== routes.openSearch()) return null;
  return ({ reader: { site }, siteUrl }) => {
    const template = `${absolute(siteUrl, routes.search())}?q={searchTerms}`;
    const body = xmlDocument({
      name: 'OpenSearchDescription',
      attributes: { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      children: [
        { name: 'ShortName', children: [shortName(site.name)] },
        {
          name: 'Description',
          children: [messagesFor(site.language).search.openSearch(site.name)],
        },
        { name: 'Url', attributes: { type: 'text/html', template } },
        {
          name: 'Url',
          attributes: {
            type: OPEN_SEARCH_TYPE,
            rel: 'self',
            template: absolute(siteUrl, routes.openSearch()),
          },
        },
        {
          name: 'Image',
          attributes: { type: 'image/svg+xml' },
          children: [absolute(siteUrl, routes.icon())],
        },
        { name: 'Language', children: ['*'] },
        { name: 'InputEncoding', children: ['UTF-8'] },
      ],
    });
    return { type: `${OPEN_SEARCH_TYPE}; charset=utf-8`, body, modified: null };
  };
};

/** As much of a name as may be shown: whole words, if the first of them is short enough. */
function shortName(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST_NAME) return name;
  const end = characters.lastIndexOf(' ', LONGEST_NAME);
  return characters
    .slice(0, end > 0 ? end : LONGEST_NAME)
    .join('')
    .trim();
}
