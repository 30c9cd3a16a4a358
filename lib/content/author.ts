import * as z from 'zod';
import { isSlug } from '@/lib/site/slug';
import { hasErrors } from './diagnostics';
import { anyLine, emailAddress, labelledLink, line, list, mediaPath, wholeNumber } from './fields';
import { readFrontMatter } from './frontMatter';
import { inspectBody } from './markdown';
import type { Author } from './models';
import { type Parsed, refused } from './parsed';
import type { Reference } from './references';
import type { SourceFile } from './source';
import { validate } from './validate';

/** Front matter of an author's profile. */
export const authorSchema = z.strictObject({
  name: line(100),
  role: line(100),
  avatar: z
    .strictObject(
      { src: mediaPath, alt: anyLine(300).optional() },
      { error: 'must be {src} with alt if it needs one.' },
    )
    .optional(),
  email: emailAddress.optional(),
  links: list(labelledLink, '[{label, url}]').default([]),
  location: line(80).optional(),
  languages: list(line(40), '[Kazakh, Russian]').default([]),
  beats: list(line(60), '[courts, energy]').default([]),
  since: wholeNumber(1900, 2100).optional(),
});

/** Reads one author's profile. Never throws; problems come back as findings. */
export function parseAuthor(file: SourceFile): Parsed<Author> {
  const slug = file.path.replace(/^authors\/|\.md$/g, '');
  if (!isSlug<'author'>(slug)) {
    throw new Error(`${file.path} was listed as a profile but is not named as one`);
  }
  const split = readFrontMatter(file);
  if (!split.ok) return refused(split.findings);
  const { source, body, bodyOffset } = split.frontMatter;
  const inspection = inspectBody(body, { text: file.text, offset: bodyOffset });
  const fields = hasErrors(split.findings) ? null : validate(source, authorSchema);
  const findings = [
    ...split.findings,
    ...(fields?.ok === false ? fields.findings : []),
    ...inspection.findings,
  ];
  if (!fields?.ok || hasErrors(findings)) return refused(findings);
  const { name, role, avatar, email, location, since, ...rest } = fields.value;
  const references: Reference[] = [...inspection.references];
  if (avatar) {
    references.push({ kind: 'media', value: avatar.src, ...source.at(['avatar', 'src']) });
  }
  return {
    value: {
      slug,
      name,
      role,
      avatar: avatar ? { src: avatar.src, alt: avatar.alt ?? null } : null,
      email: email ?? null,
      location: location ?? null,
      since: since ?? null,
      ...rest,
      bio: body,
      plainBio: inspection.plain,
    },
    findings,
    references,
  };
}
