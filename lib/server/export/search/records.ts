import { recordOf } from '@/lib/archive/queries/cards';
import type { Reader } from '@/lib/archive/reader';
import type { HitFacts } from '@/lib/islands/fileSearch/renderHit';
import { longDate, machineDate, monthOf } from '@/lib/site/dates';
import { dateLanguage } from '@/lib/site/dateWords/dateLanguage';
import { routes, type SitePath } from '@/lib/site/routes';

/** An article as the search of an export knows it. */
export interface SearchRecord {
  readonly url: SitePath;
  /** Of the body. */
  readonly text: string;
  readonly facts: HitFacts;
  /** Values that searches are narrowed by; see `fileSearch.ts`. */
  readonly filters: Readonly<Record<'section' | 'country' | 'author' | 'year', readonly string[]>>;
}

interface Row {
  readonly model: string;
  readonly plain: string;
}

const COLUMNS = `SELECT model, plain FROM article JOIN article_plain ON article_plain.article = article.id
  WHERE listed = 1 AND published <= ?`;

/** Every article that readers see, the newest first. */
export function allRecords(reader: Reader): SearchRecord[] {
  return reader.database
    .query<Row>(`${COLUMNS} ORDER BY published DESC, slug`)
    .all(reader.now)
    .map((row) => recordFor(reader, row));
}

/** The article of a slug; null where readers see none. */
export function recordOfSlug(reader: Reader, slug: string): SearchRecord | null {
  const row = reader.database.query<Row>(`${COLUMNS} AND slug = ?`).get(reader.now, slug);
  return row ? recordFor(reader, row) : null;
}

function recordFor(reader: Reader, row: Row): SearchRecord {
  const { slug, title, summary, lang, published, section, authors, countries } = recordOf(row);
  const { timeZone, language } = reader.site;
  return {
    url: routes.article(slug),
    text: row.plain,
    facts: {
      title,
      summary,
      lang,
      date: machineDate(published.at, published.precision, timeZone),
      day: longDate(published.at, { language: dateLanguage(lang, language), timeZone }),
      section: [routes.section(section), reader.sectionName(section).name],
      authors: authors.map((author) => {
        const { name, hasProfile } = reader.byline(author);
        return [hasProfile ? routes.person(author) : '', name];
      }),
    },
    filters: {
      section: [section],
      country: countries,
      author: authors,
      year: [monthOf(published.at, timeZone).slice(0, 4)],
    },
  };
}
