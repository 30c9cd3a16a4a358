import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const frontMatter = z.object({
  title: z.string(),
  image: z
    .object({ alt: z.string(), caption: z.string(), credit: z.string() })
    .partial()
    .optional(),
  corrections: z
    .array(z.object({ date: z.string(), kind: z.string(), text: z.string() }))
    .default([]),
});

/** What a file of the sample publication says; its words may change without breaking a test. */
export interface Sample extends z.infer<typeof frontMatter> {
  /** Headings of level 2 in the body, in plain punctuation. */
  readonly headings: readonly string[];
  /** Titles of the fact boxes in the body. */
  readonly factBoxes: readonly string[];
}

/**
 * Reads an article or a static page of the sample publication.
 * @param file path below `content/`, e.g. `pages/about.md`
 */
export function sample(file: string): Sample {
  const text = readFileSync(join('content', file), 'utf8');
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return {
    ...frontMatter.parse(parse(head)),
    headings: matches(body, /^## (.+)$/gm),
    factBoxes: matches(body, /^:::factbox\{title="(.+)"\}$/gm),
  };
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, match = '']) => match);
}

const frontPlan = z.object({ lead: z.object({ article: z.string() }) });

/** Slug of the story that the sample's front.yml sets at the top of the front page. */
export function sampleLead(): string {
  return frontPlan.parse(parse(readFileSync(join('content', 'front.yml'), 'utf8'))).lead.article;
}

/** Typographic quotation marks and apostrophes as they are typed. */
export function plainPunctuation(text: string): string {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}
