import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FolderTree } from '@/lib/archive/trees/folderTree';
import { type Enclosing, enclosingRepository } from '@/lib/git/enclosing';
import { ContentUnreachableError } from './contentClone';
import type { ContentSource } from './contentSource';

/** A publication in a plain folder: what is saved there is published. */
export class FolderSource implements ContentSource {
  readonly #folder: string;
  #hasVersions: boolean | undefined;

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

  /** Asked once: a folder does not become a repository while it is served. */
  get hasVersions(): boolean {
    this.#hasVersions ??= this.versions() !== null;
    return this.#hasVersions;
  }

  versions(): Enclosing | null {
    return enclosingRepository(this.#folder);
  }

  tidy(): void {
    // Everything in the folder belongs to the editors.
  }
}
