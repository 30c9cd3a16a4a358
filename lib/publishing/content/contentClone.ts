import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GitError, git, resolveNames } from '@/lib/git/git';
import { type ObjectName, Repository } from '@/lib/git/repository';
import { log } from '@/lib/log/log';
import { withoutSecrets } from './withoutSecrets';

/** Thrown where the content repository cannot be asked; what is published stays. */
export class ContentUnreachableError extends Error {
  override readonly name = 'ContentUnreachableError';
}

export interface CloneOptions {
  /** Absolute path of the clone; it may be deleted at any time. */
  readonly folder: string;
  /** Address or path of the content repository. */
  readonly address: string;
  readonly branch: string;
}

/** Where the publication lies in a commit. */
interface Place {
  /** Its folder: empty, or with a slash at its end. */
  readonly prefix: string;
  /** Name of what its folder `rates/` holds; null where there is none. */
  readonly rates: ObjectName | null;
}

/** What tells the publication's folder, and what is asked for along with it. */
const LANDMARKS = ['site.yml', 'sections.yml', 'articles', 'rates'] as const;
const SUBFOLDER = 'content/';

/** The newest commit that was fetched. */
const FETCHED = 'refs/saxaul/fetched';
/** A first fetch may bring years. Milliseconds. */
const FIRST_PATIENCE = 15 * 60_000;
const PATIENCE = 120_000;
/** A site that starts, or needs an archive, does not wait for longer. */
const HURRY = 4_000;

/**
 * A copy of the content repository without a working tree. It is Git's own store and nothing else:
 * what is broken in it is made anew.
 */
export class ContentClone {
  readonly #options: CloneOptions;
  readonly #places = new Map<ObjectName, Place>();

  constructor(options: CloneOptions) {
    this.#options = options;
  }

  /**
   * Gets what the branch holds now.
   * @param isHurried whether to give up soon, where what is there would do
   * @returns its newest commit
   * @throws ContentUnreachableError where the repository or the branch cannot be had
   */
  fetch(isHurried = false): ObjectName {
    const { folder } = this.#options;
    try {
      if (!this.#isThere()) this.#make(folder);
      return this.#fetchInto(folder, isHurried);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      this.#demandRemote(isHurried);
      return this.#mend(error);
    }
  }

  /** The newest commit that was fetched; null where none was. */
  last(): ObjectName | null {
    if (!this.#isThere()) return null;
    try {
      return this.#newest(this.#options.folder);
    } catch (error) {
      // Git says in this way that there is none, or that the copy is broken.
      if (error instanceof GitError) return null;
      throw error;
    }
  }

  /** The publication in a commit: at the top of the repository, or in its folder `content/`. */
  repositoryAt(commit: ObjectName): Repository {
    return new Repository(bare(this.#options.folder), this.#placeIn(commit).prefix);
  }

  /** Name of what the publication's folder `rates/` holds in a commit; null where there is none. */
  ratesAt(commit: ObjectName): ObjectName | null {
    return this.#placeIn(commit).rates;
  }

  /** All that was ever fetched, by the names of contents. */
  get store(): Repository {
    return new Repository(bare(this.#options.folder), '');
  }

  /** Has Git pack what has come together; to be called where nobody waits. */
  tidy(): void {
    git(['gc', '--auto', '--quiet'], {
      ...bare(this.#options.folder),
      timeout: FIRST_PATIENCE,
      settings: ['gc.auto=2000'],
    });
  }

  #isThere(): boolean {
    return existsSync(join(this.#options.folder, 'HEAD'));
  }

  #make(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
    git(['init', '--quiet', '--bare', '--template=', folder], { cwd: '/' });
  }

  #fetchInto(folder: string, isHurried = false): ObjectName {
    const { address, branch } = this.#options;
    const isFirst = !existsSync(join(folder, FETCHED)) && !existsSync(join(folder, 'packed-refs'));
    git(
      [
        'fetch',
        '--quiet',
        '--no-tags',
        '--no-recurse-submodules',
        '--no-write-fetch-head',
        '--no-auto-maintenance',
        '--',
        address,
        `+refs/heads/${branch}:${FETCHED}`,
      ],
      { ...bare(folder), timeout: isHurried ? HURRY : isFirst ? FIRST_PATIENCE : PATIENCE },
    );
    return this.#newest(folder);
  }

  #newest(folder: string): ObjectName {
    return this.#learn(FETCHED, folder);
  }

  /** A fetch that failed though the other side answers failed by this side. */
  #mend(cause: GitError): ObjectName {
    const { folder } = this.#options;
    log.warn(`The copy of the content repository is mended (${this.#plain(cause)}).`);
    try {
      removeLocks(folder);
      return this.#fetchInto(folder);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
    }
    const anew = `${folder}.new`;
    this.#make(anew);
    const commit = this.#fetchInto(anew);
    const old = `${folder}.old`;
    rmSync(old, { recursive: true, force: true });
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(anew, folder);
    rmSync(old, { recursive: true, force: true });
    return commit;
  }

  #demandRemote(isHurried: boolean): void {
    const { address, branch } = this.#options;
    const where = withoutSecrets(address);
    let found: string;
    try {
      const args = ['ls-remote', '--', address, `refs/heads/${branch}`];
      found = git(args, { cwd: '/', ...(isHurried && { timeout: HURRY }) }).toString('latin1');
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      throw new ContentUnreachableError(
        `The content repository ${where} cannot be reached (${this.#plain(error)}).`,
      );
    }
    if (found.trim() === '') {
      throw new ContentUnreachableError(
        `The content repository ${where} has no branch ${branch}; CONTENT_BRANCH names it.`,
      );
    }
  }

  #plain({ message }: GitError): string {
    return withoutSecrets(message).replace(/\s+/g, ' ');
  }

  #placeIn(commit: ObjectName): Place {
    const known = this.#places.get(commit);
    if (known) return known;
    this.#learn(commit, this.#options.folder);
    const place = this.#places.get(commit);
    if (place === undefined) throw new GitError(`the repository has no commit ${commit}`);
    return place;
  }

  /** Asks for a commit and its landmarks in one go, since each run of Git takes milliseconds. */
  #learn(name: string, folder: string): ObjectName {
    const paths = [...LANDMARKS, ...LANDMARKS.map((landmark) => SUBFOLDER + landmark)];
    const names = [`${name}^{commit}`, ...paths.map((path) => `${name}:${path}`)];
    const [commit = null, ...objects] = resolveNames(names, bare(folder));
    if (commit === null) throw new GitError(`the repository has no commit ${name}`);
    const found = new Map(paths.map((path, index) => [path, objects[index] ?? null]));
    const has = (path: string): boolean => found.get(path) != null;
    const isBelow =
      !has('site.yml') &&
      (has('content/site.yml') ||
        (!has('sections.yml') && !has('articles') && has('content/articles')));
    const prefix = isBelow ? SUBFOLDER : '';
    const place = { prefix, rates: found.get(`${prefix}rates`) ?? null };
    this.#places.set(commit, place);
    return commit;
  }
}

function bare(folder: string) {
  return { cwd: folder, gitDir: folder };
}

/** A process that was killed leaves its locks behind. */
function removeLocks(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.lock')) rmSync(join(folder, name), { force: true });
  }
}
