import * as z from 'zod';
import { DateReader } from './dateFields';
import { hasErrors } from './diagnostics';
import { dateText, list, slug } from './fields';
import type { FrontPick, FrontPlan } from './models';
import type { Parsed, ReadingSettings } from './parsed';
import type { Reference } from './references';
import type { SourceFile } from './source';
import { validate } from './validate';
import { readYaml, type YamlPath } from './yaml';

const pickSchema = z.strictObject(
  { article: slug<'article'>('what-is-a-transit-corridor'), until: dateText.optional() },
  { error: 'must be {article} with until if it ends.' },
);

/** front.yml: what the editors set on the front page. */
export const frontSchema = z.strictObject({
  lead: pickSchema.optional(),
  pinned: list(pickSchema, '[{article: slug}]').default([]),
});

/** The plan of a front page that nobody planned: the newest articles fill it. */
export const UNPLANNED_FRONT: FrontPlan = { lead: null, pinned: [] };

/** Reads front.yml. Never throws; problems come back as findings. */
export function parseFront(file: SourceFile, settings: ReadingSettings): Parsed<FrontPlan> {
  const { source, findings: syntax } = readYaml(file.text, file.lines);
  const fields = validate(source, frontSchema);
  if (hasErrors(syntax) || !fields.ok) {
    return {
      value: null,
      findings: fields.ok ? syntax : [...syntax, ...fields.findings],
      references: [],
    };
  }
  const dates = new DateReader(source, settings.timeZone);
  const references: Reference[] = [];
  const pick = (entry: z.output<typeof pickSchema>, path: YamlPath): FrontPick => {
    references.push({ kind: 'article', value: entry.article, ...source.at([...path, 'article']) });
    const until =
      entry.until === undefined
        ? null
        : dates.read({ path: [...path, 'until'], text: entry.until });
    return { article: entry.article, until: until?.at ?? null };
  };
  const { lead, pinned } = fields.value;
  const plan: FrontPlan = {
    lead: lead ? pick(lead, ['lead']) : null,
    pinned: pinned.map((entry, index) => pick(entry, ['pinned', index])),
  };
  const findings = [...syntax, ...dates.findings];
  return { value: hasErrors(findings) ? null : plan, findings, references };
}
