import type { Image } from 'mdast';
import { kindOfAddress, mediaPath } from '../addresses';
import { type Span, spanOf } from '../places';
import type { Report } from '../report';

/** A picture in the text: where it comes from, and what it shows to those who cannot see it. */
export function checkImage(image: Image, report: Report): void {
  checkPicture(image.url, image.data?.address ?? spanOf(image), report);
  if (image.alt?.trim()) return;
  report.error(spanOf(image), {
    rule: 'image-alt',
    message:
      'Describe this picture between the square brackets, for readers who cannot see it; one that only decorates goes into :::figure with alt="".',
  });
}

/** An address of a picture, wherever it is given. */
export function checkPicture(url: string, span: Span, report: Report): void {
  const path = mediaPath(url);
  if (path !== undefined && url.startsWith('media/')) {
    report.refer('media', path, span);
    return;
  }
  const kind = kindOfAddress(url);
  if (kind === 'external' || kind === 'unsafe' || url.startsWith('//')) {
    report.error(span, {
      rule: 'foreign-image',
      message:
        'Pictures from other places tell them who reads this page; copy the file into content/media and write media/NAME.',
    });
    return;
  }
  const inMedia = /(?:^|\/)(media\/[^?#]+)$/.exec(url)?.[1];
  const suggestion = inMedia && mediaPath(inMedia) ? inMedia : undefined;
  report.error(span, {
    rule: 'image-path',
    message: `"${url}" is not a picture of this publication; put the file into content/media and write media/NAME.`,
    suggestion,
  });
}
