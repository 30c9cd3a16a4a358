import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { SiteSearch } from './SiteSearch';
import { TileStar } from './TileStar';

export interface NavigationLink {
  readonly label: string;
  readonly url: string;
}

interface SiteHeaderProps {
  readonly links: readonly NavigationLink[];
  readonly ticker: React.ReactNode;
  readonly context: ViewContext;
}

/** The header that every page shares: ticker, site name, sections. */
export function SiteHeader({ links, ticker, context }: SiteHeaderProps) {
  const { site, messages } = context;
  return (
    <header className="site-header">
      {ticker}
      <div className="masthead wrap">
        <a href={routes.front()} className="site-name">
          <TileStar />
          <span>{site.name}</span>
        </a>
        <p className="site-description">{site.description}</p>
        <SiteSearch context={context} />
      </div>
      <nav aria-label={messages.navigation.main} className="sections">
        <ul className="wrap">
          {links.map(({ label, url }) => (
            <li key={url}>
              <a href={url}>{label}</a>
            </li>
          ))}
          <li className="sections-aside">
            <a href={routes.people()}>{messages.people}</a>
          </li>
          <li>
            <a href={routes.archive()}>{messages.archive}</a>
          </li>
        </ul>
      </nav>
      <div className="tile-band" />
    </header>
  );
}
