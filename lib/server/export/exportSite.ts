import { Publication } from '@/lib/publishing/publication';
import type { SitePath } from '@/lib/site/routes';
import { type DeadLink, deadLinks } from './deadLinks';
import { claimFolder, ownFiles } from './folder';
import { writeHosts } from './hosts/writeHosts';
import { makeSite } from './makeSite';
import { FileWriter } from './making/fileWriter';
import { Manifest } from './manifest/manifest';
import { endRun } from './manifest/runs';
import type { ExportOptions } from './options';
import { prepareRun, type Wanted } from './prepareRun';
import { removeGone } from './removeGone';
import { type SearchWork, updateSearch } from './search/updateSearch';

/** What an export did. */
export interface ExportReport {
  readonly commit: string | null;
  /** Files that the export has, their compressed copies not counted. */
  readonly total: number;
  /** Of these, those that were made, and those that were not what they had been. */
  readonly made: number;
  readonly written: number;
  readonly removed: number;
  readonly search: SearchWork;
  /** Addresses that could not be made; then nothing was removed. The log says why. */
  readonly failed: readonly SitePath[];
  readonly dead: readonly DeadLink[];
  readonly manifest: Manifest;
}

/** More would mean that somebody publishes without a pause. */
const MOST_ROUNDS = 5;

/**
 * Writes the whole site as files into a folder, or, where it has been written before, what is not as it was. One that
 * is broken off goes on where it stopped.
 * @throws ExportFolderError, SameFileError
 * @throws ContentUnreachableError where the newest version of the content cannot be had
 */
export async function exportSite(options: ExportOptions): Promise<ExportReport> {
  const { out, environment, onProgress } = options;
  const release = claimFolder(out, [environment.contentDir, environment.dataDir]);
  try {
    const publication = Publication.open(environment);
    await publication.sync({
      onProgress: (done, total) => onProgress('Reading the publication', done, total),
    });
    return await exportPublication(publication, options);
  } finally {
    release();
  }
}

async function exportPublication(
  publication: Publication,
  options: ExportOptions,
): Promise<ExportReport> {
  const { out, environment, hosts, onProgress } = options;
  const own = ownFiles(out);
  const manifest = Manifest.open(own.manifest);
  const writer = new FileWriter(out, own.unfinished);
  let [made, written, removed] = [0, 0, 0];
  let wanted: Wanted = options;
  for (let round = 1; ; round += 1) {
    const run = prepareRun(publication, manifest, wanted, options);
    publication.standAt(run.moment, run.ratesMoment);
    let isMaking = true;
    // The index is made by one process of its own, which leaves the other cores idle.
    const [site, search] = await bothOf(
      makeSite(publication, manifest, run, options).finally(() => {
        isMaking = false;
      }),
      updateSearch(publication, manifest, writer, {
        run: run.id,
        isWanted: wanted.search || run.isWhole,
        onProgress: (done, total) => {
          if (!isMaking) onProgress('Indexing articles', done, total);
        },
      }),
    );
    made += site.made;
    written += site.written;
    removed += search.removed;
    if (site.failed.length === 0) removed += await removeGone(writer, manifest, site, run);
    await writeHosts(writer, { out, siteUrl: environment.siteUrl, former: site.former, hosts });
    // What was published meanwhile may be on some of the pages and not on others.
    const isDone = site.failed.length > 0 || !run.isOutdated() || round >= MOST_ROUNDS;
    if (!isDone) {
      wanted = { full: false, rates: false, search: false };
      continue;
    }
    if (site.failed.length === 0) endRun(manifest, run.id);
    manifest.shortenLog();
    return {
      commit: run.commit,
      total: manifest.total(),
      made,
      written,
      removed,
      search,
      failed: site.failed,
      dead: deadLinks(
        manifest,
        site.former.map(({ from }) => from),
        // Of what has not changed, all links led somewhere before, and still do where nothing was removed.
        options.checksAll || run.isWhole || removed > 0 ? null : run.id,
      ),
      manifest,
    };
  }
}

/** What two works come to; where one fails, the other is not left behind. */
async function bothOf<One, Other>(one: Promise<One>, other: Promise<Other>): Promise<[One, Other]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}
