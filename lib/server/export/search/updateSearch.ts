import type { Publication } from '@/lib/publishing/publication';
import { hashOf } from '@/lib/site/hashOf';
import { asked, routes, type SitePath } from '@/lib/site/routes';
import type { FileWriter } from '../making/fileWriter';
import { writeText } from '../making/writeText';
import type { MadeFile, Manifest } from '../manifest/manifest';
import type { Target } from '../plan/plan';
import { buildIndex } from './buildIndex';
import { dirtyForSearch, nothingIsDirty } from './dirty';
import { allRecords, recordOfSlug } from './records';

/** What became of the search index. */
export interface SearchWork {
  readonly kind: 'built' | 'added to' | 'as it was';
  /** Articles that stand beside the index, which does not know them as they are. */
  readonly beside: number;
  /** Files of an older index that are gone. */
  readonly removed: number;
}

interface UpdateOptions {
  readonly run: number;
  /** Whether the index is to be made anew. */
  readonly isWanted: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

const FOLDER = `${routes.search()}/index` as const;
/** What stands beside the index; its name is known to lib/islands/fileSearch. */
const BESIDE = `${FOLDER}/since.json` as const;
/** Articles that may stand beside it; readers load all of them with their first search. */
const MOST_BESIDE = 30;

/**
 * Brings the search of an export up to the newest content. To index everything takes seconds for a thousand articles, so
 * a few that have changed since stand beside the index until it is made anew.
 */
export async function updateSearch(
  publication: Publication,
  manifest: Manifest,
  writer: FileWriter,
  { run, isWanted, onProgress }: UpdateOptions,
): Promise<SearchWork> {
  const dirty = dirtyForSearch(manifest);
  if (!isWanted && dirty !== null && dirty.size <= MOST_BESIDE) {
    const isNew = await putBeside(publication, manifest, writer, dirty, run);
    return { kind: isNew ? 'added to' : 'as it was', beside: dirty.size, removed: 0 };
  }
  const { records, language } = publication.read((reader) => {
    return { records: allRecords(reader), language: reader.site.language };
  });
  const index = await buildIndex(records, language, (done) => onProgress(done, records.length));
  const placed: Placed[] = [];
  for (const [path, content] of index.files) {
    placed.push(await place(manifest, writer, `${FOLDER}/${path}`, content));
  }
  manifest.write(() => {
    for (const { file } of placed) manifest.put(file, run);
  });
  const kept = new Set(placed.map(({ file }) => file.address));
  manifest.set('searchFragments', JSON.stringify([...index.fragments]));
  nothingIsDirty(manifest);
  await putBeside(publication, manifest, writer, new Set(), run);
  kept.add(BESIDE);
  const old = manifest.filesWhere("making = 'search'").filter(({ address }) => !kept.has(address));
  for (const { file } of old) await writer.remove(file);
  manifest.write(() => {
    for (const one of old) manifest.remove(one, run);
  });
  return { kind: 'built', beside: 0, removed: old.length };
}

/** @returns whether it is not what it was */
async function putBeside(
  publication: Publication,
  manifest: Manifest,
  writer: FileWriter,
  slugs: ReadonlySet<string>,
  run: number,
): Promise<boolean> {
  // The manifest holds what `updateSearch` wrote there.
  const fragments = new Map(
    slugs.size === 0
      ? []
      : (JSON.parse(manifest.setting('searchFragments') ?? '[]') as [string, string][]),
  );
  const stale = [...slugs].flatMap((slug) => fragments.get(asked.article(slug)) ?? []);
  const records = publication.read((reader) =>
    [...slugs].flatMap((slug) => recordOfSlug(reader, slug) ?? []),
  );
  const text = `${JSON.stringify({ stale, records })}\n`;
  // What an article said must not be read from the index when it says so no more.
  for (const name of stale) {
    const address = `${FOLDER}/fragment/${name}.pf_fragment` as const;
    const old = manifest.fileAt(address);
    if (old === undefined) continue;
    await writer.remove(old.file);
    manifest.write(() => manifest.remove(old, run));
  }
  const { file, isNew } = await place(manifest, writer, BESIDE, text);
  manifest.write(() => manifest.put(file, run));
  return isNew;
}

interface Placed {
  readonly file: MadeFile;
  /** Whether it is not what it was. */
  readonly isNew: boolean;
}

async function place(
  manifest: Manifest,
  writer: FileWriter,
  address: SitePath,
  content: string | Uint8Array,
): Promise<Placed> {
  const target: Target = { address, file: address.slice(1), making: 'search' };
  const hash = hashOf(content);
  const isNew = manifest.fileAt(address)?.hash !== hash;
  const isText = /\.js(?:on)?$/.test(address);
  if (isNew && isText) await writeText(writer, target.file, content);
  else if (isNew) await writer.write(target.file, content);
  return { file: { ...target, hash, shown: [], needs: [], links: [] }, isNew };
}
