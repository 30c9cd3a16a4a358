import type { BlockContent, Link, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { routes } from '@/lib/site/routes';
import { isPublished, kindOfAddress, mediaPath } from './addresses';
import { parseBody } from './parse';
import { childrenOf, rewrite, text } from './tree';

const writer = remark().use(remarkGfm).freeze();

/**
 * A body in the Markdown that any program reads (GitHub Flavored Markdown): news blocks as quotations,
 * headings, pictures and links; every address absolute; no HTML. A body that cannot be parsed is as it is.
 * @param page absolute address of the page that the body stands on
 */
export function portableMarkdown(body: string, page: string): string {
  const result = parseBody(body.replace(/\r\n?/g, '\n'));
  if (!result.ok) return body;
  const { root } = result.parsed;
  rewrite(root, (node) => {
    switch (node.type) {
      case 'money':
        return text(node.value);
      case 'html':
        return [];
      case 'link':
        return portableLink(node, page);
      case 'image': {
        const address = pictureAddress(node.url, page);
        return address === undefined ? [] : { ...node, url: address };
      }
      case 'leafDirective':
      case 'containerDirective':
        return portableBlock(node, page);
      default:
        return node;
    }
  });
  return writer.stringify(root);
}

function portableLink(link: Link, page: string): RootContent | RootContent[] {
  if (!isPublished(kindOfAddress(link.url))) return childrenOf(link);
  return { ...link, url: pictureAddress(link.url, page) ?? absolute(link.url, page) };
}

function pictureAddress(url: string, page: string): string | undefined {
  const path = mediaPath(url);
  return path && absolute(routes.media(path.slice('media/'.length)), page);
}

function absolute(url: string, page: string): string {
  return URL.canParse(url, page) ? new URL(url, page).href : url;
}

function portableBlock(
  node: ContainerDirective | LeafDirective,
  page: string,
): RootContent | RootContent[] {
  const { src, alt, title, url, by, credit } = node.attributes ?? {};
  const children = childrenOf(node);
  switch (node.name) {
    case 'embed':
      if (!url) return [];
      return paragraph({ type: 'link', url, children: [{ type: 'text', value: title ?? url }] });
    case 'figure': {
      const address = src ? pictureAddress(src, page) : undefined;
      if (address === undefined) return children;
      const picture = paragraph({ type: 'image', url: address, alt: alt ?? '' });
      return [
        picture,
        ...children,
        ...(credit ? [paragraph({ type: 'text', value: credit })] : []),
      ];
    }
    case 'pullquote':
      return quotation([
        ...children,
        ...(by ? [paragraph({ type: 'text', value: `— ${by}` })] : []),
      ]);
    case 'factbox': {
      const heading: RootContent = {
        type: 'strong',
        children: [{ type: 'text', value: title ?? '' }],
      };
      return quotation([...(title ? [paragraph(heading)] : []), ...children]);
    }
    default:
      return children;
  }
}

function paragraph(child: PhrasingContent): RootContent {
  return { type: 'paragraph', children: [child] };
}

function quotation(children: readonly RootContent[]): RootContent {
  // What stands in a block of a body may stand in a quotation.
  return { type: 'blockquote', children: children as BlockContent[] };
}
