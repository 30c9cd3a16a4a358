import { parseArticle } from '@/lib/content/article';
import { classify } from '@/lib/content/files';
import type { Article } from '@/lib/content/models';
import type { ReadingSettings } from '@/lib/content/parsed';
import { sourceFromBytes } from '@/lib/content/source';
import type { FileCommit, ObjectName, Repository } from '@/lib/git/repository';

/** A version of an article without errors, drafts included. */
export interface SoundVersion {
  readonly commit: FileCommit;
  readonly article: Article;
}

export interface SoundVersions {
  /** Newest first. */
  readonly versions: readonly SoundVersion[];
  /** Whether there are older ones that were not looked at. */
  readonly isCut: boolean;
}

/** Commits of one article that are looked at. */
export const MOST_COMMITS = 50;
/** Bytes of one version, and of all together: a long report is 20,000, and reading takes 1 ms for 10,000. */
const LARGEST_VERSION = 100_000;
const MOST_BYTES = 500_000;

/**
 * Reads the versions of an article that had no errors, from the newest that readers may see.
 * @param commits the file's, newest first; at most one more than is looked at
 */
export function soundVersions(
  repository: Repository,
  commits: readonly FileCommit[],
  settings: ReadingSettings,
): SoundVersions {
  const known = commits.slice(0, MOST_COMMITS).flatMap((commit) => {
    const { object, path } = commit;
    // Elsewhere, or taken away, it was no article of the publication.
    return object !== null && classify(path).kind === 'article' ? [{ commit, object, path }] : [];
  });
  const affordable = countAffordable(repository.sizes(known.map(({ object }) => object)));
  const looked = known.slice(0, affordable);
  const contents = repository.read(looked.map(({ object }) => object));
  const versions = looked.flatMap(({ commit, path }, index): SoundVersion[] => {
    const bytes = contents[index];
    const source = bytes && sourceFromBytes(bytes, path);
    const article = source?.ok ? parseArticle(source.file, settings).value : null;
    return article ? [{ commit, article }] : [];
  });
  return { versions, isCut: looked.length < known.length || commits.length > MOST_COMMITS };
}

/** The versions from the newest that readers may see: of what came later, something is held back. */
export function upToShown(commits: readonly FileCommit[], shown: ObjectName): FileCommit[] {
  const start = commits.findIndex(({ object }) => object === shown);
  return start === -1 ? [] : commits.slice(start);
}

function countAffordable(sizes: readonly number[]): number {
  let total = 0;
  const first = sizes.findIndex((size) => {
    total += size;
    return size > LARGEST_VERSION || total > MOST_BYTES;
  });
  return first === -1 ? sizes.length : first;
}
