import { join } from 'node:path';
import { Publication } from '@/lib/publishing/publication';
import type { Environment } from '@/lib/site/environment';
import type { SitePath } from '@/lib/site/routes';
import { listFiles } from '../http/staticFiles';
import { type DeadLink, deadLinks } from './deadLinks';
import { claimFolder, ownFiles } from './folder';
import type { HostName } from './hosts/hosts';
import { writeHosts } from './hosts/writeHosts';
import { type MadeSite, makeSite } from './makeSite';
import { FileWriter } from './making/fileWriter';
import { Manifest } from './manifest/manifest';
import { endRun } from './manifest/runs';
import { prepareRun, type Wanted } from './prepareRun';
import { removeGone } from './removeGone';
import { type SearchWork, updateSearch } from './search/updateSearch';

export interface ExportOptions extends Wanted {
  /** Absolute path of the folder for the export. */
  readonly out: string;
  readonly environment: Environment;
  /** Folder of the built site. */
  readonly root: string;
  /** Bundled program that runs `work` when it is started in a workshop. */
  readonly program: string;
  /** Processes at most that make files; one for each core where it is null. */
  readonly processes: number | null;
  readonly hosts: ReadonlySet<HostName>;
  /** Whether the links of files are followed that are as they were. */
  readonly checksAll: boolean;
  /** Told what is being done, and how far it is. */
  readonly onProgress: (work: string, done: number, total: number) => void;
}

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
  const { out, environment, root, hosts, onProgress } = options;
  const own = ownFiles(out);
  const manifest = Manifest.open(own.manifest);
  const writer = new FileWriter(out, own.unfinished);
  let [made, written, removed] = [0, 0, 0];
  let wanted: Wanted = options;
  for (let round = 1; ; round += 1) {
    const run = prepareRun(publication, manifest, wanted, options);
    const site = await makeSite(publication, manifest, run, {
      ...options,
      own: listFiles(join(root, 'public')),
    });
    made += site.made;
    written += site.written;
    if (site.failed.length === 0) removed += await removeGone(writer, manifest, site, run.id);
    const search = await updateSearch(publication, manifest, writer, {
      run: run.id,
      isWanted: wanted.search || run.isWhole,
      onProgress: (done, total) => onProgress('Indexing articles', done, total),
    });
    removed += search.removed;
    await writeHosts(writer, { out, siteUrl: environment.siteUrl, former: site.former, hosts });
    // What was published meanwhile may be on some of the pages and not on others.
    const isDone = site.failed.length > 0 || !run.isOutdated() || round >= MOST_ROUNDS;
    if (!isDone) {
      wanted = { full: false, rates: false, search: false };
      continue;
    }
    if (site.failed.length === 0) endRun(manifest, run.id);
    return {
      commit: run.commit,
      total: site.total,
      made,
      written,
      removed,
      search,
      failed: site.failed,
      dead: deadLinks(
        manifest,
        answered(site, manifest),
        // Of what has not changed, all links led somewhere before, and still do where nothing was removed.
        options.checksAll || run.isWhole || removed > 0 ? null : run.id,
      ),
      manifest,
    };
  }
}

/** Addresses that something answers: a file, or the host's own redirects. */
function* answered({ kept, former }: MadeSite, manifest: Manifest): Generator<SitePath> {
  const nothing = new Set(manifest.emptyAddresses());
  for (const address of kept) if (!nothing.has(address)) yield address;
  for (const { from } of former) yield from;
  yield* manifest.searchFiles();
}
