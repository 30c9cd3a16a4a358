import { messagesFor } from '@/lib/site/messages';
import { absolute, routes } from '@/lib/site/routes';
import type { DocumentKind } from './documents';
import { xmlDocument } from './xml';

/** Media type without parameters. */
export const OPEN_SEARCH_TYPE = 'application/opensearchdescription+xml';

/** Characters that a short name may have (OpenSearch 1.1, draft 6). */
const LONGEST_NAME = 16;

/** Tells browsers how the site is searched, so that they offer it beside other search engines. */
export const openSearchAt: DocumentKind = (path) => {
  if (path !== routes.openSearch()) return null;
  return ({ reader, siteUrl }) => {
    const { name, language } = reader.site;
    const text = (element: string, content: string) => ({ name: element, children: [content] });
    const template = `${absolute(siteUrl, routes.search())}?q={searchTerms}`;
    const body = xmlDocument({
      name: 'OpenSearchDescription',
      attributes: { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      children: [
        text('ShortName', shortName(name)),
        text('LongName', name),
        text('Description', messagesFor(language).search.openSearch(name)),
        text('InputEncoding', 'UTF-8'),
        text('OutputEncoding', 'UTF-8'),
        text('Language', language),
        {
          name: 'Image',
          attributes: { type: 'image/vnd.microsoft.icon', width: '16', height: '16' },
          children: [absolute(siteUrl, routes.favicon())],
        },
        { name: 'Url', attributes: { type: 'text/html', template } },
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
