import { GitError, type GitOptions, git } from './git';

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

const MISSING = /^0+$/;

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

  /** Name of a folder's content in a commit; null where there is no such folder. */
  folder(commit: ObjectName, path: string): ObjectName | null {
    const args = ['ls-tree', '-d', '-z', '--full-tree', '--object-only', commit, '--'];
    const name = this.#text([...args, `:(top,literal)${this.prefix}${path}`]);
    return name.replace(/\0/g, '').trim() || null;
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
   * Whether any commit reachable from one held a file that the pattern names.
   * @param pattern path below the publication; `*` stands for any characters
   */
  everHeld(commit: ObjectName, pattern: string): boolean {
    const args = ['log', '--max-count=1', '--format=%H', '--no-renames', '--full-history', commit];
    return this.#text([...args, '--', `:(top,glob)${this.prefix}${pattern}`]).trim() !== '';
  }

  /** Whether a commit came of another by adding commits alone. */
  isAncestor(ancestor: ObjectName, commit: ObjectName): boolean {
    return this.#text(['rev-list', '--max-count=1', ancestor, `^${commit}`]).trim() === '';
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

interface RawChange {
  readonly path: string;
  readonly mode: string;
  readonly object: ObjectName | null;
}

/** Reads `--raw -z`: `:oldmode newmode old new status`, then one path, or two for a rename. */
function rawChanges(output: string): RawChange[] {
  const fields = output.split('\0');
  const changes: RawChange[] = [];
  for (let index = 0; index < fields.length; index += 1) {
    const [, mode, object, status] =
      /^\n?:\d+ (\d+) \w+ (\w+) ([A-Z])\d*$/.exec(fields[index] ?? '') ?? [];
    if (mode === undefined || object === undefined) continue;
    index += status === 'R' || status === 'C' ? 2 : 1;
    changes.push({ path: fields[index] ?? '', mode, object: MISSING.test(object) ? null : object });
  }
  return changes;
}

/** With -z, a NUL stands between the head of a commit and its changes. */
function split(entry: string): [string, string] {
  const end = entry.indexOf('\0');
  return end === -1 ? [entry, ''] : [entry.slice(0, end), entry.slice(end + 1)];
}

function records(output: string): string[] {
  return output.split('\0').filter((record) => record !== '');
}

function kindOf(mode: string): TreeEntry['kind'] {
  if (mode === '120000') return 'link';
  return mode === '160000' ? 'submodule' : 'file';
}
