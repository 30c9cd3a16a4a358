import { stringify } from 'yaml';
import { parseArticle } from '@/lib/content/article';
import { readDate } from '@/lib/content/dates';
import { sourceOf } from '@/lib/content/source';
import { type Instant, machineDate, monthOf } from '@/lib/site/dates';
import { isSlug } from '@/lib/site/slug';
import { CommandError } from '../commandError';
import { chosen, listOf } from './choose';
import type { Desk } from './desk';
import { type NewFile, refuseErrors } from './newFile';
import { shortSlug } from './shortSlug';

export interface ArticleWishes {
  readonly title: string;
  /** Slugs; with one author in the whole publication none need be named. */
  readonly authors: readonly string[];
  readonly section?: string | undefined;
  readonly date?: string | undefined;
  readonly summary?: string | undefined;
  readonly slug?: string | undefined;
  /** Whether the article is published as soon as it is committed and its date has come. */
  readonly publish: boolean;
}

/** Stands in for the standfirst in a draft, which is valid from the first moment. */
export const SUMMARY_TO_WRITE =
  'To be written: what happened, to whom, and why it matters, in one sentence.';

const MINUTE = 60_000;

/**
 * The text and the place of a new article; nothing is written yet.
 * @throws CommandError where something named does not exist, or the article would have errors
 */
export function newArticle(desk: Desk, wishes: ArticleWishes, now: Instant): NewFile {
  const slug = wishes.slug ?? shortSlug(wishes.title);
  if (slug === undefined) {
    throw new CommandError('No letter of this title fits an address; name one with --slug.');
  }
  if (!isSlug<'article'>(slug)) {
    throw new CommandError(`--slug is lower-case letters a to z, digits and single hyphens.`);
  }
  const taken = desk.articles.get(slug);
  if (taken !== undefined) {
    throw new CommandError(
      `The address "${slug}" belongs to ${taken} already; name another with --slug.`,
    );
  }
  const date = dateOf(wishes.date, desk.settings.timeZone, now);
  const month = monthOf(date.at, desk.settings.timeZone).replace('-', '/');
  const path = `articles/${month}/${slug}.md`;
  const fields = {
    title: wishes.title,
    date: date.text,
    authors: authorsOf(wishes.authors, desk),
    summary: wishes.summary ?? SUMMARY_TO_WRITE,
    section: sectionOf(wishes.section, desk),
    ...(wishes.publish ? {} : { draft: true }),
  };
  const text = `---\n${stringify(fields, { lineWidth: 0 })}---\n\n`;
  refuseErrors(parseArticle(sourceOf(path, text), desk.settings).findings);
  return { path, text };
}

function dateOf(
  asked: string | undefined,
  timeZone: string,
  now: Instant,
): { text: string; at: Instant } {
  if (asked === undefined) {
    const at = now - (now % MINUTE);
    return { text: machineDate(at, 'minute', timeZone), at };
  }
  const reading = readDate(asked, timeZone);
  if (!reading.ok) throw new CommandError(`--date: ${reading.message}`);
  const { instant, precision } = reading;
  return { text: machineDate(instant, precision, timeZone), at: instant };
}

function authorsOf(asked: readonly string[], desk: Desk): string[] {
  const known = [...desk.authors.keys()];
  if (asked.length > 0) return asked.map((author) => chosen(author, known, 'author'));
  if (known.length === 1) return known;
  throw new CommandError(`Name the author with --author SLUG. ${listOf(known, 'author')}`);
}

function sectionOf(asked: string | undefined, desk: Desk): string {
  if (asked !== undefined) return chosen(asked, desk.sections, 'section');
  const [first] = desk.sections;
  if (first === undefined) throw new CommandError('sections.yml has no section yet; add one.');
  return first;
}
