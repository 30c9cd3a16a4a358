import { join } from 'node:path';
import type { Publication } from '@/lib/publishing/publication';
import type { SitePath } from '@/lib/site/routes';
import { listFiles } from '../http/listFiles';
import { ownFiles } from './folder';
import { writeLeadingPages } from './leadingPages';
import { openCrew } from './making/crew';
import { makeAll } from './making/makeAll';
import type { Made, MakerSetup } from './making/maker';
import type { MadeFile, Manifest } from './manifest/manifest';
import { forgetPlan, notePlan, notePlanned } from './manifest/planned';
import type { ExportOptions } from './options';
import { duePlan, isDue, orderFor } from './plan/duePlan';
import { knownFormer } from './plan/knownFormer';
import { type Target, targetAt } from './plan/plan';
import type { Former } from './plan/redirects';
import { planSources } from './plan/sources';
import type { ExportRun } from './prepareRun';

export interface MadeSite {
  /** At whose addresses there is nothing after all. */
  readonly absent: readonly Target[];
  readonly former: readonly Former[];
  /** Old addresses that have pages which lead on. */
  readonly leading: ReadonlySet<SitePath>;
  readonly made: number;
  readonly written: number;
  readonly failed: readonly SitePath[];
  /** Whether the export may have another plan than before. */
  readonly isPlanNew: boolean;
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
  const { plan, former, language } = publication.read((reader) => {
    const sources = planSources(reader, environment, own.keys());
    const due = duePlan(manifest, sources, run.isWhole);
    return {
      plan: due,
      former: knownFormer(reader, manifest, due),
      language: reader.site.language,
    };
  });
  forgetPlan(manifest);
  const queue = [...plan.due];
  const asked = new Set(queue.map(({ target }) => target.address));
  const failed: SitePath[] = [];
  const nothing: Target[] = [];
  let [made, written] = [0, 0];
  const need = (address: SitePath): void => {
    if (asked.has(address)) return;
    asked.add(address);
    const target = targetAt(address);
    const before = manifest.fileAt(address);
    if (isDue(target, before)) queue.push(orderFor(target, before));
  };

  const take = (batch: readonly Made[]): void => {
    manifest.write(() => {
      for (const one of batch) {
        if (one.kind === 'failed') failed.push(one.target.address);
        else {
          manifest.put(one.kind === 'made' ? one.file : absent(one.target), run.id);
          if (one.kind === 'absent') nothing.push(one.target);
          else for (const address of one.file.needs) need(address);
        }
      }
    });
    made += batch.length;
    written += batch.filter((one) => one.kind === 'made' && one.isWritten).length;
    onProgress('Exporting', made, made + queue.length);
  };
  const { rates, unfinished } = ownFiles(out);
  const setup: MakerSetup = {
    root,
    environment: { ...environment, hosting: 'files', ratesFile: rates },
    folder: out,
    unfinished,
    moment: run.moment,
    ratesMoment: run.ratesMoment,
  };
  const size = { files: queue.length, processes };
  const crew = await openCrew(size, program, setup, { publication, manifest });
  try {
    await makeAll(crew, queue, take);
  } finally {
    await crew.stop();
  }
  if (plan.addresses !== null) notePlanned(manifest, plan.addresses);
  if (failed.length === 0) notePlan(manifest, plan.name);
  const { siteUrl } = environment;
  const leading = hosts.has('plain')
    ? await writeLeadingPages(manifest, run, { out, former, language, siteUrl })
    : [];
  const isPlanNew = plan.addresses !== null;
  return { absent: nothing, former, leading: new Set(leading), made, written, failed, isPlanNew };
}

/** Taken down too: what was at the address before is gone. */
function absent(target: Target): MadeFile {
  return { ...target, hash: '', shown: ['site'], needs: [], links: [] };
}
