import { isCountry } from '@/lib/site/countries';
import { messagesFor } from '@/lib/site/messages';
import { routes, type SitePath } from '@/lib/site/routes';
import type { AuthorSlug, PageSlug, TopicSlug } from '@/lib/site/slug';
import { labelOf } from '../queries/lists';
import type { Reader } from '../reader';
import { foldedWords } from './fold';
import type { Forms } from './forms';
import { soundOf, withoutEnding } from './sound';

/** A page that was found by its name. */
export interface FoundName {
  readonly kind: 'person' | 'section' | 'country' | 'topic' | 'page';
  readonly name: string;
  readonly path: SitePath;
  /** A person's role; null for all others. */
  readonly note: string | null;
}

const MOST = 5;
/** Topics that are looked at closely; more are found by their articles. */
const MOST_TOPICS = 40;

/** People, lists and pages whose names hold all that is looked for, those of fewest words first. */
export function namesOf(reader: Reader, terms: readonly Forms[]): FoundName[] {
  const isFound = finder(terms);
  const found = [
    ...people(reader, isFound),
    ...lists(reader, isFound),
    ...topics(reader, terms, isFound),
    ...pages(reader, isFound),
  ];
  return found
    .sort((a, b) => foldedWords(a.name).length - foldedWords(b.name).length)
    .slice(0, MOST);
}

type IsFound = (name: string) => boolean;

/** Names are compared by their sounds. */
function finder(terms: readonly Forms[]): IsFound {
  const wanted = terms.map(({ phrases, prefix, inflected }) => ({
    beginning: prefix === null ? null : ` ${soundOf(prefix)}`,
    whole: phrases.map((phrase) => ` ${phrase.map(soundOf).join(' ')} `),
    inflected,
  }));
  return (name) => {
    const words = foldedWords(name);
    const line = ` ${words.map(soundOf).join(' ')} `;
    return wanted.every(({ beginning, whole, inflected }) => {
      if (beginning !== null && line.includes(beginning)) return true;
      if (inflected !== null && words.some((word) => isOneName(word, inflected))) return true;
      return whole.some((phrase) => line.includes(phrase));
    });
  };
}

/** Letters of the stem of a name: Алии is Алия. */
const SHORTEST_NAME_STEM = 2;

function isOneName(name: string, inflected: string): boolean {
  const [written, meant] = [name, inflected].map((word) => {
    return soundOf(withoutEnding(word, SHORTEST_NAME_STEM));
  });
  return written === meant || soundOf(name) === meant;
}

function people({ database }: Reader, isFound: IsFound): FoundName[] {
  return database
    .query<{ slug: AuthorSlug; name: string; role: string }>(
      "SELECT slug, name, model ->> '$.role' AS role FROM author",
    )
    .all()
    .filter(({ name }) => isFound(name))
    .map(({ slug, name, role }) => {
      return { kind: 'person', name, path: routes.person(slug), note: role };
    });
}

function lists({ site, sections }: Reader, isFound: IsFound): FoundName[] {
  const { countries } = messagesFor(site.language);
  return [
    ...sections
      .filter(({ name }) => isFound(name))
      .map(({ slug, name }): FoundName => {
        return { kind: 'section', name, path: routes.section(slug), note: null };
      }),
    ...Object.entries(countries).flatMap(([country, name]): FoundName[] => {
      if (!isCountry(country) || !isFound(name)) return [];
      return [{ kind: 'country', name, path: routes.country(country), note: null }];
    }),
  ];
}

/** Only those that readers can see: a topic of nothing but drafts is none. */
function topics(reader: Reader, terms: readonly Forms[], isFound: IsFound): FoundName[] {
  const [first] = terms;
  if (first === undefined) return [];
  const starts = [first.prefix, ...first.phrases.map((phrase) => phrase.join(' '))];
  const wanted = starts.flatMap((start) => (start === null ? [] : [` ${start}`]));
  const held = wanted.map(() => 'instr(words, ?) > 0').join(' OR ');
  return reader.database
    .query<{ slug: TopicSlug; words: string }>(
      `SELECT slug, words FROM topic WHERE ${held} ORDER BY length(words) LIMIT ${MOST_TOPICS}`,
    )
    .all(...wanted)
    .filter(({ words }) => isFound(words))
    .flatMap(({ slug }): FoundName[] => {
      const name = labelOf(reader, { kind: 'topic', value: slug });
      if (name === null) return [];
      return [{ kind: 'topic', name, path: routes.topic(slug), note: null }];
    });
}

function pages({ database }: Reader, isFound: IsFound): FoundName[] {
  return database
    .query<{ slug: PageSlug; name: string }>("SELECT slug, model ->> '$.title' AS name FROM page")
    .all()
    .filter(({ name }) => isFound(name))
    .map(({ slug, name }) => ({ kind: 'page', name, path: routes.page(slug), note: null }));
}
