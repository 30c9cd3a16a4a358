import { COUNTRIES } from '@/lib/site/countries';
import { type Instant, machineDate, monthOf } from '@/lib/site/dates';
import type { Month } from '@/lib/site/routes';
import {
  type ArticleSlug,
  type AuthorSlug,
  type SectionSlug,
  slugify,
  type TopicSlug,
} from '@/lib/site/slug';
import { articleBody } from './body';
import type { Cast, Named } from './cast';
import type { Random } from './random';
import type { Words } from './words';
import { frontMatter } from './yaml';

/** One generated article. */
export interface GeneratedArticle {
  readonly slug: ArticleSlug;
  readonly month: Month;
  readonly authors: readonly AuthorSlug[];
  readonly section: SectionSlug;
  readonly topics: readonly TopicSlug[];
  /** The whole file. */
  readonly text: string;
}

/** Time zone of the generated publication: its clocks have not changed in those years. */
export const TIME_ZONE = 'Asia/Tashkent';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FIRST_DAY = Date.parse('2016-01-01T00:00+05:00');
const END = Date.parse('2026-01-01T00:00+05:00');

/** Characters; the schema of an article sets this limit. */
const LONGEST_SUMMARY = 320;

/** Writes articles in the order of their dates, from 2016 to 2025. */
export class ArticleWriter {
  readonly #random: Random;
  readonly #words: Words;
  readonly #cast: Cast;
  /** Milliseconds from one article to the next. */
  readonly #interval: number;
  readonly #earlier: ArticleSlug[] = [];
  readonly #parts = new Map<Named<'series'>, number>();

  constructor(random: Random, words: Words, cast: Cast, articles: number) {
    this.#random = random;
    this.#words = words;
    this.#cast = cast;
    this.#interval = (END - FIRST_DAY) / articles;
  }

  next(): GeneratedArticle {
    const random = this.#random;
    const words = this.#words;
    const number = this.#earlier.length;
    const at = FIRST_DAY + Math.floor((number * this.#interval) / MINUTE) * MINUTE;
    const title = words.headline(random.between(5, 10));
    const slug = numberedSlug(title, number + 1);
    const topics = random.sample(this.#cast.topics, random.between(2, 4));
    const fields = {
      title,
      date: local(at),
      authors: random.sample(this.#cast.authors, random.chance(0.15) ? 2 : 1).map(slugOf),
      summary: shortened(words.sentences(random.between(12, 20)), LONGEST_SUMMARY),
      section: random.pick(this.#cast.sections).slug,
      countries: random.sample(COUNTRIES, random.between(0, 2)),
      topics: topics.map(({ name }) => name),
      image: random.chance(0.6) ? this.#image() : undefined,
      updated: random.chance(0.1) ? local(at + 2 * DAY) : undefined,
      corrections: random.chance(0.03) ? this.#corrections(at) : undefined,
      redirectFrom: random.chance(0.02) ? [`/old/${number}`] : undefined,
      series: random.chance(0.05) ? this.#series() : undefined,
    };
    const { pictures } = this.#cast;
    const body = articleBody(random, words, { earlier: this.#earlier, pictures });
    this.#earlier.push(slug);
    return {
      slug,
      authors: fields.authors,
      section: fields.section,
      month: monthOf(at, TIME_ZONE),
      topics: topics.map(slugOf),
      text: frontMatter(fields) + body,
    };
  }

  #image() {
    return {
      src: this.#random.pick(this.#cast.pictures),
      alt: this.#words.headline(6),
      caption: this.#words.sentence(),
      credit: this.#words.headline(2),
    };
  }

  #corrections(published: Instant) {
    const count = this.#random.between(1, 2);
    return Array.from({ length: count }, (_, index) => ({
      date: local(published + (index + 1) * DAY),
      text: this.#words.sentences(30),
      kind: this.#random.pick(['correction', 'clarification']),
    }));
  }

  #series() {
    const series = this.#random.pick(this.#cast.series);
    const part = (this.#parts.get(series) ?? 0) + 1;
    this.#parts.set(series, part);
    return { name: series.name, part };
  }
}

/** Path of an article's file below the content folder. */
export function articlePath({ slug, month }: Pick<GeneratedArticle, 'slug' | 'month'>): string {
  return `articles/${month.replace('-', '/')}/${slug}.md`;
}

function slugOf<Kind extends string>({ slug }: Named<Kind>) {
  return slug;
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, text.lastIndexOf(' ', longest));
}

function numberedSlug(title: string, number: number): ArticleSlug {
  const slug = slugify<'article'>(`${title.split(' ').slice(0, 5).join(' ')} ${number}`);
  if (slug === undefined) throw new Error(`No address can be made of "${title}"`);
  return slug;
}

function local(at: Instant): string {
  return machineDate(at, 'minute', TIME_ZONE);
}
