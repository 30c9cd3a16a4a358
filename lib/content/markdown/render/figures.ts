import type { Emphasis, Image, Paragraph, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { SLOTS, type Slot } from '@/lib/images/slots';
import { pictureSources } from '@/lib/images/sources';
import { mediaPath } from '../addresses';
import { childrenOf, element, inlineElement, text } from '../tree';
import type { Typography } from '../typography';
import type { RenderContext } from './context';

/** A picture of the page, or undefined where the publication has no such picture. */
export function pictureOf(
  url: string,
  alt: string,
  context: RenderContext,
  slot: Slot = SLOTS.figure,
): Emphasis | undefined {
  const path = mediaPath(url);
  const picture = path === undefined ? undefined : context.picture(path);
  if (!picture) return undefined;
  const { width, height, tint } = picture;
  const { src, avif, webp, sizes } = pictureSources(picture, slot);
  const source = inlineElement('source', { type: 'image/avif', srcSet: avif, sizes }, []);
  const hProperties = {
    srcSet: webp,
    sizes,
    width,
    height,
    loading: 'lazy',
    decoding: 'async',
    ...(tint !== null && { dataTint: tint }),
  };
  const image: Image = { type: 'image', url: src, alt, title: null, data: { hProperties } };
  return inlineElement('picture', {}, [source, image]);
}

/** A picture alone in its paragraph: a figure, with the picture's title as caption. */
export function renderLonePicture(
  paragraph: Paragraph,
  caption: string,
  set: Typography,
): RootContent {
  const captions = caption === '' ? [] : [inlineElement('figcaption', {}, [text(set(caption))])];
  return element('figure', {}, [...paragraph.children, ...captions]);
}

/** The block `:::figure`. */
export function renderFigure(
  node: ContainerDirective,
  context: RenderContext,
  set: Typography,
): RootContent[] {
  const { src, alt, credit } = node.attributes ?? {};
  const picture = pictureOf(src ?? '', set(alt ?? ''), context);
  if (!picture) return [];
  const captions = captionOf(node);
  if (credit) {
    if (captions.length > 0) captions.push(text(' '));
    captions.push(inlineElement('span', { className: ['credit'] }, [text(set(credit))]));
  }
  const caption = captions.length > 0 ? [element('figcaption', {}, captions)] : [];
  return [element('figure', {}, [picture, ...caption])];
}

/** A caption of one paragraph is running text; one of several keeps them apart. */
function captionOf(node: ContainerDirective): RootContent[] {
  const [only] = node.children;
  return node.children.length === 1 && only?.type === 'paragraph'
    ? [...childrenOf(only)]
    : [...childrenOf(node)];
}
