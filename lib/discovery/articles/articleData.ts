import * as z from 'zod';
import { GENRES } from '@/lib/site/genres';

const url = z.url();
const list = z.strictObject({ name: z.string(), url });
const date = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$/)
  .describe('A day, or a moment with its offset where the newsroom gave a time (ISO 8601)');
const variant = z.strictObject({
  url,
  type: z.string().describe('Media type'),
  width: z.int().min(1).describe('Pixels'),
  height: z.int().min(1).describe('Pixels'),
});

/** An article as `/articles/SLUG.json` says it. */
export const articleData = z.strictObject({
  url: url.describe('Of the article, and its name for ever'),
  site: list.describe('Who publishes it'),
  title: z.string().describe('Headline'),
  summary: z.string().describe('Standfirst'),
  lang: z.string().describe('BCP 47 tag of its language'),
  published: date,
  updated: date.nullable().describe('Of the last update that readers were told of'),
  authors: z
    .array(z.strictObject({ name: z.string(), url: url.nullable().describe('Of the profile') }))
    .describe('In the order of the byline'),
  section: list.describe('In which it stands'),
  genre: z.enum(GENRES).nullable().describe('Kind of text; null for plain news'),
  dateline: z.string().nullable().describe('Place that it is reported from'),
  countries: z.array(list).describe('That it is about; the region is one of them'),
  topics: z.array(list).describe('Tags of the newsroom'),
  picture: z
    .strictObject({
      ...variant.shape,
      alt: z.string().describe('In place of the picture; empty where it is decorative'),
      caption: z.string().nullable(),
      credit: z.string().nullable(),
      variants: z.array(variant).describe('Other sizes and formats of it'),
    })
    .nullable()
    .describe('Over the article'),
  series: z
    .strictObject({ name: z.string(), part: z.int().min(1) })
    .nullable()
    .describe('That it is a part of'),
  corrections: z
    .array(
      z.strictObject({ kind: z.enum(['correction', 'clarification']), date, text: z.string() }),
    )
    .describe('Newest first'),
  translations: z
    .array(z.strictObject({ lang: z.string(), title: z.string(), url }))
    .describe('The same article in other languages'),
  canonicalUrl: url.nullable().describe('Where others published it first'),
  words: z.int().min(0).describe('In the body'),
  html: z.string().describe('The body, with absolute addresses'),
  text: z.string().describe('The body without markup; blank lines between paragraphs'),
});

export type ArticleData = z.infer<typeof articleData>;

/** All of it but for what the body is rendered to. */
export type ArticleFacts = Omit<ArticleData, 'html' | 'text'>;
