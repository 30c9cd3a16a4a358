import { isSlug, type Slug, slugify } from '@/lib/site/slug';

/** An address that still fits one line of a message. */
const LONGEST = 60;

/**
 * Makes a slug of a headline or a name, cut at a word to at most 60 characters; undefined where
 * no letter or digit can be carried over.
 */
export function shortSlug<Kind extends string>(text: string): Slug<Kind> | undefined {
  const whole = slugify<Kind>(text);
  if (whole === undefined || whole.length <= LONGEST) return whole;
  const end = whole.lastIndexOf('-', LONGEST);
  const short = whole.slice(0, end > 0 ? end : LONGEST);
  return isSlug<Kind>(short) ? short : undefined;
}
