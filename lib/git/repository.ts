import { GitError, type GitOptions, git } from './git';
import { type Rename, rawChanges, readRenames, records, split } from './output';

/** Name of a commit, tree or blob: 40 or 64 hexadecimal digits. */
export type ObjectName = string;

/** A file in one version of a repository. */
export interface TreeEntry {
  /** Path below the folder that was asked for, with forward slashes. */
  readonly path: string;
  readonly object: ObjectName;
  /** What Git says it is; symbolic links and submodules are not followed. */
  readonly kind: 'file' | 'link' | 'submodule';
}

/** A file that differs between two versions. */
export interface TreeChange {
  readonly path: string;
  /** Null where it was taken away. */
  readonly entry: TreeEntry | null;
}

/** A commit that changed a file. */
export interface FileCommit {
  readonly commit: ObjectName;
  /** Moment of the commit, in milliseconds since 1970. */
  readonly at: number;
  /** First line of its message. */
  readonly subject: string;
  /** Path of the file in this commit, below the same folder. */
  readonly path: string;
  /** Content of the file; null where the commit took it away. */
  readonly object: ObjectName | null;
}

/** What one commit did to one file. */
export interface FileEdit {
  /** When it was written, in milliseconds since 1970; a rebase leaves that as it is. */
  readonly at: number;
  readonly path: string;
  /** Content before; null where the commit made the file. */
  readonly before: ObjectName | null;
  /** Content after; null where the commit took the file away. */
  readonly after: ObjectName | null;
}

/**
 * A Git repository as a source of files: only reads. All paths are below one folder of it, the
 * publication. Every method throws a GitError where Git fails.
 */
export class Repository {
  readonly #options: GitOptions;
  /** Folder of the publication in the repository: empty, or with a slash at its end. */
  readonly prefix: string;

  /**
   * @param options where Git runs: in a folder within a working tree, or on a bare repository
   * @param prefix folder of the publication from the top of the repository
   */
  constructor(options: Pick<GitOptions, 'cwd' | 'gitDir'>, prefix: string) {
    this.#options = options;
    this.prefix = prefix;
  }

  /**
   * Every file of the publication in one commit, by path.
   * @param folder with a slash at its end; without it, of all folders
   */
  list(commit: ObjectName, folder = ''): TreeEntry[] {
    const pathspec = `${this.#pathspec}${folder}`;
    const output = this.#text(['ls-tree', '-r', '-z', '--full-tree', commit, '--', pathspec]);
    return records(output).map((record) => {
      const tab = record.indexOf('\t');
      const [mode = '', , object = ''] = record.slice(0, tab).split(' ');
      return { path: this.#below(record.slice(tab + 1)), object, kind: kindOf(mode) };
    });
  }

  /** The files of the publication that differ between two commits, by path. */
  changes(from: ObjectName, to: ObjectName): TreeChange[] {
    const args = ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', from, to];
    return rawChanges(this.#text([...args, '--', this.#pathspec])).map((change) => {
      const path = this.#below(change.path);
      if (change.object === null) return { path, entry: null };
      return { path, entry: { path, object: change.object, kind: kindOf(change.mode) } };
    });
  }

  /** Sizes of blobs in bytes, in the order asked for. */
  sizes(objects: readonly ObjectName[]): number[] {
    if (objects.length === 0) return [];
    const output = git(['cat-file', '--batch-check=%(objecttype) %(objectsize)'], {
      ...this.#options,
      input: `${objects.join('\n')}\n`,
    });
    const lines = output.toString('latin1').split('\n');
    return objects.map((object, index) => {
      const [type, size] = lines[index]?.split(' ') ?? [];
      if (type !== 'blob') throw new GitError(`the repository has no file content ${object}`);
      return Number(size);
    });
  }

  /** Contents of blobs, in the order asked for. */
  read(objects: readonly ObjectName[]): Buffer[] {
    if (objects.length === 0) return [];
    const output = git(['cat-file', '--batch'], {
      ...this.#options,
      input: `${objects.join('\n')}\n`,
    });
    let offset = 0;
    return objects.map((object) => {
      const end = output.indexOf(0x0a, offset);
      const [, type, size] = output.toString('latin1', offset, end).split(' ');
      if (type !== 'blob') throw new GitError(`the repository has no file content ${object}`);
      const start = end + 1;
      offset = start + Number(size) + 1;
      return output.subarray(start, start + Number(size));
    });
  }

  /**
   * The commits reachable from one that changed a file, newest first.
   * @param follow whether to go on under the names that the file had before
   * @param mainLine whether what was merged counts as one change, made by its merge
   */
  log(
    commit: ObjectName,
    path: string,
    { follow = false, mainLine = false, limit = 1000 } = {},
  ): FileCommit[] {
    const output = this.#text([
      'log',
      `--max-count=${limit}`,
      '--format=%x01%H %ct %s',
      '--raw',
      '--no-abbrev',
      '-z',
      '--diff-merges=first-parent',
      ...(mainLine ? ['--first-parent'] : []),
      ...(follow ? ['--follow', '-M40%'] : ['--no-renames']),
      commit,
      '--',
      `:(top,literal)${this.prefix}${path}`,
    ]);
    return output
      .split('\x01')
      .slice(1)
      .flatMap((entry) => {
        const [head = '', raw = ''] = split(entry);
        const [, name = '', seconds = '', subject = ''] = /^(\w+) (\d+) (.*)$/s.exec(head) ?? [];
        const [change] = rawChanges(raw);
        if (change === undefined) return [];
        const { object } = change;
        const at = Number(seconds) * 1000;
        return [{ commit: name, at, subject, path: this.#below(change.path), object }];
      });
  }

  /**
   * What every commit reachable from one changed below a folder, newest first; merges, which
   * only join what other commits did, are left out.
   * @param folder path below the publication, with a slash at its end
   */
  edits(commit: ObjectName, folder: string): FileEdit[] {
    const args = ['log', '--no-merges', '--format=%x01%at', '--raw', '--no-abbrev', '--no-renames'];
    const where = `:(top,literal)${this.prefix}${folder}`;
    return this.#text([...args, '-z', commit, '--', where])
      .split('\x01')
      .slice(1)
      .flatMap((entry) => {
        const [seconds, raw] = split(entry);
        return rawChanges(raw).map(({ path, before, object: after }) => ({
          at: Number(seconds) * 1000,
          path: this.#below(path),
          before,
          after,
        }));
      });
  }

  /**
   * Whether any commit reachable from one held a file that the pattern names.
   * @param pattern path below the publication; `*` stands for any characters
   */
  everHeld(commit: ObjectName, pattern: string): boolean {
    const args = ['log', '--max-count=1', '--format=%H', '--no-renames', '--full-history', commit];
    return this.#text([...args, '--', `:(top,glob)${this.prefix}${pattern}`]).trim() !== '';
  }

  /** Moment of a commit, in milliseconds since 1970. */
  committedAt(commit: ObjectName): number {
    return Number(this.#text(['show', '--no-patch', '--format=%ct', commit]).trim()) * 1000;
  }

  /** Whether a commit came of another by adding commits alone. */
  isAncestor(ancestor: ObjectName, commit: ObjectName): boolean {
    return this.#text(['rev-list', '--max-count=1', ancestor, `^${commit}`]).trim() === '';
  }

  /**
   * The renames within a folder by the last commits that hold any, newest first: files of which
   * half or more stayed as it was.
   * @param folder path below the publication, with a slash at its end
   */
  renames(commit: ObjectName, folder: string, limit: number): Rename[] {
    const args = ['log', `--max-count=${limit}`, '--format=', '--diff-filter=R', '-M50%'];
    const where = `:(top,literal)${this.prefix}${folder}`;
    const output = this.#text([...args, '--name-status', '-z', commit, '--', where]);
    return readRenames(output).map(({ from, to }) => ({
      from: this.#below(from),
      to: this.#below(to),
    }));
  }

  get #pathspec(): string {
    return `:(top,literal)${this.prefix}`;
  }

  #text(args: readonly string[]): string {
    return git(args, this.#options).toString('utf8');
  }

  #below(path: string): string {
    return path.startsWith(this.prefix) ? path.slice(this.prefix.length) : path;
  }
}

function kindOf(mode: string): TreeEntry['kind'] {
  if (mode === '120000') return 'link';
  return mode === '160000' ? 'submodule' : 'file';
}
