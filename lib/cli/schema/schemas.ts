import * as z from 'zod';
import { articleSchema } from '@/lib/content/article';
import { authorSchema } from '@/lib/content/author';
import { frontSchema } from '@/lib/content/front';
import { pageSchema } from '@/lib/content/page';
import { redirectSchema } from '@/lib/content/redirects';
import { sectionSchema } from '@/lib/content/sections';
import { siteSchema } from '@/lib/content/site';
import { spellingSchema } from '@/lib/content/spellings';
import { articleData } from '@/lib/discovery/articles/articleData';
import {
  ARTICLE_NOTES,
  AUTHOR_NOTES,
  FRONT_NOTES,
  PAGE_NOTES,
  REDIRECT_NOTES,
  SECTION_NOTES,
  SITE_NOTES,
} from './fields';

/** Folder of the generated schemas, from the root of the repository. */
export const SCHEMA_FOLDER = 'docs/schema';

interface Kind {
  readonly title: string;
  readonly schema: z.ZodObject;
  readonly notes: Readonly<Record<string, string>>;
  /** Whether the file is a list of such things. */
  readonly isList?: boolean;
}

const KINDS: Readonly<Record<string, Kind>> = {
  article: { title: 'Front matter of an article', schema: articleSchema, notes: ARTICLE_NOTES },
  author: { title: 'Front matter of a profile', schema: authorSchema, notes: AUTHOR_NOTES },
  page: { title: 'Front matter of a page', schema: pageSchema, notes: PAGE_NOTES },
  site: { title: 'site.yml', schema: siteSchema, notes: SITE_NOTES },
  sections: {
    title: 'sections.yml',
    schema: sectionSchema,
    notes: SECTION_NOTES,
    isList: true,
  },
  front: { title: 'front.yml', schema: frontSchema, notes: FRONT_NOTES },
  redirects: {
    title: 'redirects.yml',
    schema: redirectSchema,
    notes: REDIRECT_NOTES,
    isList: true,
  },
};

/**
 * The JSON Schemas (draft 7, which YAML editors read) of all files that editors write, by the
 * names of their files, and of the data of an article. What refers to other files, and what JSON Schema cannot say, is left to
 * the check.
 */
export function schemaFiles(): Map<string, string> {
  const schemas = Object.entries(KINDS).map(([name, kind]): [string, object] => {
    return [name, schemaOf(kind)];
  });
  const all: [string, object][] = [
    ...schemas,
    ['spellings', spellingsSchema()],
    ['article-data', articleDataSchema()],
  ];
  return new Map(
    all.map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]),
  );
}

/** A file of plain lists, which has no fields. */
function spellingsSchema(): object {
  const group = spellingSchema.describe('Spellings of one name, which searches take for the same');
  const whole = z.array(group).meta({ title: 'spellings.yml' });
  return z.toJSONSchema(whole, { io: 'input', target: 'draft-7' });
}

/** Of what programs read, not of what editors write. */
function articleDataSchema(): object {
  return z.toJSONSchema(articleData.meta({ title: 'An article as data: /articles/SLUG.json' }));
}

function schemaOf({ title, schema, notes, isList }: Kind): object {
  const described = schema.shape;
  const shape = Object.fromEntries(
    Object.entries(described).map(([field, type]) => [
      field,
      type instanceof z.ZodType ? type.describe(notes[field] ?? '') : type,
    ]),
  );
  const object = z.strictObject(shape);
  const whole = (isList ? z.array(object) : object).meta({ title });
  return z.toJSONSchema(whole, { io: 'input', target: 'draft-7' });
}
