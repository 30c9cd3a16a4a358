import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FolderTree } from '@/lib/archive/trees/folderTree';
import { enclosingRepository } from '@/lib/git/enclosing';
import { ContentUnreachableError } from './contentClone';
import type { Committed, ContentSource } from './contentSource';

/** A publication in a plain folder: what is saved there is published. */
export class FolderSource implements ContentSource {
  readonly #folder: string;

  /** @param folder absolute path */
  constructor(folder: string) {
    this.#folder = folder;
  }

  get description(): string {
    return this.#folder;
  }

  newest(): FolderTree {
    if (!existsSync(this.#folder)) {
      const message = `There is no folder ${this.#folder}; CONTENT_DIR names it.`;
      throw new ContentUnreachableError(message);
    }
    return new FolderTree(this.#folder);
  }

  last(): FolderTree | null {
    return existsSync(this.#folder) ? new FolderTree(this.#folder) : null;
  }

  pictureFile(path: string): string {
    return join(this.#folder, path);
  }

  ratesFolder(): string {
    return this.#folder;
  }

  committed(): Committed | null {
    const enclosing = enclosingRepository(this.#folder);
    return enclosing && { repository: enclosing.repository, commit: enclosing.head };
  }

  tidy(): void {
    // Everything in the folder belongs to the editors.
  }
}
