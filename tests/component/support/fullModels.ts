import type { ArticleDetail } from '@/lib/archive/queries/article';
import type { ArticleCard } from '@/lib/archive/queries/cards';
import type { Profile } from '@/lib/archive/queries/people';
import { aDetail } from './articles';
import { aByline, aCard, aPicture } from './cards';
import { day } from './dates';
import { anAuthor, aProfile } from './people';
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
