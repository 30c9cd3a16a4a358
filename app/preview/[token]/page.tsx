import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ArticleView } from '@/components/article/ArticleView';
import { PreviewNote } from '@/components/article/PreviewNote';
import type { ViewContext } from '@/components/context';
import { bodyHtml } from '@/lib/archive/queries/body';
import { preview } from '@/lib/publishing/preview/previewDetail';
import { readPreview } from '@/lib/publishing/preview/token';
import { publication } from '@/lib/publishing/publication';
import { moneyConverter } from '@/lib/rates/money';
import { messagesFor } from '@/lib/site/messages';

interface Props {
  readonly params: Promise<{ token: string }>;
}

/** Shared by head and page, so that an article is read and its Markdown rendered once. */
const find = cache(async (token: string) => {
  const current = await publication();
  const { previewSecret, siteUrl, hosting } = current.environment;
  if (previewSecret === null) return null;
  const verdict = readPreview(previewSecret, token, Date.now());
  if (verdict.kind !== 'valid') return null;
  return preview(current, verdict.slug, ({ detail, reader, appears, isDraft }) => {
    const { site, now } = reader;
    const { article, body } = detail;
    const messages = messagesFor(site.language);
    const context: ViewContext = { site, now, siteUrl, hosting, messages };
    const money = moneyConverter(current.rates, site, article.published.at, article.lang);
    const html = bodyHtml(reader, body, { lang: article.lang, money });
    return { detail, html, context, appears, isDraft, until: verdict.until };
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { token } = await params;
  const found = await find(token);
  if (found === null) return {};
  const { heading } = found.context.messages.preview;
  return {
    title: `${heading} ${found.detail.article.title}`,
    robots: { index: false, follow: false },
  };
}

export default async function PreviewPage({ params }: Props) {
  const { token } = await params;
  const found = await find(token);
  if (found === null) notFound();
  const { detail, html, context, appears, isDraft, until } = found;
  return (
    <>
      <PreviewNote isDraft={isDraft} appears={appears} until={until} context={context} />
      <ArticleView detail={detail} html={html} context={context} />
    </>
  );
}
