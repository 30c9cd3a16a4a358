import type { ViewContext } from '@/components/context';
import type { ConverterModel } from '@/components/rates/Converter';
import type { ArticleDetail } from '@/lib/archive/queries/article';
import type { ArticleCard } from '@/lib/archive/queries/cards';
import type { Profile } from '@/lib/archive/queries/people';
import type { CurrencyHistory } from '@/lib/rates/currencyHistory';
import type { RateOverview } from '@/lib/rates/overview';
import { SOURCES } from '@/tests/unit/rates/build';
import { aDetail } from './articles';
import { aByline, aCard, aPicture } from './cards';
import { day } from './dates';
import { anAuthor, aProfile } from './people';
import { converterOf, historyOf, observation, overviewsOf } from './rates';
import { slug } from './slugs';

/** Models in which everything that may be there is there, and all words are `text`. */

function bylines(text: string) {
  return ['aliya', 'botir'].map((name) => aByline(name, { name: text }));
}

export function aFullCard(text: string): ArticleCard {
  return aCard({
    title: text,
    summary: text,
    opening: text,
    section: { slug: slug('society'), name: text },
    bylines: bylines(text),
    image: aPicture({ alt: text }),
  });
}

export function aFullProfile(text: string): Profile {
  const author = anAuthor({
    name: text,
    role: text,
    avatar: { src: 'media/face.png', alt: text },
    email: 'aliya@courier.example',
    links: [{ label: text, url: 'https://t.me/aliya' }],
    location: text,
    languages: [text],
    beats: [text],
    since: 1998,
    plainBio: text,
  });
  return aProfile({ author });
}

export function aFullDetail(text: string): ArticleDetail {
  const { author } = aFullProfile(text);
  const here = slug<'article'>('a-river-rises');
  const there = slug<'article'>('a-river-falls');
  const article = {
    title: text,
    summary: text,
    published: day('2024-04-29'),
    updated: day('2024-05-02'),
    countries: ['kazakhstan', 'region'],
    topics: [{ slug: slug<'topic'>('water'), name: text }],
    corrections: [{ date: day('2024-05-01'), text, kind: 'correction' }],
    lang: 'ru',
    series: { slug: slug<'series'>('the-river'), name: text, part: 1 },
  } as const;
  return aDetail(article, {
    section: { slug: slug('society'), name: text },
    bylines: bylines(text),
    image: aPicture({ alt: text, caption: text, credit: text }),
    authors: [{ author, avatar: null }],
    translations: ['en', 'kk'].map((lang) => ({ slug: slug(`river-${lang}`), title: text, lang })),
    series: [
      { slug: here, title: text, lang: 'en', part: 1 },
      { slug: there, title: text, lang: 'en', part: 2 },
    ],
    related: [{ ...aFullCard(text), slug: slug('another-story') }],
  });
}

interface FullRates {
  readonly overviews: readonly RateOverview[];
  readonly history: CurrencyHistory;
  readonly converter: ConverterModel;
}

/**
 * Rates in every state on the day on which the seed page was read: fresh with a history,
 * aggregated and stale, missing, expired, fixed.
 */
export function aFullRates(text: string, context: ViewContext): FullRates {
  const sources = SOURCES.map((source) => ({ ...source, name: text, licence: text }));
  const observations = [
    observation('KGS', '2025-06-01', '87.40'),
    observation('KGS', '2025-06-23', '87.45'),
    observation('KGS', '2025-06-30', '87.4500'),
    observation('KZT', '2025-06-20', '519.31', 'blend'),
    observation('UZS', '2025-06-01', '12142.10'),
  ];
  const overviews = overviewsOf(observations, context, sources).map((overview) => {
    const { quote } = overview;
    return quote.kind === 'observed' ? { ...overview, quote: { ...quote, via: text } } : overview;
  });
  const history = historyOf(observations, 'KGS', sources);
  if (!history) throw new Error('the som has no history');
  const converter = converterOf(overviews, { amount: '5', from: 'USD', to: 'UZS' });
  return {
    overviews,
    history,
    converter: { ...converter, question: { ...converter.question, amount: text } },
  };
}
