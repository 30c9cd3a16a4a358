import type { ArticleCard } from '@/lib/archive/queries/cards';
import type { SearchChoices } from '@/lib/archive/search/choices';
import { pageCrumbs } from '@/lib/discovery/crumbs';
import { routes } from '@/lib/site/routes';
import { NO_FILTERS } from '@/lib/site/searchRequest';
import type { ArticleSlug, AuthorSlug, SectionSlug } from '@/lib/site/slug';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';
import { HitCard } from './HitCard';
import { SearchForm } from './SearchForm';
import { BrowseLinks, SearchHelp } from './SearchHelp';

interface FileSearchViewProps {
  readonly choices: SearchChoices;
  readonly context: ViewContext;
}

const REQUEST = { ...NO_FILTERS, text: '', page: 1 };

/**
 * The page that searches where the site is files: an island fills it in. What it shows stands in the page once
 * as a pattern, so that a result looks as the server's would.
 */
export function FileSearchView({ choices, context }: FileSearchViewProps) {
  const { messages } = context;
  const { search } = messages;
  const { by, and } = messages.article;
  return (
    <div className="wrap">
      <Breadcrumb crumbs={pageCrumbs(messages, search.title)} context={context} />
      <div className="search-head">
        <h1>{search.title}</h1>
        <SearchForm text="" filters={{ request: REQUEST, choices }} context={context} />
      </div>
      <noscript>
        <section className="search-help">
          <p className="search-instead">{search.inFiles.needsScripts}</p>
          <TopicLinks choices={choices} context={context} />
        </section>
      </noscript>
      <div
        data-file-search=""
        data-one={search.inFiles.found[0]}
        data-other={search.inFiles.found[1]}
        data-searching={search.inFiles.searching}
        data-failed={search.inFiles.failed}
        data-nothing={search.nothing.heading}
        data-title={search.resultsFor('#')}
        data-by={by}
        data-and={and}
      >
        <p className="search-found" role="status" hidden />
        <div className="list-cards" />
        <p className="page-actions" hidden>
          <button type="button">{search.inFiles.more}</button>
        </p>
        <template>
          <HitCard
            hit={{
              card: { ...PATTERN, lang: context.site.language },
              title: [],
              summary: [],
              passages: [MARK],
            }}
            context={context}
          />
        </template>
      </div>
      <SearchHelp context={context} />
    </div>
  );
}

/** Ways to articles that need no search. */
function TopicLinks({ choices, context }: FileSearchViewProps) {
  return (
    <>
      <BrowseLinks context={context} />
      <ul>
        {choices.sections.map(({ slug, name }) => (
          <li key={slug}>
            <a href={routes.section(slug)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

const MARK = [{ text: ' ', isMatch: true }];

/** Of no article: the island writes over all of it. */
const PATTERN: Omit<ArticleCard, 'lang'> = {
  slug: 'pattern' as ArticleSlug,
  title: '',
  summary: '',
  opening: '',
  published: { at: 0, precision: 'day' },
  section: { slug: 'pattern' as SectionSlug, name: '' },
  genre: null,
  bylines: [{ slug: 'pattern' as AuthorSlug, name: '', hasProfile: true }],
  countries: [],
  image: null,
  hidden: null,
};
