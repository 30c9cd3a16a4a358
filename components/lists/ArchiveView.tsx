import type { ArchiveYear } from '@/lib/archive/queries/archiveYears';
import { pageCrumbs } from '@/lib/discovery/crumbs';
import { monthLabel } from '@/lib/site/dates';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';

interface ArchiveViewProps {
  readonly years: readonly ArchiveYear[];
  readonly total: number;
  readonly context: ViewContext;
}

/** Every month in which something was published, newest year first. */
export function ArchiveView({ years, total, context }: ArchiveViewProps) {
  const { messages, site } = context;
  return (
    <div className="wrap">
      <Breadcrumb crumbs={pageCrumbs(messages, messages.archive)} context={context} />
      <header className="page-head">
        <h1>{messages.archive}</h1>
        <p className="standfirst">{messages.archivePage.introduction(total)}</p>
      </header>
      {years.map(({ year, months }) => (
        <section key={year} aria-labelledby={`year-${year}`} className="archive-year">
          <h2 id={`year-${year}`} className="section-heading">
            {year}
          </h2>
          <ul className="archive-months">
            {months.map(({ month, total: articles }) => (
              <li key={month}>
                <a href={routes.month(month)}>{monthLabel(month, site.language)}</a>{' '}
                <span>{messages.articleCount(articles)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
