import type { Blockquote, Image, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { routes } from '@/lib/site/routes';
import { mediaPath } from './addresses';
import { ownTree } from './keptTree';
import { renderLink } from './render/links';
import { BodyRefusedError } from './render/render';
import { isEmbeddable } from './rules/attributes';
import { childrenOf, element, rewrite, setChildren, text } from './tree';

export interface PortableContext {
  /** Absolute address of the page that the body stands on. */
  readonly page: string;
  /** Whether there is a picture (`media/NAME`); one that is unknown is left out. */
  readonly hasPicture: (path: string) => boolean;
}

const writer = remark()
  .use(remarkGfm)
  .data('settings', {
    bullet: '-',
    rule: '-',
    // Colons of a text are no news block, where its readers know such blocks.
    unsafe: [{ atBreak: true, character: ':', after: ':' }],
  })
  .freeze();

/**
 * An article's body as Markdown that other programs read (CommonMark with GitHub's extensions): no
 * news blocks, no marks of ours, no HTML, and every address absolute. Whatever the page leaves out
 * is left out here.
 * @throws BodyRefusedError for a body that is too deep or too complex to parse
 */
export function portableMarkdown(body: string, context: PortableContext): string {
  const result = ownTree(body.replace(/\r\n?/g, '\n'));
  if (!result.ok) throw new BodyRefusedError(result.refusal.message);
  const { root } = result;
  rewrite(root, (node) => portable(node, context));
  return writer.stringify(root);
}

function portable(node: RootContent, context: PortableContext): RootContent | RootContent[] {
  switch (node.type) {
    case 'html':
      return [];
    case 'money':
      return node.value === '' ? [] : text(node.value);
    case 'image':
      return image(node.url, node.alt ?? '', node.title ?? null, context);
    case 'link': {
      const link = renderLink(node, {});
      if (Array.isArray(link) || link.type !== 'link') return link;
      return { ...link, url: absolute(link.url, context) };
    }
    case 'heading':
      // As on the page, where the headline has the first level.
      if (node.depth === 1) node.depth = 2;
      cutLastBreaks(node);
      return node.children.length === 0 ? [] : node;
    case 'leafDirective':
    case 'containerDirective':
      return block(node, context);
    case 'paragraph':
    case 'emphasis':
    case 'strong':
    case 'delete':
      cutLastBreaks(node);
      return node.children.length === 0 ? [] : node;
    case 'blockquote':
      return node.children.length === 0 ? [] : node;
    default:
      return node;
  }
}

/** What stood after a line break may be left out; at an end, Markdown has none, and its sign would be read as text. */
function cutLastBreaks({ children }: { readonly children: PhrasingContent[] }): void {
  while (children.at(-1)?.type === 'break') children.pop();
}

/** A news block in the forms that Markdown has for all. */
function block(node: ContainerDirective | LeafDirective, context: PortableContext): RootContent[] {
  const { src, alt, credit, by, title, url } = node.attributes ?? {};
  const children = childrenOf(node);
  switch (node.name) {
    case 'figure':
      return [
        ...paragraph(image(src ?? '', alt ?? '', null, context)),
        ...children,
        ...(credit ? paragraph([{ type: 'emphasis', children: [text(credit)] }]) : []),
      ];
    case 'pullquote':
      return quotation([...children, ...(by ? paragraph([text(`— ${by}`)]) : [])]);
    case 'factbox': {
      const heading = title ? paragraph([{ type: 'strong', children: [text(title)] }]) : [];
      return quotation([...heading, ...children]);
    }
    case 'embed':
      if (!url || !title || !isEmbeddable(url)) return paragraph(children);
      return paragraph([{ type: 'link', url, children: [text(title)] }]);
    default:
      return node.type === 'leafDirective' ? paragraph(children) : children;
  }
}

function paragraph(children: readonly RootContent[]): RootContent[] {
  return children.length === 0 ? [] : [element('p', {}, children)];
}

function quotation(children: readonly RootContent[]): RootContent[] {
  const quote: Blockquote = { type: 'blockquote', children: [] };
  setChildren(quote, children);
  return children.length === 0 ? [] : [quote];
}

function image(
  url: string,
  alt: string,
  title: string | null,
  { page, hasPicture }: PortableContext,
): Image[] {
  const path = mediaPath(url);
  if (path === undefined || !hasPicture(path)) return [];
  const file = routes.media(path.slice('media/'.length));
  return [{ type: 'image', url: new URL(file, page).href, alt, title }];
}

/** Addresses of other sites stay as they are written. */
function absolute(url: string, { page }: PortableContext): string {
  return /^[/#]/.test(url) ? new URL(url, page).href : url;
}
