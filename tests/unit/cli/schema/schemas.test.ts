import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCHEMA_FOLDER, schemaFiles } from '@/lib/cli/schema/schemas';

const FOLDER = resolve(import.meta.dirname, '../../../..', SCHEMA_FOLDER);

describe('the JSON Schemas', () => {
  it.each([...schemaFiles()])(
    '%s is as the program has it (else: npm run schema)',
    (name, text) => {
      expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(text);
    },
  );

  it('are all that lie in their folder', () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...schemaFiles().keys()].sort());
  });

  it.each([...schemaFiles()])('%s says of every field what it is', (_name, text) => {
    const { title, items, ...rest } = JSON.parse(text);
    expect(title).toEqual(expect.any(String));
    if (items?.type === 'array') {
      expect(items.description).toMatch(/^[A-Z]/);
      return;
    }
    const { properties, additionalProperties } = items ?? rest;
    expect(additionalProperties).toBe(false);
    for (const field of Object.values(properties)) {
      expect(field).toMatchObject({ description: expect.stringMatching(/^[A-Z]/) });
    }
  });

  it('have the patterns of slugs and dates, and the lengths of text', () => {
    const { properties, required } = JSON.parse(schemaFiles().get('article.schema.json') ?? '');
    const slug = new RegExp(properties.section.pattern);
    expect(['water', 'a-1'].every((text) => slug.test(text))).toBe(true);
    expect(['Water', 'a--b', ''].some((text) => slug.test(text))).toBe(false);
    const date = new RegExp(properties.date.pattern);
    expect(['2026-11-22', '2026-11-22T09:00+05:00'].every((text) => date.test(text))).toBe(true);
    expect(['22.11.2026', 'today'].some((text) => date.test(text))).toBe(false);
    expect(properties.title).toMatchObject({ minLength: 1, maxLength: 160 });
    expect(required).toEqual(['title', 'date', 'authors', 'summary', 'section']);
  });
});
