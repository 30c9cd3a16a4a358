import * as z from 'zod';
import { anyLine, line, list, mediaPath } from './fields';
import type { ImageRef } from './models';
import { REQUIRED } from './validate';

const share = z
  .number({ error: 'must be a number from 0 to 1.' })
  .min(0, { error: 'must be a number from 0 to 1.' })
  .max(1, { error: 'must be a number from 0 to 1.' });

/** The `image` field of an article. */
export const imageSchema = z.strictObject(
  {
    src: mediaPath,
    alt: anyLine(500),
    caption: line(500).optional(),
    credit: line(160).optional(),
    focus: list(share, '[0.5, 0.3]')
      .length(2, { error: 'must be two numbers, such as [0.5, 0.3].' })
      .optional(),
  },
  {
    error: (issue) =>
      issue.input === undefined
        ? REQUIRED
        : 'must be {src, alt} with caption and credit if there are.',
  },
);

/** @param set gives text the typography of the article's language */
export function imageRef(
  image: z.output<typeof imageSchema>,
  set: (text: string) => string,
): ImageRef {
  const [x, y] = image.focus ?? [];
  return {
    src: image.src,
    alt: set(image.alt),
    caption: image.caption === undefined ? null : set(image.caption),
    credit: image.credit === undefined ? null : set(image.credit),
    focus: x !== undefined && y !== undefined ? [x, y] : null,
  };
}
