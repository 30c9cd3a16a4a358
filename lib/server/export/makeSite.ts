import type { Reader } from '@/lib/archive/reader';
import type { Publication } from '@/lib/publishing/publication';
import type { Environment } from '@/lib/site/environment';
import type { SitePath } from '@/lib/site/routes';
import { changedHistories } from './changedHistories';
import { ownFiles } from './folder';
import type { HostName } from './hosts/hosts';
import { openCrew } from './making/crew';
import { FileWriter } from './making/fileWriter';
import { hashOf } from './making/hashOf';
import { makeAll } from './making/makeAll';
import type { Made, MakeOrder } from './making/maker';
import { writeText } from './making/writeText';
import type { KnownFile, Manifest } from './manifest/manifest';
import { fileOf } from './plan/fileOf';
import { planOf, type Target, targetAt } from './plan/plan';
import { type Former, formerAddresses, leadingPage } from './plan/redirects';
import type { ExportRun } from './prepareRun';

interface SiteOptions {
  readonly out: string;
  readonly environment: Environment;
  readonly root: string;
  readonly program: string;
  /** Processes at most that make files; one for each core where it is null. */
  readonly processes: number | null;
  readonly hosts: ReadonlySet<HostName>;
  /** Absolute paths of the program's own files, by address. */
  readonly own: ReadonlyMap<SitePath, string>;
  readonly onProgress: (work: string, done: number, total: number) => void;
}

export interface MadeSite {
  /** What the export had before. */
  readonly known: ReadonlyMap<SitePath, KnownFile>;
  /** At whose addresses there is nothing after all. */
  readonly absent: readonly Target[];
  /** Addresses that the site has now. */
  readonly kept: ReadonlySet<SitePath>;
  readonly former: readonly Former[];
  readonly total: number;
  readonly made: number;
  readonly written: number;
  readonly failed: readonly SitePath[];
}

/** Makes what an export lacks, and what is not as it was; then what those files need. */
export async function makeSite(
  publication: Publication,
  manifest: Manifest,
  run: ExportRun,
  options: SiteOptions,
): Promise<MadeSite> {
  const { out, environment, root, program, processes, hosts, own, onProgress } = options;
  publication.standAt(run.moment, run.ratesMoment);
  const { plan, former, language } = publication.read((reader) =>
    planned(reader, environment, own),
  );
  const known = manifest.files();
  const others = new Set(changedHistories(plan, known));
  const kept = new Set<SitePath>();
  const queue: MakeOrder[] = [];
  const failed: SitePath[] = [];
  const nothing: Target[] = [];
  let [made, written] = [0, 0];
  const want = (target: Target): void => {
    if (kept.has(target.address)) return;
    kept.add(target.address);
    const before = known.get(target.address);
    if (!isDue(target, before) && !others.has(target.address)) return;
    queue.push({ target, hash: before?.file === target.file ? before.hash : null });
  };
  for (const target of plan) want(target);
  for (const address of manifest.needed()) want(targetAt(address));

  const { folder: _, ...mine } = ownFiles(out);
  const crew = await openCrew({ files: queue.length, processes }, program, {
    root,
    environment: { ...environment, hosting: 'files', ratesFile: mine.rates },
    folder: out,
    unfinished: mine.unfinished,
    moment: run.moment,
    ratesMoment: run.ratesMoment,
  });
  const take = (batch: readonly Made[]): void => {
    manifest.write(() => {
      for (const one of batch) {
        if (one.kind === 'failed') failed.push(one.target.address);
        else {
          manifest.put(one.kind === 'made' ? one.file : absent(one.target), run.id);
          if (one.kind === 'absent') nothing.push(one.target);
          else for (const address of one.file.needs) want(targetAt(address));
        }
      }
    });
    made += batch.length;
    written += batch.filter((one) => one.kind === 'made' && one.isWritten).length;
    onProgress('Exporting', made, made + queue.length);
  };
  try {
    await makeAll(crew, queue, take);
  } finally {
    await crew.stop();
  }
  // A file that is made anew may need less than it did.
  const needed = new Set(manifest.needed());
  const planAddresses = new Set(plan.map(({ address }) => address));
  for (const address of kept) {
    if (!planAddresses.has(address) && !needed.has(address)) kept.delete(address);
  }
  if (hosts.has('plain')) {
    const leading = await writeLeading(
      { manifest, run, out, former, language, known },
      environment,
    );
    for (const address of leading) kept.add(address);
  }
  return { known, absent: nothing, kept, former, total: kept.size, made, written, failed };
}

function planned(
  reader: Reader,
  environment: Environment,
  own: ReadonlyMap<SitePath, string>,
): { plan: Target[]; former: Former[]; language: string } {
  const plan = planOf(reader, environment, own.keys());
  const there = new Set(plan.map(({ address }) => address));
  const former = formerAddresses(reader, (path) => there.has(path));
  return { plan, former, language: reader.site.language };
}

function isDue(target: Target, before: KnownFile | undefined): boolean {
  return before === undefined || !before.isFresh || before.file !== target.file;
}

/** Taken down too: what was at the address before is gone. */
function absent(target: Target) {
  return { ...target, hash: '', shown: ['site'] as const, needs: [], links: [] };
}

interface Leading {
  readonly manifest: Manifest;
  readonly run: ExportRun;
  readonly out: string;
  readonly former: readonly Former[];
  readonly language: string;
  readonly known: ReadonlyMap<SitePath, KnownFile>;
}

/** Pages at old addresses, for hosts that know no redirects; of what was withdrawn there is none. */
async function writeLeading(
  { manifest, run, out, former, language, known }: Leading,
  { siteUrl }: Environment,
): Promise<SitePath[]> {
  const writer = new FileWriter(out, ownFiles(out).unfinished);
  const written: SitePath[] = [];
  for (const { from, to } of former) {
    // Whatever has another ending is no page to whoever serves it.
    if (to === null || /\.(?!html$)[^/]+$/.test(from)) continue;
    const html = leadingPage(to, siteUrl, language);
    const target: Target = { address: from, file: fileOf(from, true), making: 'leading' };
    const hash = hashOf(html);
    const before = known.get(from);
    if (before?.hash !== hash || before.making !== 'leading') {
      await writeText(writer, target.file, html);
    }
    manifest.write(() =>
      manifest.put({ ...target, hash, shown: [], needs: [], links: [] }, run.id),
    );
    written.push(from);
  }
  return written;
}
