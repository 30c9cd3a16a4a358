import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { ObjectName, Repository } from '@/lib/git/repository';
import { LARGEST_FILE, type MediaResult, readMedia, refuseLargePicture } from '@/lib/images/read';

interface Original {
  readonly path: string;
  readonly object: ObjectName;
}

/**
 * Pictures out of Git's store as files, which the decoder and connections read: one file for each
 * content, named after it, so that no version of the publication overwrites another's.
 */
export class Originals {
  readonly #folder: string;
  readonly #repository: Repository;

  /** @param folder absolute path; may be deleted at any time */
  constructor(folder: string, repository: Repository) {
    this.#folder = folder;
    this.#repository = repository;
  }

  async read(original: Original): Promise<MediaResult> {
    const [size = 0] = this.#repository.sizes([original.object]);
    if (size > LARGEST_FILE) return { refusal: refuseLargePicture(size) };
    return readMedia(this.file(original));
  }

  /** Absolute path of a picture's file, which is written where it is missing. */
  file({ path, object }: Original): string {
    const file = join(this.#folder, `${object}${safeExtension(path)}`);
    if (existsSync(file)) return file;
    const [bytes] = this.#repository.read([object]);
    if (bytes === undefined) throw new Error(`Git gave no content for ${path}`);
    mkdirSync(this.#folder, { recursive: true });
    // Under another name first: a process that ends half-way leaves no half picture behind.
    const unfinished = join(this.#folder, `${randomUUID()}.part`);
    try {
      writeFileSync(unfinished, bytes, { flush: true });
      renameSync(unfinished, file);
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw error;
    }
    return file;
  }

  /** Deletes the files of all pictures but these. */
  keepOnly(objects: ReadonlySet<ObjectName>): void {
    if (!existsSync(this.#folder)) return;
    for (const name of readdirSync(this.#folder)) {
      if (!objects.has(name.replace(/\..*$/, ''))) rmSync(join(this.#folder, name));
    }
  }
}

function safeExtension(path: string): string {
  return /^\.[a-z0-9]{1,5}$/.exec(extname(path).toLowerCase())?.[0] ?? '';
}
