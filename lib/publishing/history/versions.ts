import { parseArticle } from '@/lib/content/article';
import type { Article, Dated } from '@/lib/content/models';
import type { ReadingSettings } from '@/lib/content/parsed';
import { sourceOf } from '@/lib/content/source';
import type { ObjectName, Repository } from '@/lib/git/repository';
import { isSlug } from '@/lib/site/slug';
import { condense, diffText, diffWords, type Piece } from './wordDiff';

/** Whose versions are told. */
export interface VersionedFile {
  /** Path of the article's file below the publication. */
  readonly path: string;
  /** Content that readers see, where what came after it has errors. */
  readonly shown: ObjectName | null;
}

/** A version of an article that readers saw, and what it changed. */
export interface Version {
  readonly at: Dated;
  /** First line of the commit's message: text of its author, never HTML. */
  readonly subject: string;
  /** Null for the version that was published first. */
  readonly changes: Changes | null;
}

export interface Changes {
  /** Null where it stayed. */
  readonly title: readonly Piece[] | null;
  readonly summary: readonly Piece[] | null;
  /** Paragraphs of the body that changed. */
  readonly body: readonly (readonly Piece[])[];
  /** Further parts that changed. */
  readonly parts: readonly Part[];
}

export type Part = 'authors' | 'section' | 'image' | 'corrections';

export interface Versions {
  /** Newest first. */
  readonly versions: readonly Version[];
  /** Whether older ones, or one that is too long, are left out. */
  readonly isCut: boolean;
}

/** Commits that are read, and the length of one version, so that a page is never long in making. */
const MOST_COMMITS = 50;
const LONGEST = 100_000;
const PARTS: readonly Part[] = ['authors', 'section', 'image', 'corrections'];
const PLACE = /^articles\/\d{4}\/\d{2}\/([^/]+)\.md$/;

interface Published {
  readonly article: Article;
  readonly at: number;
  readonly subject: string;
}

/**
 * The versions of an article that were published. Those that had errors, and drafts, never were:
 * their changes come with the next sound one. All before the article's own date count as one.
 * @throws GitError where Git fails
 */
export function versionsOf(
  repository: Repository,
  commit: ObjectName,
  { path, shown }: VersionedFile,
  settings: ReadingSettings,
): Versions {
  const all = repository.log(commit, path, { follow: true, limit: MOST_COMMITS });
  const newest = all.findIndex(({ object }) => object === shown);
  const log = all.slice(Math.max(0, newest));
  const held = log.flatMap(({ object, ...rest }) => (object === null ? [] : [{ object, ...rest }]));
  const texts = repository.read(held.map(({ object }) => object));
  let isCut = all.length === MOST_COMMITS;
  const sound = held.flatMap(({ path: name, at, subject }, index): Published[] => {
    const bytes = texts[index];
    if (bytes === undefined || !isSlug(PLACE.exec(name)?.[1] ?? '')) return [];
    if (bytes.length > LONGEST) {
      isCut = true;
      return [];
    }
    const { value } = parseArticle(sourceOf(name, bytes.toString('utf8')), settings);
    return value === null || value.draft ? [] : [{ article: value, at, subject }];
  });
  return { versions: told(seen(sound.reverse())).reverse(), isCut };
}

/** Of the versions before the article's date the last alone, since nobody saw the others. */
function seen(versions: readonly Published[]): Published[] {
  return versions.filter((version, index) => {
    const next = versions[index + 1];
    return next === undefined || next.at >= next.article.published.at || isPublic(version);
  });
}

function isPublic({ at, article }: Published): boolean {
  return at >= article.published.at;
}

function told(versions: readonly Published[]): Version[] {
  let last: Article | null = null;
  return versions.flatMap((version): Version[] => {
    const { article, subject, at } = version;
    const changes: Changes | null = last && changesBetween(last, article);
    if (changes && isNothing(changes)) return [];
    last = article;
    const shownAt: Dated = isPublic(version) ? { at, precision: 'minute' } : article.published;
    return [{ at: shownAt, subject, changes }];
  });
}

function changesBetween(before: Article, after: Article): Changes {
  return {
    title: before.title === after.title ? null : diffWords(before.title, after.title),
    summary: before.summary === after.summary ? null : diffWords(before.summary, after.summary),
    body: condense(diffText(before.plain, after.plain)),
    parts: PARTS.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part])),
  };
}

function isNothing({ title, summary, body, parts }: Changes): boolean {
  return title === null && summary === null && body.length === 0 && parts.length === 0;
}
