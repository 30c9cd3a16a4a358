import * as z from 'zod';
import { type Finding, hasErrors, START_OF_FILE } from './diagnostics';
import { line, slug } from './fields';
import type { Section } from './models';
import type { SourceFile } from './source';
import { validate } from './validate';
import { readYaml } from './yaml';

/** One entry of sections.yml. */
export const sectionSchema = z.strictObject(
  { slug: slug<'section'>('politics'), name: line(60), description: line(300) },
  { error: 'must be {slug, name, description}.' },
);

export interface ParsedSections {
  /** Every sound entry, in the order of the file. */
  readonly value: readonly Section[];
  /** Slugs that the file declares, those of broken entries included: articles may name them. */
  readonly declared: readonly string[];
  readonly findings: readonly Finding[];
}

/** Reads sections.yml. A broken entry is reported and left out; the others count. */
export function parseSections(file: SourceFile): ParsedSections {
  const { source, findings: syntax } = readYaml(file.text, file.lines);
  const entries = source.value();
  if (!Array.isArray(entries)) {
    const message = 'sections.yml must be a list of {slug, name, description}.';
    const shape: Finding = { ...START_OF_FILE, severity: 'error', rule: 'invalid-field', message };
    return { value: [], declared: [], findings: hasErrors(syntax) ? syntax : [shape] };
  }
  const findings: Finding[] = [...syntax];
  const sections = new Map<string, Section>();
  entries.forEach((entry: unknown, index) => {
    const result = validate(source, sectionSchema, entry, [index]);
    if (!result.ok) findings.push(...result.findings);
    else if (sections.has(result.value.slug)) {
      findings.push({
        ...source.at([index, 'slug']),
        severity: 'error',
        rule: 'duplicate-slug',
        message: `The section "${result.value.slug}" stands twice; give one of them another slug.`,
      });
    } else sections.set(result.value.slug, result.value);
  });
  return { value: [...sections.values()], declared: entries.flatMap(declaredSlug), findings };
}

function declaredSlug(entry: unknown): string[] {
  if (typeof entry !== 'object' || entry === null || !('slug' in entry)) return [];
  return typeof entry.slug === 'string' ? [entry.slug] : [];
}
