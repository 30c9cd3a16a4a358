import * as z from 'zod';
import type { Finding, Position } from './diagnostics';
import { closest } from './suggest';
import type { YamlPath, YamlSource } from './yaml';

export type Validation<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Checks YAML against a schema; every problem is placed at the key or value that it is about. */
export function validate<Schema extends z.ZodType>(
  source: YamlSource,
  schema: Schema,
  value: unknown = source.value(),
  base: YamlPath = [],
): Validation<z.output<Schema>> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  const findings = result.error.issues.flatMap((issue) => describe(issue, schema, source, base));
  return { ok: false, findings };
}

function describe(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  source: YamlSource,
  base: YamlPath,
): Finding[] {
  const inner = issue.path.filter((step) => typeof step !== 'symbol');
  const path = [...base, ...inner];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, inner);
    return issue.keys.map((key) => unknownField(key, source.atKey(path, key), known));
  }
  const name = fieldName(path);
  const rule = issue.message === REQUIRED ? 'missing-field' : 'invalid-field';
  const finding: Finding = {
    ...source.at(path),
    severity: 'error',
    rule,
    message: name ? `${name}: ${issue.message}` : NO_FIELDS,
  };
  const wrong = issue.code === 'invalid_value' ? issue.input : undefined;
  if (issue.code !== 'invalid_value' || typeof wrong !== 'string') return [finding];
  const meant = closest(wrong, issue.values.map(String));
  if (meant === undefined) return [finding];
  return [
    { ...finding, message: `${finding.message} Did you mean "${meant}"?`, suggestion: meant },
  ];
}

/** Message of a field that has to be there; it decides the rule's name too. */
export const REQUIRED = 'this field is required.';

const NO_FIELDS = 'Fields are expected here, each on a line of its own as "name: value".';

function unknownField(key: string, place: Position, known: readonly string[]): Finding {
  const meant = closest(key, known);
  const base = { ...place, severity: 'error' as const, rule: 'unknown-field' };
  if (meant === undefined) {
    return { ...base, message: `Unknown field "${key}". Known here: ${known.join(', ')}.` };
  }
  return {
    ...base,
    message: `Unknown field "${key}". Did you mean "${meant}"?`,
    suggestion: meant,
  };
}

/** "authors[1]", "image.src": how an editor would call the field. */
export function fieldName(path: YamlPath): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step + 1}]`;
    return name === '' ? step : `${name}.${step}`;
  }, '');
}

function keysAt(schema: z.ZodType, path: YamlPath): string[] {
  let current: unknown = schema;
  for (const step of path) {
    const container = unwrap(current);
    if (container instanceof z.ZodArray) current = container.element;
    else if (container instanceof z.ZodObject) current = container.shape[String(step)];
    else return [];
  }
  const end = unwrap(current);
  return end instanceof z.ZodObject ? Object.keys(end.shape) : [];
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return unwrap(schema.unwrap());
  }
  return schema;
}
