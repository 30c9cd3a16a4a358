import type { ContentFile } from '@/lib/content/files';
import { GitError } from '@/lib/git/git';
import type { ObjectName, Repository } from '@/lib/git/repository';
import type { ContentHistory, EarlierFile } from './contentTree';
import { gitFingerprint } from './fingerprints';
import { readObjects } from './gitObjects';
import type { Originals } from './originals';

/** Versions of one file that are looked at; who broke a file more often will find a sound one. */
const MOST_VERSIONS = 200;

/** What a publication's files were, as told by the commits that lead to one of them. */
export class GitHistory implements ContentHistory {
  readonly #repository: Repository;
  readonly #head: ObjectName;
  readonly #originals: Originals | null;

  /** @param originals keeps pictures as files; without it, earlier pictures cannot be read */
  constructor(repository: Repository, head: ObjectName, originals: Originals | null = null) {
    this.#repository = repository;
    this.#head = head;
    this.#originals = originals;
  }

  *earlier({ path, kind }: ContentFile): Generator<EarlierFile> {
    const seen = new Set<ObjectName>();
    for (const { object } of this.#repository.log(this.#head, path, { limit: MOST_VERSIONS })) {
      if (object === null || seen.has(object)) continue;
      seen.add(object);
      yield {
        path,
        kind,
        fingerprint: gitFingerprint(object),
        read: () => {
          const [source] = readObjects(this.#repository, [{ path, object }]);
          if (source === undefined) throw new Error(`Git gave no content for ${path}`);
          return source;
        },
        readPicture: async () => {
          if (this.#originals !== null) return this.#originals.read({ path, object });
          const message = 'Earlier versions of pictures are not kept here.';
          return { refusal: { rule: 'media-unreadable', message } };
        },
      };
    }
  }

  everHeld(pattern: string): boolean {
    return this.#repository.everHeld(this.#head, pattern);
  }

  continues(commit: ObjectName): boolean {
    try {
      return this.#repository.isAncestor(commit, this.#head);
    } catch (error) {
      // The repository may have lost that commit, or never had it.
      if (error instanceof GitError) return false;
      throw error;
    }
  }
}
