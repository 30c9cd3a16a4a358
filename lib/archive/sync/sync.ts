import type { Instant } from '@/lib/site/dates';
import { logChanges } from '../changeLog';
import type { Database } from '../database';
import { updateVocabulary } from '../search/vocabulary';
import { readSetting } from '../settings';
import type { ContentTree } from '../trees/contentTree';
import { type Changes, findChanges } from './changes';
import { DirtyFiles } from './dirty';
import { Footprint, type PublicChanges } from './footprint';
import { HoldingBack } from './holdingBack';
import { updateListings } from './listings';
import { putPictures, type ReadPicture, readPictures } from './pictures';
import { findBrokenLinks, findPublicProblems, findRedirectLoops } from './problems';
import { filesThatDepend, readTexts } from './readTexts';
import { updateSite } from './siteSettings';
import { putSetting, removeFile } from './store';
import { claimsOf, listTargets, sectionTargets, type Target, targetsOfFile } from './targets';

export interface SyncReport extends PublicChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  /** Paths of the files that were added, changed or removed. */
  readonly paths: ReadonlySet<string>;
  /** The moment at which readers saw `appeared`, `altered` and `vanished`. */
  readonly at: Instant;
  readonly milliseconds: number;
}

export interface SyncOptions {
  /** Whether drafts stand in the lists too: for an archive that no reader sees. */
  readonly listsDrafts?: boolean;
  /** Told how many of the files that have to be read have been read. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Brings the archive up to a version of the publication: reads only what changed since the last
 * sync and writes it in one transaction. Of a file with errors, the newest version without them
 * stays; nothing broken is ever thrown.
 * @throws Error where the content cannot be listed or the database cannot be written
 */
export async function sync(
  database: Database,
  tree: ContentTree,
  options: SyncOptions = {},
): Promise<SyncReport> {
  const start = performance.now();
  const changes = findChanges(database, tree);
  const touched = [...changes.added, ...changes.changed];
  let read = 0;
  const onRead = (): void => {
    read += 1;
    options.onProgress?.(read, Math.max(read, touched.length));
  };
  const media = touched.filter(({ kind }) => kind === 'media');
  const pictures = await readPictures(tree, media, onRead);
  const at = Date.now();
  const { readers, reread } = database.write(() =>
    apply(database, tree, {
      changes,
      pictures,
      at,
      onRead,
      listsDrafts: options.listsDrafts ?? false,
    }),
  );
  return {
    ...readers,
    added: changes.added.length,
    changed: changes.changed.length + reread,
    removed: changes.removed.length,
    unchanged: changes.unchanged - reread,
    paths: new Set([...touched, ...changes.removed].map(({ path }) => path)),
    at,
    milliseconds: performance.now() - start,
  };
}

interface Work {
  readonly at: Instant;
  readonly listsDrafts: boolean;
  readonly changes: Changes;
  readonly pictures: ReadonlyMap<string, ReadPicture>;
  /** Told after each file. */
  readonly onRead: () => void;
}

interface Applied {
  readonly readers: PublicChanges;
  /** Files that were read again though they did not change. */
  readonly reread: number;
}

function apply(database: Database, tree: ContentTree, work: Work): Applied {
  const { changes, pictures, at, onRead } = work;
  const { added, changed, removed } = changes;
  const touched = [...added, ...changed];
  const moving = [...added, ...removed];
  const dirty = new DirtyFiles(database);
  const footprint = new Footprint(database, at, touched.length + removed.length);
  const declared = declaredSections(database);
  const claims: Target[] = [];
  const isRewritten = rewriting(database, tree);
  for (const { path } of [...touched, ...removed]) {
    footprint.remember(path);
    dirty.add(path);
    claims.push(...claimsOf(database, path));
  }
  for (const { path } of removed) removeFile(database, path);
  const settings = updateSite(database, tree, changes, isRewritten);
  if (touched.some(({ kind }) => kind === 'site')) onRead();
  const dependent = settings.moved ? filesThatDepend(database, touched) : [];
  for (const { path } of dependent) {
    footprint.remember(path);
    dirty.add(path);
  }
  putPictures(database, touched, pictures);
  const holding = new HoldingBack(database, { tree, settings, footprint });
  const texts = [
    ...touched.filter(({ kind }) => kind !== 'media' && kind !== 'site'),
    ...dependent,
  ];
  readTexts(database, texts, { tree, settings, holding, onRead });
  for (const { path } of moving) {
    dirty.addAllNaming(targetsOfFile(path));
    dirty.addNamesakes(path);
  }
  for (const { path } of touched) claims.push(...claimsOf(database, path));
  dirty.addAllNaming(claims);
  // What earlier versions name is written down nowhere, so each is asked again.
  const mayBearOthers = (): boolean =>
    moving.length > 0 ||
    claims.length > 0 ||
    touched.some(({ kind }) => kind === 'sections') ||
    isRewritten();
  if (dirty.hasBroken && mayBearOthers()) dirty.addBroken();
  holding.settleMissing(removed, isRewritten);
  holding.settleOthers();
  dirty.addAllNaming(sectionTargets(declared, declaredSections(database)));
  findPublicProblems(database, changes);
  holding.settleArticles();
  updateListings(database, settings.timeZone, work.listsDrafts);
  for (const path of dirty.all()) dirty.addAllNaming(listTargets(footprint.lists(path)));
  // After the listings, since the address of a topic or a month exists through them.
  findBrokenLinks(database);
  findRedirectLoops(database);
  updateVocabulary(
    database,
    texts.flatMap(({ kind, path }) => (kind === 'article' ? [path] : [])),
  );
  putSetting(database, 'commit', tree.commit);
  const readers = footprint.changes();
  logChanges(database, readers.shown);
  return { readers, reread: dependent.length };
}

function declaredSections(database: Database): readonly string[] {
  return readSetting(database, 'declaredSections') ?? [];
}

/**
 * Whether versions that led to the archive may not lead to the present one; found out when it is
 * asked for, since that is work for Git.
 */
function rewriting(database: Database, { history }: ContentTree): () => boolean {
  const before = readSetting(database, 'commit') ?? null;
  let known: boolean | undefined;
  return () => {
    known ??= before === null || history === null || !history.continues(before);
    return known;
  };
}
