import type { Metadata } from 'next';
import { load } from '@/app/_site/load';
import { metadata } from '@/app/_site/metadata';
import { missing } from '@/app/_site/missing';
import { StructuredData } from '@/components/layout/StructuredData';
import { StaticPageView } from '@/components/pages/StaticPageView';
import { bodyHtml } from '@/lib/archive/queries/body';
import { staticPage } from '@/lib/archive/queries/pages';
import type { Reader } from '@/lib/archive/reader';
import { excerpt } from '@/lib/content/excerpt';
import { pageHead } from '@/lib/discovery/head';
import { pageGraph } from '@/lib/discovery/structuredData/graphs';
import { asked, routes } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';

interface Props {
  readonly params: Promise<{ path: string[] }>;
}

const DESCRIPTION_WORDS = 40;

/** Static pages have one segment; longer addresses that come here exist only as old ones. */
function find(reader: Reader, [slug = '', ...rest]: readonly string[]) {
  return rest.length === 0 && isSlug<'page'>(slug) ? staticPage(reader, slug) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { path } = await params;
  const { model: page, context } = await load((reader) => find(reader, path));
  if (page === null) return {};
  const description = page.summary ?? excerpt(page.plain, DESCRIPTION_WORDS);
  return metadata(
    pageHead(context, { title: page.title, description, path: routes.page(page.slug) }),
  );
}

export default async function StaticPageRoute({ params }: Props) {
  const { path } = await params;
  const { model, context } = await load((reader) => {
    const page = find(reader, path);
    return page && { page, html: bodyHtml(reader, page.body) };
  });
  if (model === null) return missing(asked.path(path));
  const { slug, title: name, summary: description, updated } = model.page;
  const facts = { path: routes.page(slug), name, description, modified: updated?.at ?? null };
  return (
    <>
      <StructuredData graph={pageGraph(context, facts)} />
      <StaticPageView page={model.page} html={model.html} context={context} />
    </>
  );
}
