import * as z from 'zod';
import { RESERVED_SEGMENTS } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';
import { DateReader } from './dateFields';
import { hasErrors, START_OF_FILE } from './diagnostics';
import { dateText, line } from './fields';
import { readFrontMatter } from './frontMatter';
import { inspectBody } from './markdown';
import type { StaticPage } from './models';
import { type Parsed, type ReadingSettings, refused } from './parsed';
import type { SourceFile } from './source';
import { validate } from './validate';

/** Front matter of a static page such as "About". */
export const pageSchema = z.strictObject({
  title: line(160),
  summary: line(320).optional(),
  updated: dateText.optional(),
});

/** Reads one static page. Never throws; problems come back as findings. */
export function parsePage(file: SourceFile, settings: ReadingSettings): Parsed<StaticPage> {
  const slug = file.path.replace(/^pages\/|\.md$/g, '');
  if (!isSlug<'page'>(slug)) {
    throw new Error(`${file.path} was listed as a page but is not named as one`);
  }
  if (RESERVED_SEGMENTS.has(slug)) {
    const message = `The address /${slug} belongs to the site itself; give the file another name.`;
    return refused([{ ...START_OF_FILE, severity: 'error', rule: 'reserved-address', message }]);
  }
  const split = readFrontMatter(file);
  if (!split.ok) return refused(split.findings);
  const { source, body, bodyOffset } = split.frontMatter;
  const inspection = inspectBody(body, { text: file.text, offset: bodyOffset }, settings.language);
  const fields = hasErrors(split.findings) ? null : validate(source, pageSchema);
  const dates = new DateReader(source, settings.timeZone);
  const updated =
    fields?.ok && fields.value.updated !== undefined
      ? dates.read({ path: ['updated'], text: fields.value.updated })
      : null;
  const findings = [
    ...split.findings,
    ...(fields?.ok === false ? fields.findings : []),
    ...dates.findings,
    ...inspection.findings,
  ];
  if (!fields?.ok || hasErrors(findings)) return refused(findings);
  const { title, summary } = fields.value;
  return {
    value: { slug, title, summary: summary ?? null, updated, body, plain: inspection.plain },
    findings,
    references: inspection.references,
  };
}
