import type { ReactNode } from 'react';
import { ArticleView } from '@/components/article/ArticleView';
import type { ViewContext } from '@/components/context';
import { CorrectionsView } from '@/components/corrections/CorrectionsView';
import { GoneView } from '@/components/errors/GoneView';
import { NotFoundView } from '@/components/errors/NotFoundView';
import { ServerErrorView } from '@/components/errors/ServerErrorView';
import { TooManyView } from '@/components/errors/TooManyView';
import { FrontView } from '@/components/front/FrontView';
import { HistoryView } from '@/components/history/HistoryView';
import { SiteFooter } from '@/components/layout/SiteFooter';
import { SiteHeader } from '@/components/layout/SiteHeader';
import { CONTENT_ID, SkipLink } from '@/components/layout/SkipLink';
import { ArchiveView } from '@/components/lists/ArchiveView';
import { ListView } from '@/components/lists/ListView';
import { StaticPageView } from '@/components/pages/StaticPageView';
import { PeopleView } from '@/components/people/PeopleView';
import { ProfileView } from '@/components/people/ProfileView';
import { CurrencyView } from '@/components/rates/CurrencyView';
import { RatesView } from '@/components/rates/RatesView';
import { SearchView } from '@/components/search/SearchView';
import { StatusView } from '@/components/status/StatusView';
import { Ticker } from '@/components/ticker/Ticker';
import { routes } from '@/lib/site/routes';
import { aCard, aList } from './cards';
import { aContext } from './context';
import { day } from './dates';
import { aFullCard, aFullDetail, aFullProfile, aFullRates } from './fullModels';
import { aFullHistory, aVersion } from './history';
import { A_FACE } from './people';
import { observation, quotesOf } from './rates';
import { aFullSearch, aSearch } from './searches';
import { slug } from './slugs';
import { aFullStatus } from './status';

/** Stands for what Markdown was rendered to; its own identifiers are not those of a view. */
const HTML = '<p>Rendered.</p>';

function contextWith(text: string): ViewContext {
  return aContext({
    site: {
      name: text,
      description: text,
      founded: 2019,
      contact: { email: 'desk@courier.example', corrections: null, phone: null, address: null },
      social: [{ label: text, url: 'https://t.me/courier' }],
      policies: { corrections: slug('corrections-policy') },
    },
  });
}

/** Every kind of page with every part that it can have, all of its words being `text`. */
function contents(text: string, context: ViewContext): Readonly<Record<string, ReactNode>> {
  const card = aFullCard(text);
  const other = { ...aFullCard(text), slug: slug<'article'>('another-story'), lang: 'ru' };
  const list = aList([card, other], { page: 2, pages: 3 });
  const profile = aFullProfile(text);
  const section = { slug: slug<'section'>('society'), name: text, description: text };
  const correction = { date: day('2025-05-01'), text, kind: 'correction' } as const;
  const { overviews, history, converter } = aFullRates(text, context);
  return {
    front: (
      <FrontView
        front={{
          lead: card,
          secondary: [other],
          latest: [aCard()],
          blocks: [{ section, cards: [card, other] }],
        }}
        context={context}
      />
    ),
    'empty front': (
      <FrontView front={{ lead: null, secondary: [], latest: [], blocks: [] }} context={context} />
    ),
    article: (
      <ArticleView
        detail={aFullDetail(text)}
        html={HTML}
        context={context}
        history={routes.history(slug('a-river-rises'))}
      />
    ),
    history: <HistoryView article={other} history={aFullHistory(text)} context={context} />,
    'history of one version': (
      <HistoryView
        article={card}
        history={{ versions: [aVersion({ subject: text })], isCut: false }}
        context={context}
      />
    ),
    profile: <ProfileView profile={{ ...profile, list }} bio={HTML} context={context} />,
    people: (
      <PeopleView
        people={[
          { ...profile, articles: 2 },
          {
            ...profile,
            author: { ...profile.author, slug: slug('botir') },
            avatar: A_FACE,
            articles: 1,
          },
        ]}
        context={context}
      />
    ),
    list: (
      <ListView
        model={{ title: text, introduction: text, path: routes.topic(slug('water')), list }}
        parents={[{ label: context.messages.home, path: routes.front() }]}
        context={context}
        showSection
      />
    ),
    archive: (
      <ArchiveView
        years={[{ year: '2025', months: [{ month: '2025-04', total: 5 }] }]}
        total={5}
        context={context}
      />
    ),
    corrections: (
      <CorrectionsView
        model={{ entries: [{ correction, article: other }], page: 1, pages: 2 }}
        context={context}
      />
    ),
    page: (
      <StaticPageView
        page={{
          slug: slug('about'),
          title: text,
          summary: text,
          updated: day('2025-05-02'),
          body: '',
          plain: '',
        }}
        html={HTML}
        context={context}
      />
    ),
    rates: <RatesView overviews={overviews} converter={converter} context={context} />,
    'rates converted': (
      <RatesView
        overviews={overviews}
        converter={{ ...converter, conversion: { kind: 'converted', text } }}
        context={context}
      />
    ),
    ...Object.fromEntries(
      overviews.map((overview) => [
        `rate of ${overview.code}`,
        <CurrencyView
          key={overview.code}
          overview={overview}
          history={overview.code === 'KGS' ? history : null}
          context={context}
        />,
      ]),
    ),
    search: (
      <SearchView
        model={aSearch({ request: { text: '' }, results: { text: '' } })}
        context={context}
      />
    ),
    'what was found': <SearchView model={aFullSearch(text)} context={context} />,
    'nothing found': (
      <SearchView model={aSearch({ request: { text }, results: { text } })} context={context} />
    ),
    'not found': <NotFoundView latest={[card, other]} context={context} />,
    gone: <GoneView latest={[card, other]} context={context} />,
    'server error': <ServerErrorView context={context} />,
    'too many requests': <TooManyView context={context} />,
    status: <StatusView {...aFullStatus(text)} context={context} />,
  };
}

function ticker(text: string, context: ViewContext): ReactNode {
  const observations = [
    observation('KGS', '2025-06-01', '87.45'),
    observation('KZT', '2025-06-30', '519.31'),
  ];
  const quotes = quotesOf(observations, context).map((quote) =>
    quote.kind === 'observed' ? { ...quote, source: { ...quote.source, name: text } } : quote,
  );
  return <Ticker quotes={quotes} context={context} />;
}

/** Whole pages, put together as the layout does it, by the names of their views. */
export function everyPage(text: string): [name: string, page: ReactNode][] {
  const context = contextWith(text);
  return Object.entries(contents(text, context)).map(([name, content]) => [
    name,
    <>
      <SkipLink context={context} />
      <SiteHeader
        links={[{ label: text, url: '/sections/society' }]}
        ticker={ticker(text, context)}
        context={context}
      />
      <main id={CONTENT_ID}>{content}</main>
      <SiteFooter pages={[{ slug: slug('about'), title: text }]} context={context} />
    </>,
  ]);
}
