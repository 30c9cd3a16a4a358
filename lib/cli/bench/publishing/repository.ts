import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { git } from '@/lib/git/git';

/** Years of a publication are added, and packed, in one go. Milliseconds. */
const PATIENCE = 30 * 60_000;
const BRANCH = 'main';

/** A working copy of the publication, as an editor has it. */
export class EditorsRepository {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes a folder a repository with one commit, packed as those are that hosts keep. */
  static create(folder: string): EditorsRepository {
    const repository = new EditorsRepository(folder);
    repository.#git(['init', '--quiet', '--template=', `--initial-branch=${BRANCH}`]);
    repository.#git(['add', '--all']);
    repository.#git(['commit', '--quiet', '--message=Everything']);
    repository.#git(['-c', 'gc.packRefs=false', 'gc', '--quiet']);
    return repository;
  }

  get branch(): string {
    return `refs/heads/${BRANCH}`;
  }

  get head(): string {
    // Read as Git wrote it: to ask Git would take part of the time that is measured.
    return readFileSync(join(this.folder, '.git', this.branch), 'utf8').trim();
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /**
   * Writes a file and commits it.
   * @returns the moment at which `git commit` returned, and how many milliseconds it took
   */
  commit(path: string, text: string): { at: number; milliseconds: number } {
    const target = join(this.folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    this.#git(['add', '--', path]);
    const start = performance.now();
    this.#git(['commit', '--quiet', `--message=Edit ${path}`]);
    const at = performance.now();
    return { at, milliseconds: at - start };
  }

  #git(args: readonly string[]): string {
    const settings = ['user.name=Bench', 'user.email=bench@example.org', 'commit.gpgSign=false'];
    return git(args, { cwd: this.folder, settings, timeout: PATIENCE }).toString('utf8');
  }
}
