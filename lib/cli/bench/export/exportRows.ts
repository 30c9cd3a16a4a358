import { EXPORT_EDIT, EXPORT_RATIO } from '../budgets';
import { count, milliseconds, share } from '../formatNumber';
import { atMost, type Verdict } from '../part';
import { median } from '../statistics';
import type { ExportMeasures } from './measureExport';
import type { ExportTime } from './runExport';

type Row = readonly string[];

/** Table of one size: exports, Next's build, and what the time of pages is made of. */
export function exportRows(measures: ExportMeasures): Row[] {
  const { articles, full, warm, edits, nothing, next, profile } = measures;
  return [
    [`Static export, ${count(articles)} articles`, 'took', 'made', 'written', 'a file'],
    row('  from nothing', full),
    ...(warm === null ? [] : [row('  with a warm archive, and pictures', warm)]),
    row(`  one edited article (median of ${edits.length})`, typical(edits)),
    row('  nothing changed', nothing),
    ['  the same articles by Next', milliseconds(next), '', '', ''],
    ['  from nothing, of that', `${ratio(measures).toFixed(2)} x`, '', '', ''],
    ...(profile.length === 0 ? [] : [['Process that makes pages', 'share', '', '', '']]),
    ...profile.map(([group, part]) => [`  ${group}`, share(part), '', '', '']),
  ];
}

export function exportVerdicts(measures: ExportMeasures): Verdict[] {
  const { articles, edits } = measures;
  const of = `${count(articles)} articles`;
  return [
    atMost(`export from nothing, of next build, ${of}`, 'x', EXPORT_RATIO, ratio(measures)),
    atMost(`export of one edit, ${of}`, 'ms', EXPORT_EDIT, typical(edits).milliseconds),
  ];
}

function ratio({ full, next }: ExportMeasures): number {
  return full.milliseconds / next;
}

function typical(times: readonly ExportTime[]): ExportTime {
  const middle = (of: (time: ExportTime) => number): number => median(times.map(of));
  return {
    milliseconds: middle((time) => time.milliseconds),
    made: middle((time) => time.made),
    written: middle((time) => time.written),
  };
}

function row(name: string, { milliseconds: took, made, written }: ExportTime): Row {
  const each = made === 0 ? '' : milliseconds(took / made);
  return [name, milliseconds(took), count(made), count(written), each];
}
