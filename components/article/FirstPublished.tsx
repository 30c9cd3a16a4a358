import type { ArticleRecord } from '@/lib/archive/records';
import type { ViewContext } from '../context';

interface FirstPublishedProps {
  readonly article: Pick<ArticleRecord, 'canonicalUrl'>;
  readonly context: ViewContext;
}

/** Says of an article that others published first where that was. */
export function FirstPublished({ article, context }: FirstPublishedProps) {
  const { canonicalUrl } = article;
  if (canonicalUrl === null) return null;
  return (
    <p className="first-published">
      {context.messages.article.firstPublished}{' '}
      <a href={canonicalUrl}>{new URL(canonicalUrl).hostname.replace(/^www\./, '')}</a>
    </p>
  );
}
