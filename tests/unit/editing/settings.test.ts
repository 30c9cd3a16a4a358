import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { articleSchema } from '@/lib/content/article';
import { authorSchema } from '@/lib/content/author';
import { imageSchema } from '@/lib/content/image';
import { pageSchema } from '@/lib/content/page';
import { COUNTRIES } from '@/lib/site/countries';
import { jsonOf } from './files';

const settings = jsonOf('.vscode/settings.json');

interface Field {
  readonly name: string;
  readonly type: string;
  readonly required?: boolean;
  readonly choices?: readonly string[];
  readonly fields?: readonly Field[];
}

const typeNamed = (name: string): readonly Field[] =>
  settings['frontMatter.taxonomy.contentTypes'].find((type: { name: string }) => type.name === name)
    .fields;

const fieldNamed = (type: string, name: string): Field | undefined =>
  typeNamed(type).find((field) => field.name === name);

describe('the settings of the editor', () => {
  it.each<[string, z.ZodObject]>([
    ['default', articleSchema],
    ['author', authorSchema],
    ['page', pageSchema],
  ])('have exactly the fields of the schema for the content type %s', (name, schema) => {
    expect(typeNamed(name).map((field) => field.name)).toEqual(
      expect.arrayContaining(Object.keys(schema.shape)),
    );
    expect(typeNamed(name)).toHaveLength(Object.keys(schema.shape).length);
    const required = Object.entries(schema.shape)
      .filter(([, type]) => !type.safeParse(undefined).success)
      .map(([field]) => field);
    expect(
      typeNamed(name)
        .filter((field) => field.required)
        .map((field) => field.name)
        .sort(),
    ).toEqual(required.sort());
  });

  it('offer the countries that there are, and parts of a picture that it has', () => {
    expect(fieldNamed('default', 'countries')?.choices).toEqual([...COUNTRIES]);
    for (const { name } of fieldNamed('default', 'image')?.fields ?? []) {
      expect(Object.keys(imageSchema.shape)).toContain(name);
    }
  });

  it('lead from each folder of content to one content type', () => {
    const folders: { path: string; contentTypes: string[] }[] =
      settings['frontMatter.content.pageFolders'];
    expect(folders.map(({ path, contentTypes }) => [path, ...contentTypes])).toEqual([
      ['[[workspace]]/content/articles', 'default'],
      ['[[workspace]]/content/authors', 'author'],
      ['[[workspace]]/content/pages', 'page'],
    ]);
  });

  it('lead from each YAML file to a schema that is there', () => {
    const schemas: [string, string][] = Object.entries(settings['yaml.schemas']);
    expect(schemas.map(([, file]) => file)).toEqual(
      ['site', 'sections', 'front', 'redirects', 'spellings'].map((name) => `content/${name}.yml`),
    );
    for (const [path, file] of schemas) {
      const root = resolve(import.meta.dirname, '../../..');
      expect(existsSync(resolve(root, path))).toBe(true);
      expect(existsSync(resolve(root, file))).toBe(true);
    }
  });
});
