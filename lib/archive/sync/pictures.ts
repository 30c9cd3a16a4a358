import pLimit from 'p-limit';
import { type Finding, START_OF_FILE } from '@/lib/content/diagnostics';
import type { MediaFacts } from '@/lib/images/picture';
import type { MediaResult } from '@/lib/images/read';
import type { Database } from '../database';
import type { ContentTree, TreeFile } from '../trees/contentTree';
import { putFile, putFindings, putMedia, putShown, removeFile } from './store';

/** What a picture's file gives: the facts of the version that is shown, and what is wrong now. */
export interface ReadPicture {
  /** Null where no version can be shown. */
  readonly shown: { readonly facts: MediaFacts; readonly fingerprint: string } | null;
  readonly finding: Finding | null;
}

/** Decoding takes as many processor cores, and the memory of as many pictures. */
const AT_ONCE = 2;

/** Reads pictures for the archive; one that cannot be shown gives an error at its file. */
export async function readPictures(
  tree: ContentTree,
  files: readonly TreeFile[],
  onRead: () => void,
): Promise<Map<string, ReadPicture>> {
  const limit = pLimit(AT_ONCE);
  const readings = files.map((file) =>
    limit(async (): Promise<[string, ReadPicture]> => {
      const picture = await readPicture(tree, file);
      onRead();
      return [file.path, picture];
    }),
  );
  return new Map(await Promise.all(readings));
}

async function readPicture(tree: ContentTree, file: TreeFile): Promise<ReadPicture> {
  const result = await tree.readPicture(file);
  if ('facts' in result)
    return { shown: { ...result, fingerprint: file.fingerprint }, finding: null };
  return { shown: await earlierPicture(tree, file), finding: findingOf(result.refusal) };
}

/** The newest version of a picture that can be shown. */
async function earlierPicture(tree: ContentTree, file: TreeFile): Promise<ReadPicture['shown']> {
  for (const earlier of tree.history?.earlier(file) ?? []) {
    const result = await earlier.readPicture();
    if ('facts' in result) return { ...result, fingerprint: earlier.fingerprint };
  }
  return null;
}

function findingOf(refusal: Extract<MediaResult, { refusal: unknown }>['refusal']): Finding {
  return { ...START_OF_FILE, severity: 'error', ...refusal };
}

/** Enters the pictures that were read. */
export function putPictures(
  database: Database,
  files: readonly TreeFile[],
  pictures: ReadonlyMap<string, ReadPicture>,
): void {
  for (const file of files) {
    const picture = pictures.get(file.path);
    if (picture === undefined) continue;
    removeFile(database, file.path);
    putFile(database, file);
    if (picture.shown) {
      putMedia(database, file.path, picture.shown.facts);
      putShown(database, file.path, picture.shown.fingerprint);
    }
    if (picture.finding) putFindings(database, file.path, 'file', [picture.finding]);
  }
}
