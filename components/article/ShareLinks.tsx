import { absolute, routes } from '@/lib/site/routes';
import { shareTargets } from '@/lib/site/share';
import type { ArticleSlug } from '@/lib/site/slug';
import type { ViewContext } from '../context';

interface ShareLinksProps {
  readonly article: { readonly slug: ArticleSlug; readonly title: string };
  readonly context: ViewContext;
}

/** Links to services; where the device has a way of its own to share, a button for it too. */
export function ShareLinks({ article, context }: ShareLinksProps) {
  const words = context.messages.article;
  const address = absolute(context.siteUrl, routes.article(article.slug));
  return (
    <ul className="share" aria-label={words.share}>
      {shareTargets(article.title, address).map(({ service, url }) => (
        <li key={service}>
          <a href={url} rel="noopener nofollow" aria-label={words.shareBy(service)}>
            {service}
          </a>
        </li>
      ))}
      <li className="share-more">
        <button type="button" data-share-url={address} data-share-title={article.title}>
          {words.shareMore}
        </button>
      </li>
    </ul>
  );
}
