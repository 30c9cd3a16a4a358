import type { Link, RootContent } from 'mdast';
import { routes } from '@/lib/site/routes';
import { hostOf, isPublished, kindOfAddress, mediaPath } from '../addresses';
import { childrenOf, rewrite } from '../tree';
import type { RenderContext } from './context';

type LinkContext = Pick<RenderContext, 'siteHost'>;

/** A link as the page may carry it; its text alone where it leads nowhere safe. */
export function renderLink(link: Link, context: LinkContext): RootContent | RootContent[] {
  const kind = kindOfAddress(link.url);
  if (link.children.length === 0) return [];
  // Markdown lets an address in angle brackets stand in a link's text; HTML does not.
  rewrite(link, (node) => (node.type === 'link' ? childrenOf(node) : node));
  if (!isPublished(kind)) return childrenOf(link);
  if (kind === 'media') {
    const path = mediaPath(link.url) ?? '';
    const suffix = /[?#].*$/s.exec(link.url)?.[0] ?? '';
    return { ...link, url: routes.media(path.slice('media/'.length)) + suffix };
  }
  if (kind !== 'external' || hostOf(link.url) === ownHost(context)) return link;
  return { ...link, data: { hProperties: { rel: ['noopener'] } } };
}

function ownHost({ siteHost }: LinkContext): string | undefined {
  return siteHost?.replace(/^www\.|:\d+$/g, '');
}
