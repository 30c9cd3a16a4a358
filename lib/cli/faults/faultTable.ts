import type { FaultRow } from './faultRow';

const HEAD = ['fault', 'requests', 'failed', 'slowest', 'how it recovered', 'after'];
const BEGIN = '<!-- faults: written by npm run test:faults -->';
const END = '<!-- /faults -->';

/** The rows as a table of Markdown, by the names of the faults. */
export function faultTable(rows: readonly FaultRow[]): string {
  const sorted = [...rows].sort((one, other) => one.fault.localeCompare(other.fault, 'en'));
  const lines = sorted.map(({ fault, requests, failed, slowest, recovery, milliseconds }) => [
    fault,
    requests.toLocaleString('en'),
    failed.toLocaleString('en'),
    time(slowest),
    recovery,
    milliseconds === null ? '' : time(milliseconds),
  ]);
  const rule = ['---', '---:', '---:', '---:', '---', '---:'];
  return [HEAD, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * Puts a table into a document, in the place of the one that is between its marks.
 * @throws Error where the document has no such place
 */
export function withTable(document: string, table: string, note: string): string {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`There is no "${BEGIN}" with "${END}" after it.`);
  return `${document.slice(0, begin)}${BEGIN}\n\n${note}\n\n${table}\n\n${document.slice(end)}`;
}

function time(milliseconds: number): string {
  return milliseconds < 1_000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1_000).toFixed(1)} s`;
}
