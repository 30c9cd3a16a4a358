import type { Metadata } from 'next';
import { cache } from 'react';
import { load } from '@/app/_site/load';
import { metadata } from '@/app/_site/metadata';
import { missing } from '@/app/_site/missing';
import { pageNumber, redirectFirstPage } from '@/app/_site/pageNumber';
import { StructuredData } from '@/components/layout/StructuredData';
import { ProfileView } from '@/components/people/ProfileView';
import { bodyHtml } from '@/lib/archive/queries/body';
import { profile } from '@/lib/archive/queries/people';
import { profileHead } from '@/lib/discovery/head';
import { profileGraph } from '@/lib/discovery/structuredData/graphs';
import { asked, pageOf } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';

interface Props {
  readonly params: Promise<{ slug: string; number?: string }>;
}

/** Shared by head and page, so that a profile is read once. */
const find = cache((slug: string, number: string | undefined) => {
  const page = pageNumber(number);
  return load((reader) => {
    const found = page !== null && isSlug<'author'>(slug) ? profile(reader, slug, page) : null;
    return found && { found, bio: bodyHtml(reader, found.author.bio) };
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, number } = await params;
  const { model, context } = await find(slug, number);
  return model ? metadata(profileHead(context, model.found)) : {};
}

export default async function ProfilePage({ params }: Props) {
  const { slug, number } = await params;
  const list = asked.person(slug);
  redirectFirstPage(number, list);
  const { model, context } = await find(slug, number);
  if (model === null) return missing(number === undefined ? list : pageOf(list, number));
  return (
    <>
      <StructuredData graph={profileGraph(context, model.found)} />
      <ProfileView profile={model.found} bio={model.bio} context={context} />
    </>
  );
}
