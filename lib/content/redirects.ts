import * as z from 'zod';
import { type Finding, hasErrors, START_OF_FILE } from './diagnostics';
import { isTarget, line, sitePath } from './fields';
import type { Redirect } from './models';
import type { Reference } from './references';
import type { SourceFile } from './source';
import { REQUIRED, validate } from './validate';
import { readYaml } from './yaml';

const target = line(1000).refine(isTarget, {
  error: 'must be a path on this site or an address that starts with https://.',
});

/** One entry of redirects.yml. */
export const redirectSchema = z
  .strictObject(
    {
      from: sitePath,
      to: target.optional(),
      gone: z.literal(true, { error: 'can only be true.' }).optional(),
    },
    {
      error: (issue) =>
        issue.input === undefined ? REQUIRED : 'must be {from, to} or {from, gone: true}.',
    },
  )
  .refine((entry) => (entry.to === undefined) !== (entry.gone === undefined), {
    error: 'must have either "to" or "gone: true".',
  });

export interface ParsedRedirects {
  /** Every sound entry. */
  readonly value: readonly Redirect[];
  /** The old addresses and their targets on this site, each at its place. */
  readonly references: readonly Reference[];
  readonly findings: readonly Finding[];
}

/** Reads redirects.yml. A broken entry is reported and left out; the others count. */
export function parseRedirects(file: SourceFile): ParsedRedirects {
  const { source, findings: syntax } = readYaml(file.text, file.lines);
  const entries = source.value();
  if (!Array.isArray(entries)) {
    const nothing =
      typeof entries === 'object' && entries !== null && Object.keys(entries).length === 0;
    const message = 'redirects.yml must be a list of {from, to} or {from, gone: true}.';
    const shape: Finding = { ...START_OF_FILE, severity: 'error', rule: 'invalid-field', message };
    return { value: [], references: [], findings: nothing || hasErrors(syntax) ? syntax : [shape] };
  }
  const findings: Finding[] = [...syntax];
  const references: Reference[] = [];
  const value = entries.flatMap((entry: unknown, index) => {
    const result = validate(source, redirectSchema, entry, [index]);
    if (!result.ok) {
      findings.push(...result.findings);
      return [];
    }
    const { from, to } = result.value;
    references.push({ kind: 'oldAddress', value: from, ...source.at([index, 'from']) });
    if (to?.startsWith('/')) {
      references.push({ kind: 'address', value: to, ...source.at([index, 'to']) });
    }
    return [to === undefined ? { from, gone: true as const } : { from, to }];
  });
  return { value, references, findings };
}
