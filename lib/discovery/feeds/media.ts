import type { PortablePicture } from '../portablePicture';
import type { XmlElement } from '../xml';

/** Namespace of Media RSS, which both RSS and Atom may hold. */
export const MEDIA_NAMESPACE = { 'xmlns:media': 'http://search.yahoo.com/mrss/' } as const;

/**
 * The picture over an article with what is known of it (Media RSS 1.5.1). Feeds' own enclosures ask
 * for a length in bytes, which nobody knows of a size that is made when it is first asked for.
 */
export function mediaContent(picture: PortablePicture): XmlElement {
  const { url, type, width, height, alt, caption, credit } = picture;
  const described = caption ?? alt;
  return {
    name: 'media:content',
    attributes: { url, medium: 'image', type, width, height },
    children: [
      ...(described === '' ? [] : [{ name: 'media:description', children: [described] }]),
      ...(credit === null ? [] : [{ name: 'media:credit', children: [credit] }]),
    ],
  };
}
