import {
  LARGEST_TEXT_FILE,
  refuseLarge,
  type SourceResult,
  sourceFromBytes,
} from '@/lib/content/source';
import type { ObjectName, Repository } from '@/lib/git/repository';

interface NamedObject {
  readonly path: string;
  readonly object: ObjectName;
}

/** So few are read at once whatever their sizes: every run of Git takes milliseconds. */
const FEW = 4;

/** Texts of the publication out of Git's store, in the order asked for. */
export function readObjects(repository: Repository, files: readonly NamedObject[]): SourceResult[] {
  const objects = files.map(({ object }) => object);
  const sizes = files.length <= FEW ? null : repository.sizes(objects);
  const readable = objects.filter((_, index) => (sizes?.[index] ?? 0) <= LARGEST_TEXT_FILE);
  const read = repository.read(readable);
  const contents = new Map(readable.map((object, index) => [object, read[index]]));
  return files.map(({ path, object }, index) => {
    const bytes = contents.get(object);
    const size = bytes?.length ?? sizes?.[index] ?? 0;
    if (bytes === undefined || size > LARGEST_TEXT_FILE) return refuseLarge(size);
    return sourceFromBytes(bytes, path);
  });
}
