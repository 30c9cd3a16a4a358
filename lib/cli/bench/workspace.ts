import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { undoAtExit } from './cleanUp';

/** A temporary folder of the run, outside the repository; gone when the process ends. */
export class Workspace {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static create(): Workspace {
    const folder = mkdtempSync(join(tmpdir(), 'saxaul-bench-'));
    // A process that is being ended may still write for a moment.
    const options = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };
    undoAtExit(() => rmSync(folder, options));
    return new Workspace(folder);
  }

  /** A new empty folder in it. */
  folder(name: string): string {
    const path = join(this.#folder, name);
    mkdirSync(path);
    return path;
  }

  /** Deletes a folder before the run ends, so that sizes do not add up on the disk. */
  remove(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
  }
}
