import { isSlug, type Slug } from '@/lib/site/slug';

/** @throws Error for a text that is no slug */
export function slug<Kind extends string>(text: string): Slug<Kind> {
  if (!isSlug<Kind>(text)) throw new Error(`not a slug: ${text}`);
  return text;
}
