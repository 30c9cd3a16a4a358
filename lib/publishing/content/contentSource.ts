import type { ContentTree } from '@/lib/archive/trees/contentTree';
import type { ObjectName, Repository } from '@/lib/git/repository';
import type { Environment } from '@/lib/site/environment';
import { FolderSource } from './folderSource';
import { GitSource } from './gitSource';

/** A commit of the publication, to look back from. */
export interface Committed {
  readonly repository: Repository;
  readonly commit: ObjectName;
}

/** Where the publication comes from. */
export interface ContentSource {
  /** What it is, for operators; without secrets. */
  readonly description: string;
  /**
   * Gets the newest version.
   * @param isHurried whether the last one would do where it takes more than moments
   * @throws ContentUnreachableError where it cannot be had now
   */
  newest(isHurried?: boolean): ContentTree;
  /** The version that was got last, without asking anybody; null where there is none. */
  last(): ContentTree | null;
  /**
   * Absolute path of a picture as a file.
   * @param fingerprint names the version of it that is shown
   */
  pictureFile(path: string, fingerprint: string): string;
  /**
   * Absolute path of a folder that holds the version's folder `rates/`.
   * @param commit what the archive was made of; null for what is there now
   */
  ratesFolder(commit: string | null): string;
  /**
   * Where to look for what the publication was before; null where it is in no Git repository.
   * @param commit what the archive was made of; null where it was made of a plain folder
   */
  committed(commit: ObjectName | null): Committed | null;
  /** Deletes what no picture of the publication needs any more. */
  tidy(shown: ReadonlySet<string>): void;
}

/** Where the publication of an environment comes from: its Git repository, or its folder. */
export function contentSource({ contentDir, dataDir, publishing }: Environment): ContentSource {
  const { repository, branch } = publishing;
  if (repository === null) return new FolderSource(contentDir);
  return new GitSource({ address: repository, branch, dataDir });
}
