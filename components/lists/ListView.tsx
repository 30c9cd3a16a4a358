import type { NamedList } from '@/lib/archive/queries/namedLists';
import type { Crumb } from '@/lib/discovery/crumbs';
import { pageOf } from '@/lib/site/routes';
import { ArticleCard } from '../cards/ArticleCard';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';
import { FollowLink } from './FollowLink';
import { Pagination } from './Pagination';

interface ListViewProps {
  readonly model: NamedList;
  /** What stands over the list in the breadcrumb, above its own title. */
  readonly parents: readonly Crumb[];
  readonly context: ViewContext;
  /** Whether each card names its section; not where the list is a section. */
  readonly showSection: boolean;
}

/** A section, country, topic or month: its name and its articles, newest first. */
export function ListView({ model, parents, context, showSection }: ListViewProps) {
  const { title, introduction, path, list } = model;
  return (
    <div className="wrap list-view">
      <Breadcrumb crumbs={[...parents, { label: title }]} context={context} />
      <header className="page-head">
        <h1>{title}</h1>
        {introduction ? <p className="standfirst">{introduction}</p> : null}
      </header>
      {list.cards.length === 0 ? <p>{context.messages.list.empty}</p> : null}
      <div className="list-cards">
        {list.cards.map((card, index) => (
          <ArticleCard
            key={card.slug}
            card={card}
            look={index === 0 && list.page === 1 ? 'feature' : 'list'}
            context={context}
            headingLevel={2}
            showSection={showSection}
          />
        ))}
      </div>
      <Pagination
        pageAt={(number) => pageOf(path, number)}
        page={list.page}
        pages={list.pages}
        context={context}
      />
      <FollowLink list={path} name={title} context={context} />
    </div>
  );
}
