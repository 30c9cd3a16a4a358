import type { Metadata } from 'next';
import type { PageHead } from '@/lib/discovery/head';

/** A page's head in Next's own form. */
export function metadata({ title, description, canonical, languages }: PageHead): Metadata {
  return { title, description, alternates: { canonical, languages } };
}
