import * as z from 'zod';
import { type Finding, hasErrors, type Position, START_OF_FILE } from '@/lib/content/diagnostics';
import { oneOf } from '@/lib/content/fields';
import type { SourceFile } from '@/lib/content/source';
import { type Validation, validate } from '@/lib/content/validate';
import { readYaml, type YamlSource } from '@/lib/content/yaml';
import { observedSchema, pegSchema, type Source } from './sources';

/** The kind is read by itself, so that a slip in another field is checked by the right schema. */
const kindSchema = z.looseObject(
  { kind: oneOf(['aggregated', 'official', 'peg']) },
  { error: 'must be a source: {id, name, url, kind}.' },
);

export interface ListedSource {
  readonly source: Source;
  /** Where its id stands in sources.yml. */
  readonly place: Position;
}

export interface ParsedSources {
  /** Every sound entry, in the order of the file, which is the order of preference. */
  readonly value: readonly ListedSource[];
  readonly findings: readonly Finding[];
}

/** Reads sources.yml. A broken entry is reported and left out; the others count. */
export function parseSources(file: SourceFile): ParsedSources {
  const { source: yaml, findings: syntax } = readYaml(file.text, file.lines);
  const entries = yaml.value();
  if (!Array.isArray(entries)) {
    const shape = problem(
      START_OF_FILE,
      'invalid-field',
      'sources.yml must be a list of {id, name, url, kind}.',
    );
    return { value: [], findings: hasErrors(syntax) ? syntax : [shape] };
  }
  const findings: Finding[] = [...syntax];
  const value: ListedSource[] = [];
  entries.forEach((entry: unknown, index) => {
    const result = validateEntry(yaml, entry, index);
    if (!result.ok) {
      findings.push(...result.findings);
      return;
    }
    const clash = clashOf(result.value, value);
    if (clash) findings.push(problem(yaml.at([index, clash.field]), clash.rule, clash.message));
    else value.push({ source: result.value, place: yaml.at([index, 'id']) });
  });
  return { value, findings };
}

function validateEntry(yaml: YamlSource, entry: unknown, index: number): Validation<Source> {
  const kind = validate(yaml, kindSchema, entry, [index]);
  if (!kind.ok) return kind;
  if (kind.value.kind === 'peg') return validate(yaml, pegSchema, entry, [index]);
  return validate(yaml, observedSchema, entry, [index]);
}

interface Clash {
  readonly field: 'id' | 'quote';
  readonly rule: string;
  readonly message: string;
}

function clashOf(source: Source, before: readonly ListedSource[]): Clash | undefined {
  if (before.some((other) => other.source.id === source.id)) {
    const message = `The source "${source.id}" stands twice; give one of them another id.`;
    return { field: 'id', rule: 'duplicate-source', message };
  }
  if (source.kind !== 'peg') return undefined;
  const { quote } = source;
  if (!before.some((other) => other.source.kind === 'peg' && other.source.quote === quote)) {
    return undefined;
  }
  const message = `${quote} has a peg already; keep the one that is in force.`;
  return { field: 'quote', rule: 'duplicate-peg', message };
}

function problem(place: Position, rule: string, message: string): Finding {
  return { ...place, severity: 'error', rule, message };
}
