import { absolute, routes } from '@/lib/site/routes';
import { shareTargets } from '@/lib/site/share';
import type { ArticleSlug } from '@/lib/site/slug';
import type { ViewContext } from '../context';

interface ShareLinksProps {
  readonly article: { readonly slug: ArticleSlug; readonly title: string };
  readonly context: ViewContext;
}

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
    </ul>
  );
}
