import type { SitePath } from '@/lib/site/routes';
import type { ViewContext } from '../context';

export interface Crumb {
  readonly label: string;
  /** The page itself, which comes last, has none. */
  readonly path?: SitePath;
  /** BCP 47 tag, where the label is not in the site's language. */
  readonly lang?: string;
}

interface BreadcrumbProps {
  readonly crumbs: readonly Crumb[];
  readonly context: ViewContext;
}

export function Breadcrumb({ crumbs, context }: BreadcrumbProps) {
  return (
    <nav aria-label={context.messages.navigation.breadcrumb} className="breadcrumb">
      <ol>
        {crumbs.map(({ label, path, lang }) => (
          <li key={path ?? ''}>
            {path ? (
              <a href={path} lang={lang}>
                {label}
              </a>
            ) : (
              <span aria-current="page" lang={lang}>
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
