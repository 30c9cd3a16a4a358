import { type LogMark, loggedSince, logMark } from '@/lib/archive/changeLog';
import { readSetting } from '@/lib/archive/settings';
import type { Shown } from '@/lib/archive/shown';
import type { Publication } from '@/lib/publishing/publication';
import type { Instant } from '@/lib/site/dates';
import { routes } from '@/lib/site/routes';
import { basisOf, ratesName } from './basis';
import { ownFiles } from './folder';
import type { Manifest } from './manifest/manifest';
import { beginRun, lastRun } from './manifest/runs';
import { hasRates, takeRates } from './ratesSnapshot';
import { noteForSearch } from './search/dirty';
import { changesBetween } from './timeChanges';

/** What is wanted beside what has changed. */
export interface Wanted {
  /** Everything anew. */
  readonly full: boolean;
  /** The newest rates on every page. */
  readonly rates: boolean;
  /** The index of searches anew. */
  readonly search: boolean;
}

/** One export into a folder. */
export interface ExportRun {
  readonly id: number;
  readonly commit: string | null;
  /** The moment that all pages are of, and the one that their rates are of. */
  readonly moment: Instant;
  readonly ratesMoment: Instant;
  /** Whether everything is made anew. */
  readonly isWhole: boolean;
  /** Whether the last one was broken off. */
  readonly isResumed: boolean;
  /** Whether something was published since it began. */
  readonly isOutdated: () => boolean;
}

interface Place {
  readonly out: string;
  readonly root: string;
  readonly program: string;
}

/** Finds out what of an export is not as it should be by now, and takes that down before anything is made. */
export function prepareRun(
  publication: Publication,
  manifest: Manifest,
  wanted: Wanted,
  { out, root, program }: Place,
): ExportRun {
  const { database, environment } = publication;
  const moment = Date.now();
  const last = lastRun(manifest);
  const basis = basisOf(root, program, environment);
  const mark = logMark(database);
  const changed = changesFrom(publication, manifest, moment);
  const isWhole =
    wanted.full || last === null || changed === null || manifest.setting('basis') !== basis;
  const tables = ratesName(readSetting(database, 'ratesFolder') ?? environment.contentDir);
  const takesRates =
    wanted.full ||
    wanted.rates ||
    !hasRates(ownFiles(out).rates) ||
    manifest.setting('rates') !== tables;
  if (takesRates) takeRates(environment.ratesFile, ownFiles(out).rates);
  const ratesMoment = takesRates ? moment : Number(manifest.setting('ratesMoment'));
  const commit =
    publication.commit ?? publication.source.committed(publication.commit)?.commit ?? null;
  const id = manifest.write(() => {
    if (isWhole) manifest.outdateAll();
    else manifest.outdate(changed);
    if (takesRates) manifest.outdate(['rates']);
    // What is news today goes by the clock.
    manifest.outdateAt([routes.newsSitemap()]);
    noteForSearch(manifest, isWhole ? null : changed);
    manifest.set('basis', basis);
    manifest.set('mark', JSON.stringify(mark));
    manifest.set('rates', tables);
    manifest.set('ratesMoment', String(ratesMoment));
    return beginRun(manifest, commit, moment);
  });
  return {
    id,
    commit,
    moment,
    ratesMoment,
    isWhole,
    isResumed: last?.isDone === false,
    isOutdated: () => {
      const now = logMark(database);
      return now.archive !== mark.archive || now.entry !== mark.entry;
    },
  };
}

/** What readers see otherwise than in the last export; null where nobody knows. */
function changesFrom(
  publication: Publication,
  manifest: Manifest,
  moment: Instant,
): Set<Shown> | null {
  const { database } = publication;
  const text = manifest.setting('mark');
  const last = lastRun(manifest);
  if (text === undefined || last === null) return null;
  // The manifest holds what was written there by `prepareRun`.
  const changed = loggedSince(database, JSON.parse(text) as LogMark);
  if (changed === null) return null;
  const timeZone = publication.read(({ site }) => site.timeZone);
  for (const thing of changesBetween(database, last.moment, moment, timeZone)) changed.add(thing);
  return changed;
}
