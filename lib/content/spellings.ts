import { type Finding, hasErrors, START_OF_FILE } from './diagnostics';
import { line, list } from './fields';
import type { SourceFile } from './source';
import { validate } from './validate';
import { readYaml } from './yaml';

/** One entry of spellings.yml: names that mean the same. */
export const spellingSchema = list(line(60), '[Tashkent, Toshkent, Ташкент]').min(2, {
  error: 'must hold at least two spellings.',
});

export interface ParsedSpellings {
  /** Every sound entry. */
  readonly value: readonly (readonly string[])[];
  readonly findings: readonly Finding[];
}

/** Reads spellings.yml. A broken entry is reported and left out; the others count. */
export function parseSpellings(file: SourceFile): ParsedSpellings {
  const { source, findings: syntax } = readYaml(file.text, file.lines);
  const entries = source.value();
  if (!Array.isArray(entries)) {
    const message = 'spellings.yml must be a list of lists such as [Tashkent, Toshkent, Ташкент].';
    const shape: Finding = { ...START_OF_FILE, severity: 'error', rule: 'invalid-field', message };
    return { value: [], findings: hasErrors(syntax) ? syntax : [shape] };
  }
  const findings: Finding[] = [...syntax];
  const seen = new Map<string, string>();
  const value: (readonly string[])[] = [];
  entries.forEach((entry: unknown, index) => {
    const result = validate(source, spellingSchema, entry, [index]);
    if (!result.ok) {
      findings.push(...result.findings);
      return;
    }
    const group = result.value;
    const repeated = group.findIndex((name) => seen.has(name.toLowerCase()));
    const name = group[repeated];
    if (name === undefined) {
      for (const one of group) seen.set(one.toLowerCase(), one);
      value.push(group);
      return;
    }
    findings.push({
      ...source.at([index, repeated]),
      severity: 'error',
      rule: 'repeated-value',
      message: `"${name}" stands in another group already; put all its spellings into one.`,
    });
  });
  return { value, findings };
}
