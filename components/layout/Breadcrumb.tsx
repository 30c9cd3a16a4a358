import type { Crumb } from '@/lib/discovery/crumbs';
import type { ViewContext } from '../context';

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
