import * as z from 'zod';
import type { SitePath } from '@/lib/site/routes';
import { isSlug, LONGEST_SLUG, SLUG, type Slug } from '@/lib/site/slug';
import { DATE } from './dates';
import { REQUIRED } from './validate';

/**
 * Builders for the fields of front matter and of the site's YAML files. `meta` says in JSON Schema
 * what a refinement says in code, as far as that can be said there.
 */

type Issue = { readonly input?: unknown };

function expecting(what: string): (issue: Issue) => string {
  return (issue) => (issue.input === undefined ? REQUIRED : what);
}

const AS_TEXT = 'must be text; put it in quotes if it looks like a number or a list.';
const LINE_BREAKS = /[\r\n\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Half of a character that takes two UTF-16 units; it can be in no address and no file. */
const HALF = /\p{Surrogate}/u;

/** One line of text, without control characters, of 1 to `longest` characters (code points). */
export function line(longest: number): z.ZodType<string, string> {
  return z
    .string({ error: expecting(AS_TEXT) })
    .trim()
    .refine((text) => text !== '', { error: 'must not be blank.', abort: true })
    .refine((text) => !LINE_BREAKS.test(text) && !CONTROL.test(text) && !HALF.test(text), {
      error: 'must be one line without control characters.',
      abort: true,
    })
    .refine((text) => [...text].length <= longest, {
      error: (issue) =>
        `is ${[...String(issue.input)].length} characters long; at most ${longest} fit.`,
    })
    .meta({ minLength: 1, maxLength: longest });
}

/** Text that may be empty, such as the alternative text of a decorative picture. */
export function anyLine(longest: number): z.ZodType<string, string> {
  return z
    .string({ error: expecting(AS_TEXT) })
    .trim()
    .max(longest, { error: `is too long; at most ${longest} characters fit.` })
    .refine((text) => !CONTROL.test(text) && !HALF.test(text), {
      error: 'must not hold control characters.',
    });
}

export function slug<Kind extends string>(example: string): z.ZodType<Slug<Kind>, string> {
  return z
    .string({ error: expecting(`must be a slug such as ${example}.`) })
    .refine(isSlug<Kind>, {
      error: `must be a slug: lower-case letters a to z, digits and single hyphens, such as ${example}.`,
    })
    .meta({ pattern: SLUG.source, maxLength: LONGEST_SLUG, examples: [example] });
}

/** A date as the editor wrote it; `readDate` gives it its meaning. */
export const dateText = z
  .string({ error: expecting('must be a date; write 2026-11-22 or 2026-11-22T09:00:00+05:00.') })
  .meta({ pattern: DATE.source, examples: ['2026-11-22', '2026-11-22T09:00:00+05:00'] });

export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, {
    error: (issue) =>
      issue.input === undefined ? REQUIRED : `must be one of ${values.join(', ')}.`,
  });
}

export function list<Item extends z.ZodType>(item: Item, example: string) {
  return z.array(item, { error: expecting(`must be a list, such as ${example}.`) });
}

export function flag(): z.ZodType<boolean, boolean> {
  return z.boolean({ error: expecting('must be true or false.') });
}

export function wholeNumber(least: number, most: number): z.ZodType<number, number> {
  const what = `must be a whole number from ${least} to ${most}.`;
  return z
    .number({ error: expecting(what) })
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, { error: what })
    .meta({ type: 'integer', minimum: least, maximum: most });
}

const SITE_PATH = /^\/(?!\/)[^\s?#\\]{0,999}$/;

/** A path on this site, without query or fragment; a trailing slash is taken off. */
export const sitePath = z
  .string({ error: expecting('must be a path on this site, such as /old/address.') })
  .refine((path): path is SitePath => SITE_PATH.test(path), {
    error: 'must be a path on this site: it starts with one slash and has no spaces, "?" or "#".',
    abort: true,
  })
  .meta({ pattern: SITE_PATH.source })
  .transform((path) => (path === '/' ? path : path.replace(/\/+$/, '')) as SitePath);

export const webAddress = z
  .string({ error: expecting('must be an address that starts with https://.') })
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: 'must be an address that starts with https://.',
  })
  .meta({ format: 'uri', pattern: '^https?://' });

export const emailAddress = z.email({
  error: expecting('must be an e-mail address such as newsroom@example.org.'),
});

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** BCP 47 language tag that the platform knows how to read. */
export const languageTag = z
  .string({ error: expecting('must be a language tag such as ru or uz-Latn.') })
  .refine((tag) => LANGUAGE.test(tag) && isLanguage(tag), {
    error: 'must be a language tag such as ru, kk or uz-Latn.',
  })
  .meta({ pattern: LANGUAGE.source, examples: ['ru', 'kk', 'uz-Latn'] });

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    // RangeError is how Intl says that a tag is malformed.
    return false;
  }
}

/** A picture as `media/NAME`, below the content folder, without steps upwards. */
export const mediaPath = z
  .string({ error: expecting('must name a picture, such as media/bridge.jpg.') })
  .refine((path) => /^media\/[^\\]+$/.test(path) && !path.split('/').some(isStep), {
    error: 'must name a picture in the media folder, such as media/bridge.jpg, without "..".',
  })
  .meta({ pattern: '^media/[^\\\\]+$', examples: ['media/bridge.jpg'] });

function isStep(segment: string): boolean {
  return segment === '' || segment === '.' || segment === '..';
}

export const labelledLink = z.strictObject(
  { label: line(80), url: webAddress },
  { error: expecting('must be {label, url}.') },
);

/** Where a link of the site's own files may lead: a path on this site, or an https:// address. */
export function isTarget(text: string): text is SitePath | `https://${string}` {
  return /^\/(?!\/)\S*$/.test(text) || (text.startsWith('https://') && URL.canParse(text));
}
