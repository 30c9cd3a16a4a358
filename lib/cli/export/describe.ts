import type { DeadLink } from '@/lib/server/export/deadLinks';
import type { ExportReport } from '@/lib/server/export/exportSite';
import { counted } from '@/lib/site/counted';

/** Lines of a list that is meant for people. */
const MOST_LINES = 20;

/** @param milliseconds that the whole command took */
export function describeExport(report: ExportReport, milliseconds: number): string {
  const { commit, total, made, written, removed, search } = report;
  const of = commit === null ? '' : ` of ${commit.slice(0, 10)}`;
  const seconds = (milliseconds / 1000).toFixed(1);
  const index =
    search.kind === 'built'
      ? 'the search index made anew'
      : search.beside > 0
        ? `${counted(search.beside, 'article')} beside the search index`
        : 'the search index as it was';
  return (
    `Exported ${counted(total, 'file')}${of} in ${seconds} s: ${made} made, ${written} written, ` +
    `${removed} removed; ${index}.`
  );
}

export function describeFailures(failed: readonly string[]): string {
  return [
    `${counted(failed.length, 'address')} could not be made; the lines above say why. Nothing was removed.`,
    ...shortened(failed.map((address) => `  ${address}`)),
  ].join('\n');
}

/** By the address that leads nowhere, with the first page that names it. */
export function describeDeadLinks(dead: readonly DeadLink[]): string {
  const sources = new Map<string, string[]>();
  for (const { address, from } of dead) {
    sources.set(address, [...(sources.get(address) ?? []), from]);
  }
  const lines = [...sources].map(([address, from]) => {
    const others = from.length === 1 ? '' : ` and ${from.length - 1} more`;
    return `  ${address} (named by ${from[0]}${others})`;
  });
  return [
    `${counted(sources.size, 'address')} of this site that nothing answers:`,
    ...shortened(lines),
  ].join('\n');
}

function shortened(lines: readonly string[]): string[] {
  const rest = lines.length - MOST_LINES;
  return rest > 0 ? [...lines.slice(0, MOST_LINES), `  and ${rest} more`] : [...lines];
}
