import type { SitePath } from '@/lib/site/routes';
import type { ViewContext } from '../context';

export interface Crumb {
  readonly label: string;
  /** The page itself, which comes last, has none. */
  readonly path?: SitePath;
}

interface BreadcrumbProps {
  readonly crumbs: readonly Crumb[];
  readonly context: ViewContext;
}

export function Breadcrumb({ crumbs, context }: BreadcrumbProps) {
  return (
    <nav aria-label={context.messages.navigation.breadcrumb} className="breadcrumb">
      <ol>
        {crumbs.map(({ label, path }) => (
          <li key={label}>
            {path ? <a href={path}>{label}</a> : <span aria-current="page">{label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
