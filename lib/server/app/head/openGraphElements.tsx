import type { ReactElement } from 'react';
import type { OpenGraph } from './schema';

type Property = readonly [name: string, content: string | number | undefined];

/** Open Graph (ogp.me), in the order in which Next writes it. */
export function openGraphElements(openGraph: OpenGraph): ReactElement[] {
  const { title, description, url, siteName, locale, images, type } = openGraph;
  const properties: Property[] = [
    ['og:title', title],
    ['og:description', description],
    ['og:url', url],
    ['og:site_name', siteName],
    ['og:locale', locale],
    ...images.flatMap((image): Property[] => [
      ['og:image', image.url],
      ['og:image:type', image.type],
      ['og:image:width', image.width],
      ['og:image:height', image.height],
      ['og:image:alt', image.alt],
    ]),
    ['og:type', type],
    ...ownProperties(openGraph),
  ];
  return properties.flatMap(([name, content]) =>
    // Next writes none that is empty.
    content ? [<meta key={`${name} ${content}`} property={name} content={String(content)} />] : [],
  );
}

function ownProperties(openGraph: OpenGraph): Property[] {
  if (openGraph.type === 'website') return [];
  if (openGraph.type === 'profile') return [['profile:username', openGraph.username]];
  const { publishedTime, modifiedTime, authors = [], section, tags = [] } = openGraph;
  return [
    ['article:published_time', publishedTime],
    ['article:modified_time', modifiedTime],
    ...authors.map((author): Property => ['article:author', author]),
    ['article:section', section],
    ...tags.map((tag): Property => ['article:tag', tag]),
  ];
}
