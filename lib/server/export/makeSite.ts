import { join } from 'node:path';
import type { Publication } from '@/lib/publishing/publication';
import type { SitePath } from '@/lib/site/routes';
import { listFiles } from '../http/staticFiles';
import { changedHistories } from './changedHistories';
import { ownFiles } from './folder';
import { writeLeadingPages } from './leadingPages';
import { openCrew } from './making/crew';
import { makeAll } from './making/makeAll';
import type { Made, MakeOrder } from './making/maker';
import type { KnownFile, MadeFile, Manifest } from './manifest/manifest';
import type { ExportOptions } from './options';
import { planOf, type Target, targetAt } from './plan/plan';
import { type Former, formerAddresses } from './plan/redirects';
import type { ExportRun } from './prepareRun';

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
  options: ExportOptions,
): Promise<MadeSite> {
  const { out, environment, root, program, processes, hosts, onProgress } = options;
  const own = listFiles(join(root, 'public'));
  const { plan, planned, former, language } = publication.read((reader) => {
    const targets = planOf(reader, environment, own.keys());
    const addresses = new Set(targets.map(({ address }) => address));
    return {
      plan: targets,
      planned: addresses,
      former: formerAddresses(reader, (path) => addresses.has(path)),
      language: reader.site.language,
    };
  });
  const known = manifest.files();
  const others = changedHistories(planned, known);
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
  const { rates, unfinished } = ownFiles(out);
  const crew = await openCrew({ files: queue.length, processes }, program, {
    root,
    environment: { ...environment, hosting: 'files', ratesFile: rates },
    folder: out,
    unfinished,
    moment: run.moment,
    ratesMoment: run.ratesMoment,
  });
  try {
    await makeAll(crew, queue, take);
  } finally {
    await crew.stop();
  }
  // A file that is made anew may need less than it did.
  const needed = new Set(manifest.needed());
  for (const address of kept) {
    if (!planned.has(address) && !needed.has(address)) kept.delete(address);
  }
  if (hosts.has('plain')) {
    const { siteUrl } = environment;
    const leading = await writeLeadingPages(manifest, run, { out, former, language, siteUrl });
    for (const address of leading) kept.add(address);
  }
  return { known, absent: nothing, kept, former, total: kept.size, made, written, failed };
}

function isDue(target: Target, before: KnownFile | undefined): boolean {
  return before === undefined || !before.isFresh || before.file !== target.file;
}

/** Taken down too: what was at the address before is gone. */
function absent(target: Target): MadeFile {
  return { ...target, hash: '', shown: ['site'], needs: [], links: [] };
}
