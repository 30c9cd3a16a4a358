import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { objectOf } from '@/lib/archive/trees/fingerprints';
import { GitTree } from '@/lib/archive/trees/gitTree';
import { Originals } from '@/lib/archive/trees/originals';
import { ContentClone } from './contentClone';
import type { Committed, ContentSource } from './contentSource';
import { withoutSecrets } from './withoutSecrets';

interface GitSourceOptions {
  readonly address: string;
  readonly branch: string;
  readonly dataDir: string;
}

/** Names the folder of tables of rates where a commit has none. */
const NO_RATES = 'none';

/** A publication in a Git repository: what is committed to its branch is published. */
export class GitSource implements ContentSource {
  readonly #options: GitSourceOptions;
  readonly #clone: ContentClone;
  readonly #originals: Originals;

  constructor(options: GitSourceOptions) {
    const { address, branch, dataDir } = options;
    this.#options = options;
    this.#clone = new ContentClone({ folder: join(dataDir, 'content.git'), address, branch });
    this.#originals = new Originals(join(dataDir, 'originals'), this.#clone.store);
  }

  get description(): string {
    const { address, branch } = this.#options;
    return `${withoutSecrets(address)}, branch ${branch}`;
  }

  newest(isHurried = false): GitTree {
    return this.#tree(this.#clone.fetch(isHurried && this.#clone.last() !== null));
  }

  last(): GitTree | null {
    const commit = this.#clone.last();
    return commit === null ? null : this.#tree(commit);
  }

  pictureFile(path: string, fingerprint: string): string {
    const object = objectOf(fingerprint);
    if (object === null) throw new Error(`${path} is no file of Git's (${fingerprint})`);
    return this.#originals.file({ path, object });
  }

  ratesFolder(commit: string | null): string {
    const parent = join(this.#options.dataDir, 'rates-tables');
    const rates = commit === null ? null : this.#clone.ratesAt(commit);
    const name = rates ?? NO_RATES;
    const folder = join(parent, name);
    if (rates === null || commit === null || existsSync(folder)) return folder;
    const repository = this.#clone.repositoryAt(commit);
    const tables = repository
      .list(commit, 'rates/')
      .filter(({ kind, path }) => kind === 'file' && path === `rates/${basename(path)}`);
    const contents = repository.read(tables.map(({ object }) => object));
    // Under another name first: nobody must see half of the tables.
    const unfinished = join(parent, `${name}.part`);
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(join(unfinished, 'rates'), { recursive: true });
    tables.forEach(({ path }, index) => {
      writeFileSync(join(unfinished, path), contents[index] ?? '');
    });
    renameSync(unfinished, folder);
    this.#dropOtherTables(parent, name);
    return folder;
  }

  committed(commit: string | null): Committed | null {
    return commit === null ? null : { repository: this.#clone.repositoryAt(commit), commit };
  }

  tidy(shown: ReadonlySet<string>): void {
    if (this.#clone.last() === null) return;
    const objects = [...shown].flatMap((fingerprint) => objectOf(fingerprint) ?? []);
    this.#originals.keepOnly(new Set(objects));
    this.#clone.tidy();
  }

  #dropOtherTables(parent: string, name: string): void {
    for (const other of readdirSync(parent)) {
      if (other !== name) rmSync(join(parent, other), { recursive: true, force: true });
    }
  }

  #tree(commit: string): GitTree {
    const repository = this.#clone.repositoryAt(commit);
    return new GitTree({
      repository,
      commit,
      originals: this.#originals,
      // A publication that moved to another folder has no file in common with what it was.
      isComparable: (earlier) => this.#clone.repositoryAt(earlier).prefix === repository.prefix,
    });
  }
}
