import { join } from 'node:path';
import { listContent } from '@/lib/content/files';
import { readSource, type SourceResult } from '@/lib/content/source';
import { enclosingRepository } from '@/lib/git/enclosing';
import { type MediaResult, readMedia } from '@/lib/images/read';
import type { ContentHistory, ContentTree, TreeFile, TreeListing } from './contentTree';
import { fingerprints } from './fingerprints';
import { GitHistory } from './gitHistory';

/** The publication as it stands in a folder now, whether or not it is in a Git repository. */
export class FolderTree implements ContentTree {
  readonly commit = null;
  readonly history: ContentHistory | null;
  readonly #folder: string;

  /**
   * @param folder absolute path
   * @param hasHistory whether earlier versions may take the place of those with errors, if the
   * folder is in a Git repository
   */
  constructor(folder: string, { hasHistory = true } = {}) {
    this.#folder = folder;
    const enclosing = hasHistory ? enclosingRepository(folder) : null;
    this.history = enclosing && new GitHistory(enclosing.repository, enclosing.head);
  }

  /** @throws Error where the folder does not exist or cannot be read */
  list(): TreeListing {
    const { root, files, diagnostics } = listContent(this.#folder);
    const fingerprint = fingerprints(root);
    return {
      files: files.map(({ path, kind }) => ({ path, kind, fingerprint: fingerprint(path) })),
      diagnostics,
    };
  }

  since(): null {
    return null;
  }

  *read(files: readonly TreeFile[]): Generator<SourceResult> {
    for (const { path } of files) yield readSource(join(this.#folder, path), path);
  }

  readPicture({ path }: TreeFile): Promise<MediaResult> {
    return readMedia(join(this.#folder, path));
  }
}
