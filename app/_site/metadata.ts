import type { Metadata } from 'next';
import type { Alternate, PageHead } from '@/lib/discovery/head';
import { SHARE_SIZE, SHARE_TYPE } from '@/lib/discovery/shareImages/shareCard';

/** A page's head in Next's own form. */
export function metadata(head: PageHead): Metadata {
  const { title, description, canonical, languages, alternates, isListed, sharing } = head;
  return {
    title,
    description,
    alternates: { canonical, languages, types: byType(alternates) },
    robots: isListed ? WHOLE : { index: false, follow: true },
    openGraph: openGraph(head),
    twitter: {
      card: 'summary_large_image',
      ...(sharing.account !== null && { site: sharing.account }),
    },
  };
}

/** Engines may show as much of a page as they like; that they may list and follow it, they take for granted. */
const WHOLE = 'max-image-preview:large,max-snippet:-1,max-video-preview:-1';

function openGraph({ description, url, sharing }: PageHead) {
  const { title, siteName, language, image, article, person } = sharing;
  const common = {
    title,
    description,
    url,
    siteName,
    locale: localeOf(language),
    images: [{ ...image, ...SHARE_SIZE, type: SHARE_TYPE }],
  };
  if (person !== null) return { ...common, type: 'profile' as const, username: person };
  if (article === null) return { ...common, type: 'website' as const };
  const { published, modified, authors, section, tags } = article;
  return {
    ...common,
    type: 'article' as const,
    publishedTime: published,
    modifiedTime: modified,
    authors: [...authors],
    section,
    tags: [...tags],
  };
}

/** A language with the country that most of its readers are in, as Open Graph has it: "kk_KZ". */
function localeOf(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}_${region}`;
}

function byType(
  alternates: readonly Alternate[],
): Record<string, { title?: string; url: string }[]> {
  const types: Record<string, { title?: string; url: string }[]> = {};
  for (const { type, title, url } of alternates) {
    types[type] = [...(types[type] ?? []), { ...(title !== null && { title }), url }];
  }
  return types;
}
