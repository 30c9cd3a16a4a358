import { renameSync, writeFileSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Names of compressed copies, which servers send in place of the file itself. */
export const COPIES = { br: '.br', gzip: '.gz' } as const;

/**
 * Whether a process waits for each file: one that writes thousands of small ones spends a tenth of its time on promises
 * else. One that is alone has another core, which writes meanwhile.
 */
export type Writing = 'waiting' | 'meanwhile';

/** Writes files of an export so that each is whole as soon as it has its name. */
export class FileWriter {
  readonly #folder: string;
  readonly #unfinished: string;
  readonly #writing: Writing;
  readonly #known = new Map<string, Promise<unknown>>();

  /**
   * @param folder absolute path of the export
   * @param unfinished absolute path of a folder beside it on the same disk
   */
  constructor(folder: string, unfinished: string, writing: Writing = 'waiting') {
    this.#folder = folder;
    this.#unfinished = unfinished;
    this.#writing = writing;
  }

  async write(file: string, content: Uint8Array | string): Promise<void> {
    const make = this.#writing === 'waiting' ? writeFileSync : writeFile;
    await this.#put(file, (unfinished) => make(unfinished, content));
  }

  /**
   * Writes a text with its compressed copies, which come before it: no server must send a copy of what was.
   */
  async writeText(file: string, forms: Forms): Promise<void> {
    await Promise.all([
      this.write(file + COPIES.br, forms.br),
      this.write(file + COPIES.gzip, forms.gzip),
    ]);
    await this.write(file, forms.identity);
  }

  /** Puts a file in that never changes: by a second name for it, or else by a copy. */
  async place(file: string, source: string): Promise<void> {
    await this.#put(file, (unfinished) =>
      link(source, unfinished).catch(() => copyFile(source, unfinished)),
    );
  }

  /** Removes a file with its copies, these last: no server must send one without it. */
  async remove(file: string): Promise<void> {
    for (const name of [file, ...Object.values(COPIES).map((suffix) => file + suffix)]) {
      await rm(join(this.#folder, name), { force: true });
    }
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
      const path = join(this.#folder, folder);
      const entries = await readdir(path).catch(() => null);
      if (entries === null || entries.length > 0) return;
      this.#known.delete(path);
      await rmdir(path);
    }
  }

  async #put(file: string, make: (unfinished: string) => unknown): Promise<void> {
    const path = join(this.#folder, file);
    const unfinished = join(this.#unfinished, unusedName());
    await Promise.all([this.#folderOf(path), this.#folderOf(unfinished)]);
    try {
      await make(unfinished);
      if (this.#writing === 'waiting') renameSync(unfinished, path);
      else await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  #folderOf(path: string): Promise<unknown> {
    const folder = dirname(path);
    const known = this.#known.get(folder) ?? mkdir(folder, { recursive: true });
    this.#known.set(folder, known);
    return known;
  }
}

let names = 0;

/** No other process has it, and no other writer of this one; the folder is emptied before an export. */
function unusedName(): string {
  names += 1;
  return `${process.pid}-${names}`;
}

/** A text as it goes over the line. */
export interface Forms {
  readonly identity: Uint8Array | string;
  readonly br: Uint8Array;
  readonly gzip: Uint8Array;
}
