import type { Metadata } from 'next';
import type { PageHead } from '@/lib/discovery/head';

/** A page's head in Next's own form. */
export function metadata(head: PageHead): Metadata {
  const { title, description, canonical, languages, alternates, isListed } = head;
  return {
    title,
    description,
    alternates: { canonical, languages, types: byType(alternates) },
    ...(!isListed && { robots: { index: false, follow: true } }),
  };
}

function byType(
  alternates: PageHead['alternates'],
): Record<string, { title: string; url: string }[]> {
  const types: Record<string, { title: string; url: string }[]> = {};
  for (const { type, title, url } of alternates) {
    types[type] = [...(types[type] ?? []), { title, url }];
  }
  return types;
}
