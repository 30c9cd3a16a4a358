import { hashOf } from '@/lib/site/hashOf';
import type { SitePath } from '@/lib/site/routes';
import { ownFiles } from './folder';
import { FileWriter } from './making/fileWriter';
import { writeText } from './making/writeText';
import type { MadeFile, Manifest } from './manifest/manifest';
import { fileOf } from './plan/fileOf';
import { type Former, leadingPage } from './plan/redirects';
import type { ExportRun } from './prepareRun';

interface LeadingOptions {
  /** Absolute path of the export. */
  readonly out: string;
  readonly former: readonly Former[];
  readonly language: string;
  readonly siteUrl: string;
}

/**
 * Writes pages at old addresses, for hosts that know no redirects; of what was withdrawn there is none.
 * @returns the addresses that have one
 */
export async function writeLeadingPages(
  manifest: Manifest,
  run: ExportRun,
  { out, former, language, siteUrl }: LeadingOptions,
): Promise<SitePath[]> {
  const writer = new FileWriter(out, ownFiles(out).unfinished);
  const paths: SitePath[] = [];
  const pages: MadeFile[] = [];
  for (const { from, to } of former) {
    // Whatever has another ending is no page to whoever serves it.
    if (to === null || /\.(?!html$)[^/]+$/.test(from)) continue;
    const html = leadingPage(to, siteUrl, language);
    const hash = hashOf(html);
    const file = fileOf(from, true);
    const before = manifest.fileAt(from);
    paths.push(from);
    const isKept = before?.hash === hash && before.making === 'leading';
    if (isKept && before.isFresh) continue;
    if (!isKept) await writeText(writer, file, html);
    pages.push({ address: from, file, making: 'leading', hash, shown: [], needs: [], links: [] });
  }
  manifest.write(() => {
    for (const page of pages) manifest.put(page, run.id);
  });
  return paths;
}
