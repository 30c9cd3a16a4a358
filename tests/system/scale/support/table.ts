import { writeFileSync } from 'node:fs';
import type { Seen } from './readers';

/** One part of the test, as readers saw it. */
export interface Phase extends Seen {
  readonly name: string;
  /** Milliseconds from a commit until all instances showed it; of each publish. */
  readonly converged: readonly number[];
}

function percentile(values: readonly number[], share: number): string {
  if (values.length === 0) return '–';
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

/** The parts as a Markdown table. */
export function phaseTable(phases: readonly Phase[]): string {
  const head = [
    'part',
    'reads',
    'failed',
    'older than all show',
    'p50',
    'p95',
    'publishes',
    'slowest until all show it',
  ];
  const rows = phases.map(({ name, reads, failed, late, times, converged }) => [
    name,
    String(reads),
    String(failed.length),
    String(late),
    percentile(times, 0.5),
    percentile(times, 0.95),
    String(converged.length),
    converged.length === 0 ? '–' : `${Math.round(Math.max(...converged))} ms`,
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Writes the table where SCALE_TABLE names a file. */
export function writeTable(phases: readonly Phase[]): void {
  const file = process.env.SCALE_TABLE;
  const table = phaseTable(phases);
  console.log(table);
  if (file) writeFileSync(file, `${table}\n`);
}
