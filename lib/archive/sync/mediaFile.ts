import pLimit from 'p-limit';
import { type Finding, START_OF_FILE } from '@/lib/content/diagnostics';
import type { MediaFacts } from '@/lib/images/picture';
import { readMedia } from '@/lib/images/read';

export type MediaReading = { readonly facts: MediaFacts } | { readonly finding: Finding };

/** Decoding takes as many processor cores, and the memory of as many pictures. */
const AT_ONCE = 2;

/**
 * Reads pictures for the archive; one that cannot be shown gives an error at its file.
 * @param pathOf absolute path of a file
 */
export async function readPictures(
  paths: readonly string[],
  pathOf: (path: string) => string,
): Promise<Map<string, MediaReading>> {
  const limit = pLimit(AT_ONCE);
  const readings = paths.map((path) =>
    limit(async (): Promise<[string, MediaReading]> => [path, await readPicture(pathOf(path))]),
  );
  return new Map(await Promise.all(readings));
}

async function readPicture(absolutePath: string): Promise<MediaReading> {
  const result = await readMedia(absolutePath);
  if ('facts' in result) return result;
  return { finding: { ...START_OF_FILE, severity: 'error', ...result.refusal } };
}
