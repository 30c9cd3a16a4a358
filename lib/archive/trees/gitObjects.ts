import {
  LARGEST_TEXT_FILE,
  refuseLarge,
  type SourceResult,
  sourceFromBytes,
} from '@/lib/content/source';
import type { ObjectName, Repository } from '@/lib/git/repository';

/** Texts of the publication out of Git's store, in the order asked for. */
export function readObjects(
  repository: Repository,
  files: readonly { readonly path: string; readonly object: ObjectName }[],
): SourceResult[] {
  const sizes = repository.sizes(files.map(({ object }) => object));
  const readable = files.filter((_, index) => (sizes[index] ?? 0) <= LARGEST_TEXT_FILE);
  const contents = repository.read(readable.map(({ object }) => object));
  const sources = new Map(readable.map(({ path }, index) => [path, contents[index]]));
  return files.map(({ path }, index) => {
    const bytes = sources.get(path);
    return bytes === undefined ? refuseLarge(sizes[index] ?? 0) : sourceFromBytes(bytes, path);
  });
}
