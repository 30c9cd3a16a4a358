import type { ArticleSlug } from '@/lib/site/slug';
import { TIME_ZONE } from './article';
import type { Cast, Named } from './cast';
import type { Random } from './random';
import type { Words } from './words';
import { frontMatter, yamlFile, yamlList } from './yaml';

/** A file of the publication: its path below the content folder, and its text. */
export type TextFile = readonly [path: string, text: string];

const RATE_DAYS = 60;
const DAY = 24 * 60 * 60 * 1000;

/** Everything but articles and pictures. */
export function siteFiles(random: Random, words: Words, cast: Cast): TextFile[] {
  return [
    ['site.yml', site(words)],
    ['sections.yml', sections(words, cast)],
    ['redirects.yml', yamlList([{ from: '/old/start', to: '/about' }])],
    ...['about', 'contact', 'standards'].map((slug) => page(words, slug)),
    ...cast.authors.map((person) => author(random, words, cast, person)),
    ...rates(random),
  ];
}

/** The plan of the front page: a lead and two pinned articles, none of them the newest. */
export function frontFile(articles: readonly ArticleSlug[]): TextFile {
  const [lead, ...pinned] = articles.slice(-30, -27).map((article) => ({ article }));
  return ['front.yml', yamlFile({ lead, pinned })];
}

function site(words: Words): string {
  return yamlFile({
    name: `The ${words.headline(2)}`,
    description: words.sentence(),
    language: 'en',
    timeZone: TIME_ZONE,
    founded: 2016,
    contact: { email: 'newsroom@example.org', corrections: 'corrections@example.org' },
    social: [{ label: 'Channel', url: 'https://social.example/bench' }],
    policies: { ethics: 'standards' },
  });
}

function sections(words: Words, cast: Cast): string {
  return yamlList(cast.sections.map((section) => ({ ...section, description: words.sentence() })));
}

function page(words: Words, slug: string): TextFile {
  const text = [words.sentences(120), `## ${words.headline(3)}`, words.sentences(120)];
  return [
    `pages/${slug}.md`,
    `${frontMatter({ title: words.headline(2), summary: words.sentence() })}${text.join('\n\n')}\n`,
  ];
}

function author(random: Random, words: Words, cast: Cast, person: Named<'author'>): TextFile {
  const fields = {
    name: person.name,
    role: words.headline(2),
    avatar: random.chance(0.5) ? { src: random.pick(cast.avatars) } : undefined,
    languages: [words.headline(1), words.headline(1)],
    beats: random.sample(cast.topics, 3).map(({ name }) => name),
    since: random.between(2016, 2025),
  };
  const bio = `${words.sentences(60)}\n\n${words.sentences(40)}\n`;
  return [`authors/${person.slug}.md`, frontMatter(fields) + bio];
}

/** Rates that wander a little from day to day, so that every page carries a full ticker. */
function rates(random: Random): TextFile[] {
  const source = {
    id: 'bench',
    name: 'Invented rates',
    url: 'https://rates.example/',
    kind: 'aggregated',
  };
  const wander = (rate: number): string => (rate * (0.98 + 0.04 * random.next())).toFixed(4);
  const lines = Array.from({ length: RATE_DAYS }, (_, index) => {
    const day = new Date(Date.UTC(2025, 10, 1) + index * DAY).toISOString().slice(0, 10);
    return [day, ...[87.4, 502, 9.3, 12_130].map(wander)].join(',');
  });
  return [
    ['rates/sources.yml', yamlList([source])],
    ['rates/bench.csv', `date,KGS,KZT,TJS,UZS\n${lines.join('\n')}\n`],
  ];
}
