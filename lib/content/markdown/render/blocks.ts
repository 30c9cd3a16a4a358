import type { RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { SLOTS } from '@/lib/images/slots';
import { hostOf } from '../addresses';
import { isEmbeddable } from '../rules/attributes';
import { childrenOf, element, inlineElement, text } from '../tree';
import type { Typography } from '../typography';
import type { RenderContext } from './context';
import { pictureOf, renderFigure } from './figures';

/**
 * A news block as the page shows it; of an unknown one only what stands in it.
 * @param number counts the fact boxes, whose titles need an identifier
 */
export function renderBlock(
  node: ContainerDirective | LeafDirective,
  context: RenderContext,
  set: Typography,
  number: () => number,
): RootContent[] {
  if (node.type === 'leafDirective') {
    return node.name === 'embed' ? renderEmbed(node, context, set) : textOf(node);
  }
  switch (node.name) {
    case 'figure':
      return renderFigure(node, context, set);
    case 'pullquote':
      return [renderPullQuote(node, set)];
    case 'factbox':
      return [renderFactBox(node, set, `box:${number()}`)];
    default:
      return childrenOf(node);
  }
}

function renderPullQuote(node: ContainerDirective, set: Typography): RootContent {
  const by = node.attributes?.by;
  const quote: RootContent = { type: 'blockquote', children: node.children };
  const source = by ? [inlineElement('figcaption', {}, [text(set(by))])] : [];
  return element('figure', { className: ['pullquote'] }, [quote, ...source]);
}

/** A note rather than a landmark: a page with three fact boxes has not three more regions. */
function renderFactBox(node: ContainerDirective, set: Typography, id: string): RootContent {
  const title = set(node.attributes?.title ?? '');
  const properties = { className: ['factbox'], role: 'note' };
  if (title === '') return element('aside', properties, node.children);
  const heading = element('p', { className: ['factbox-title'], id }, [text(title)]);
  return element('aside', { ...properties, ariaLabelledBy: [id] }, [heading, ...node.children]);
}

/** A card that leads to the other site: nothing of it is loaded into this page. */
function renderEmbed(node: LeafDirective, context: RenderContext, set: Typography): RootContent[] {
  const { url, title, poster } = node.attributes ?? {};
  const host = url && isEmbeddable(url) ? hostOf(url) : undefined;
  if (!url || !title || host === undefined) return textOf(node);
  // The card's own text says what the picture is of.
  const picture = poster ? pictureOf(poster, '', context, SLOTS.poster) : undefined;
  const card: RootContent = {
    type: 'link',
    url,
    data: { hProperties: { rel: ['noopener', 'external'] } },
    children: [
      ...(picture ? [picture] : []),
      inlineElement('span', { className: ['embed-title'] }, [text(set(title))]),
      text(' '),
      inlineElement('span', { className: ['embed-host'] }, [
        text(context.labels.externalEmbed(host)),
      ]),
    ],
  };
  return [element('figure', { className: ['embed'] }, [card])];
}

function textOf(node: LeafDirective): RootContent[] {
  return node.children.length === 0 ? [] : [{ type: 'paragraph', children: node.children }];
}
