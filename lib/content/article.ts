import * as z from 'zod';
import { COUNTRIES } from '@/lib/site/countries';
import { GENRES } from '@/lib/site/genres';
import { isSlug, type SeriesSlug, type Slug, slugify, type TopicSlug } from '@/lib/site/slug';
import { type DatedField, DateReader } from './dateFields';
import { type Finding, hasErrors } from './diagnostics';
import {
  dateText,
  flag,
  languageTag,
  line,
  list,
  oneOf,
  sitePath,
  slug,
  webAddress,
  wholeNumber,
} from './fields';
import { readFrontMatter } from './frontMatter';
import { imageRef, imageSchema } from './image';
import { inspectBody, type Typography, typographyFor } from './markdown';
import type { Article, Topic } from './models';
import { type Parsed, type ReadingSettings, refused } from './parsed';
import type { Reference } from './references';
import type { SourceFile } from './source';
import { validate } from './validate';
import type { YamlSource } from './yaml';

const topicName = line(60).refine((name) => slugify(name) !== undefined, {
  error: 'must hold a letter or a digit that an address can be made of.',
});

/** Front matter of an article, as an editor writes it. */
export const articleSchema = z.strictObject({
  title: line(160),
  date: dateText,
  authors: list(slug<'author'>('aliya-haidar'), '[aliya-haidar]').min(1, {
    error: 'must name at least one author.',
  }),
  summary: line(320),
  section: slug<'section'>('politics'),
  genre: oneOf(GENRES).optional(),
  dateline: line(60).optional(),
  countries: list(oneOf(COUNTRIES), '[kazakhstan]').default([]),
  topics: list(topicName, '[water, energy]').default([]),
  image: imageSchema.optional(),
  updated: dateText.optional(),
  corrections: list(
    z.strictObject(
      { date: dateText, text: line(1000), kind: oneOf(['correction', 'clarification']) },
      { error: 'must be {date, text, kind}.' },
    ),
    '[{date, text, kind}]',
  ).default([]),
  lang: languageTag.optional(),
  translationOf: slug<'article'>('how-an-official-rate-is-set').optional(),
  canonicalUrl: webAddress.optional(),
  draft: flag().default(false),
  redirectFrom: list(sitePath, '[/old/address]').default([]),
  series: z
    .strictObject(
      {
        name: line(80).refine((name) => slugify(name) !== undefined, {
          error: 'must hold a letter or a digit that an address can be made of.',
        }),
        part: wholeNumber(1, 999),
      },
      { error: 'must be {name, part}.' },
    )
    .optional(),
});

type Fields = z.output<typeof articleSchema>;

const PLACE = /^articles\/(\d{4})\/(\d{2})\/([^/]+)\.md$/;

/** Reads one article. Never throws; problems come back as findings with their places. */
export function parseArticle(file: SourceFile, settings: ReadingSettings): Parsed<Article> {
  const name = PLACE.exec(file.path)?.[3] ?? '';
  if (!isSlug<'article'>(name)) {
    throw new Error(`${file.path} was listed as an article but is not named as one`);
  }
  const split = readFrontMatter(file);
  if (!split.ok) return refused(split.findings);
  const { source, body, bodyOffset } = split.frontMatter;
  const fields = hasErrors(split.findings) ? null : validate(source, articleSchema);
  const lang = fields?.ok ? (fields.value.lang ?? settings.language) : undefined;
  const inspection = inspectBody(body, { text: file.text, offset: bodyOffset }, lang);
  if (!fields?.ok || lang === undefined) {
    return refused([
      ...split.findings,
      ...(fields?.ok === false ? fields.findings : []),
      ...inspection.findings,
    ]);
  }
  const dates = new DateReader(source, settings.timeZone);
  const set = typographyFor(lang) ?? ((text: string): string => text);
  const dated = readDates(fields.value, dates, set);
  const findings = [
    ...split.findings,
    ...dates.findings,
    ...repeats(fields.value, source),
    ...emptySummary(fields.value, source),
  ];
  const references = [...named(fields.value, source), ...inspection.references];
  const all = [...findings, ...inspection.findings];
  if (dated === null || hasErrors(all)) return { value: null, findings: all, references };
  return {
    value: {
      slug: name,
      ...plainFields(fields.value, lang, set),
      ...dated,
      body,
      plain: inspection.plain,
      opening: set(inspection.opening),
      words: inspection.words,
    },
    findings: all,
    references,
  };
}

type DatedParts = Pick<Article, 'published' | 'updated' | 'corrections'>;

function readDates(fields: Fields, dates: DateReader, set: Typography): DatedParts | null {
  const published = dates.read({ path: ['date'], text: fields.date });
  const updated =
    fields.updated === undefined
      ? null
      : dates.readAfter({ path: ['updated'], text: fields.updated }, published, 'date');
  const corrections = fields.corrections.map((correction, index) => {
    const field: DatedField = { path: ['corrections', index, 'date'], text: correction.date };
    const text = set(correction.text);
    return { ...correction, text, date: dates.readAfter(field, published, 'date') };
  });
  if (published === null || (fields.updated !== undefined && updated === null)) return null;
  const whole = corrections.flatMap(({ date, ...rest }) => (date ? [{ ...rest, date }] : []));
  if (whole.length !== corrections.length) return null;
  return {
    published,
    updated,
    corrections: whole.sort((a, b) => b.date.at - a.date.at),
  };
}

function plainFields(fields: Fields, lang: string, set: Typography) {
  return {
    title: set(fields.title),
    authors: fields.authors,
    summary: set(fields.summary),
    section: fields.section,
    genre: fields.genre ?? null,
    dateline: fields.dateline === undefined ? null : set(fields.dateline),
    countries: fields.countries,
    topics: fields.topics.flatMap(topic),
    image: fields.image ? imageRef(fields.image, set) : null,
    lang,
    translationOf: fields.translationOf ?? null,
    canonicalUrl: fields.canonicalUrl === undefined ? null : new URL(fields.canonicalUrl).href,
    draft: fields.draft,
    redirectFrom: fields.redirectFrom,
    series: series(fields.series),
  };
}

function topic(name: string): Topic[] {
  const made = slugify<'topic'>(name);
  return made === undefined ? [] : [{ slug: made satisfies TopicSlug, name }];
}

function series(field: Fields['series']): Article['series'] {
  const made: SeriesSlug | undefined = field && slugify<'series'>(field.name);
  return field && made ? { slug: made, name: field.name, part: field.part } : null;
}

function named(fields: Fields, source: YamlSource): Reference[] {
  const references: Reference[] = fields.authors.map((author, index) => ({
    kind: 'author',
    value: author,
    ...source.at(['authors', index]),
  }));
  references.push({ kind: 'section', value: fields.section, ...source.at(['section']) });
  if (fields.image) {
    references.push({ kind: 'media', value: fields.image.src, ...source.at(['image', 'src']) });
  }
  if (fields.translationOf) {
    references.push({
      kind: 'article',
      value: fields.translationOf,
      ...source.at(['translationOf']),
    });
  }
  fields.redirectFrom.forEach((value, index) => {
    references.push({ kind: 'oldAddress', value, ...source.at(['redirectFrom', index]) });
  });
  return references;
}

/** An author, country or topic that stands twice in its list. */
function repeats(fields: Fields, source: YamlSource): Finding[] {
  const lists: [string, readonly string[]][] = [
    ['authors', fields.authors],
    ['countries', fields.countries],
    ['topics', fields.topics.map((name): Slug<'topic'> | string => slugify(name) ?? name)],
    ['redirectFrom', fields.redirectFrom],
  ];
  return lists.flatMap(([field, values]) =>
    values.flatMap((value, index): Finding[] =>
      values.indexOf(value) === index
        ? []
        : [
            {
              ...source.at([field, index]),
              severity: 'error',
              rule: 'repeated-value',
              message: `${field}: "${value}" stands here a second time; delete one.`,
            },
          ],
    ),
  );
}

/** A standfirst that says the headline again, whatever its capitals and signs. */
function emptySummary({ title, summary }: Fields, source: YamlSource): Finding[] {
  if (wordsOf(title) !== wordsOf(summary)) return [];
  const message =
    'summary: says the same as the title; write what the title leaves open, since both stand together on lists.';
  return [{ ...source.at(['summary']), severity: 'warning', rule: 'summary-is-title', message }];
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
