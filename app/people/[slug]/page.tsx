import type { Metadata } from 'next';
import { load } from '@/app/_site/load';
import { metadata } from '@/app/_site/metadata';
import { missing } from '@/app/_site/missing';
import { pageNumber, redirectFirstPage } from '@/app/_site/pageNumber';
import { ProfileView } from '@/components/people/ProfileView';
import { bodyHtml } from '@/lib/archive/queries/body';
import { profile } from '@/lib/archive/queries/people';
import { profileHead } from '@/lib/discovery/head';
import { asked, pageOf } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';

interface Props {
  readonly params: Promise<{ slug: string; number?: string }>;
}

async function find({ slug, number }: Awaited<Props['params']>) {
  const page = pageNumber(number);
  return load((reader) => {
    const found = page !== null && isSlug<'author'>(slug) ? profile(reader, slug, page) : null;
    return found && { found, bio: bodyHtml(reader, found.author.bio) };
  });
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { model, context } = await find(await params);
  return model ? metadata(profileHead(context, model.found)) : {};
}

export default async function ProfilePage({ params }: Props) {
  const given = await params;
  const list = asked.person(given.slug);
  redirectFirstPage(given.number, list);
  const { model, context } = await find(given);
  if (model === null) {
    return missing(given.number === undefined ? list : pageOf(list, given.number));
  }
  return <ProfileView profile={model.found} bio={model.bio} context={context} />;
}
