import { articleOrigin } from '@/lib/archive/queries/origin';
import type { Reader } from '@/lib/archive/reader';
import { ARTICLE_PARTS, type ArticlePart } from '@/lib/site/articleParts';
import type { Instant } from '@/lib/site/dates';
import type { Genre } from '@/lib/site/genres';
import { messagesFor } from '@/lib/site/messages';
import type { ArticleSlug, AuthorSlug, SectionSlug } from '@/lib/site/slug';
import type { Committed } from '../content/contentSource';
import { compareTexts } from './compare';
import { foldUnchanged } from './fold';
import type { Passage } from './passages';
import { publishedVersions } from './publishedVersions';
import { MOST_COMMITS, soundVersions, upToShown } from './soundVersions';
import { looksAlike, type VisibleParts, visibleParts } from './visibleParts';

export type PictureChange = 'added' | 'removed' | 'replaced';

/** What differs in one part of an article. */
export interface PartChange {
  readonly part: ArticlePart;
  /** The paragraphs that differ, with a few words around each change. */
  readonly passages: readonly Passage[];
  /** What became of the picture itself; null in all other parts. */
  readonly picture: PictureChange | null;
}

/** One version of an article that readers saw. */
export interface Version {
  /** Names it among the article's versions. */
  readonly id: string;
  /** When readers could first see it. */
  readonly from: Instant;
  /** What its maker says of it, in one line. */
  readonly subject: string;
  /** Null for the oldest that is known. */
  readonly changes: readonly PartChange[] | null;
}

export interface ArticleHistory {
  /** Newest first. */
  readonly versions: readonly Version[];
  /** Whether older versions are left out, since they are too many or too long. */
  readonly isCut: boolean;
}

const LONGEST_SUBJECT = 200;

/** Whether an article has a history that readers may see; asks the archive alone, not Git. */
export function hasHistory(reader: Reader, slug: ArticleSlug): boolean {
  return reader.site.history && articleOrigin(reader, slug) !== null;
}

/**
 * The published versions of an article that differ for readers. Null where there is no such
 * article, its content is not in Git, or the publication shows no histories.
 * @param committed gives the publication in Git; asked only where there is something to look for
 * @throws GitError where Git fails
 */
export function articleHistory(
  reader: Reader,
  slug: ArticleSlug,
  committed: () => Committed | null,
): ArticleHistory | null {
  const origin = reader.site.history ? articleOrigin(reader, slug) : null;
  const place = origin && committed();
  if (!place) return null;
  const { repository, commit } = place;
  const options = { follow: true, mainLine: true, limit: MOST_COMMITS + 1 };
  const commits = upToShown(repository.log(commit, origin.path, options), origin.object);
  if (commits.length === 0) return null;
  const { versions, isCut } = soundVersions(repository, commits, reader.site);
  const names = {
    author: (author: AuthorSlug) => reader.byline(author).name,
    section: (section: SectionSlug) => reader.sectionName(section).name,
    genre: (genre: Genre) => messagesFor(reader.site.language).genres[genre],
  };
  const seen = publishedVersions(versions, reader.now).map(({ commit, article, from }) => {
    return { commit, from, parts: visibleParts(article, names) };
  });
  const differing = seen.filter(({ parts }, index) => {
    const before = seen[index + 1];
    return before === undefined || !looksAlike(before.parts, parts);
  });
  return {
    versions: differing.map(({ commit, from, parts }, index): Version => {
      const before = differing[index + 1];
      return {
        id: commit.commit,
        from,
        subject: shortened(commit.subject),
        changes: before ? changesBetween(before.parts, parts) : null,
      };
    }),
    isCut,
  };
}

function changesBetween(before: VisibleParts, after: VisibleParts): PartChange[] {
  return ARTICLE_PARTS.flatMap((part): PartChange[] => {
    const passages = foldUnchanged(compareTexts(before.texts[part], after.texts[part]));
    const picture = part === 'picture' ? pictureChange(before.picture, after.picture) : null;
    return passages.length > 0 || picture ? [{ part, passages, picture }] : [];
  });
}

function pictureChange(before: string | null, after: string | null): PictureChange | null {
  if (before === after) return null;
  if (before === null) return 'added';
  return after === null ? 'removed' : 'replaced';
}

function shortened(subject: string): string {
  const letters = [...subject];
  if (letters.length <= LONGEST_SUBJECT) return subject;
  return `${letters
    .slice(0, LONGEST_SUBJECT - 1)
    .join('')
    .trimEnd()}…`;
}
