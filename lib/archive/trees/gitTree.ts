import type { Diagnostic } from '@/lib/content/diagnostics';
import { classify, isElsewhere, linkProblem } from '@/lib/content/files';
import type { SourceResult } from '@/lib/content/source';
import { GitError } from '@/lib/git/git';
import type { ObjectName, Repository, TreeEntry } from '@/lib/git/repository';
import type { MediaResult } from '@/lib/images/read';
import type { ContentTree, TreeDifference, TreeFile, TreeListing } from './contentTree';
import { gitFingerprint, objectOf } from './fingerprints';
import { GitHistory } from './gitHistory';
import { readObjects } from './gitObjects';
import type { Originals } from './originals';

interface GitTreeOptions {
  readonly repository: Repository;
  readonly commit: ObjectName;
  readonly originals: Originals;
  /** Whether the publication lay in the same folder of an earlier commit. */
  readonly isComparable?: (commit: ObjectName) => boolean;
}

/** The publication as one commit holds it, read out of Git's store without a working tree. */
export class GitTree implements ContentTree {
  readonly commit: ObjectName;
  readonly history: GitHistory;
  readonly #repository: Repository;
  readonly #originals: Originals;
  readonly #isComparable: (commit: ObjectName) => boolean;

  constructor({ repository, commit, originals, isComparable = () => true }: GitTreeOptions) {
    this.commit = commit;
    this.history = new GitHistory(repository, commit, originals);
    this.#repository = repository;
    this.#originals = originals;
    this.#isComparable = isComparable;
  }

  list(): TreeListing {
    return this.#listing(this.#repository.list(this.commit));
  }

  since(commit: ObjectName): TreeDifference | null {
    try {
      if (!this.#isComparable(commit)) return null;
      const changes = this.#repository.changes(commit, this.commit);
      const listed = this.#listing(changes.flatMap(({ entry }) => entry ?? []));
      const present = new Set(listed.files.map(({ path }) => path));
      const absent = changes.map(({ path }) => path).filter((path) => !present.has(path));
      return { ...listed, absent };
    } catch (error) {
      // A commit of a history that was thrown away may be gone.
      if (error instanceof GitError) return null;
      throw error;
    }
  }

  read(files: readonly TreeFile[]): SourceResult[] {
    return readObjects(this.#repository, files.map(named));
  }

  readPicture(file: TreeFile): Promise<MediaResult> {
    return this.#originals.read(named(file));
  }

  #listing(entries: readonly TreeEntry[]): TreeListing {
    const files: TreeFile[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const { path, object, kind } of entries) {
      if (isElsewhere(path) || kind === 'submodule') continue;
      if (kind === 'link') {
        const [target] = this.#repository.read([object]);
        diagnostics.push(linkProblem(path, target?.toString('utf8') ?? ''));
        continue;
      }
      const found = classify(path);
      if (found.kind) files.push({ path, kind: found.kind, fingerprint: gitFingerprint(object) });
      if (found.problem) diagnostics.push(found.problem);
    }
    files.sort((a, b) => (a.path < b.path ? -1 : 1));
    return { files, diagnostics };
  }
}

function named({ path, fingerprint }: TreeFile): { path: string; object: ObjectName } {
  const object = objectOf(fingerprint);
  if (object === null) throw new Error(`${path} has no name in Git's store (${fingerprint})`);
  return { path, object };
}
