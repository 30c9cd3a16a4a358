import { alignTable } from '../alignTable';
import { judge, type Verdict } from './budgets';
import { bytes, count, megabytes, milliseconds, ratio, share } from './formatNumber';
import { PAGE_KINDS, type PageKind } from './pageKinds';
import type { Verdict as PartVerdict } from './part';
import type { BenchResult, SizeResult } from './results';

type Row = readonly string[];

/** A run as text for a terminal: what was measured, then how it stands to the budgets. */
export function reportResult(result: BenchResult): string {
  const { machine, date, sizes, parts } = result;
  const head = [
    `Node ${machine.node.slice(1)}, ${machine.system}, ${machine.cores} cores`,
    `(${machine.processor}), ${megabytes(machine.memory)}, ${date.slice(0, 10)}`,
  ].join(' ');
  const ofSizes = [measures(sizes), weightRows(sizes), budgetRows(judge(result), sizes)];
  const tables = [...(sizes.length > 0 ? ofSizes : []), ...parts.map(({ rows }) => rows)];
  const verdicts = verdictRows(parts.flatMap((part) => part.verdicts));
  return [head, ...[...tables, verdicts].map((part) => alignTable(part))].join('\n\n');
}

function measures(sizes: readonly SizeResult[]): Row[] {
  const time = (name: string, of: (size: SizeResult) => number | null): Row => {
    return [name, ...sizes.map((size) => milliseconds(of(size))), ...comparison(sizes, of)];
  };
  const memory = (name: string, of: (size: SizeResult) => number | null): Row => {
    return [name, ...sizes.map((size) => megabytes(of(size))), ratio(sizes.map(of))];
  };
  return [
    ['', ...sizes.map(({ articles }) => count(articles)), 'ratio', 'in bodies'],
    ['Yardstick: fixed work'],
    ['  load before', ...sizes.map(({ load }) => load.toFixed(1))],
    ['  stolen meanwhile', ...sizes.map(({ stolen }) => share(stolen))],
    time('  64 MB hashed', ({ yardstick }) => yardstick.hash),
    time('  one body rendered', ({ yardstick }) => yardstick.body),
    ['Sync'],
    time('  cold', ({ sync }) => sync.cold),
    time('  cold, processor time', ({ sync }) => sync.coldCpu),
    time('  warm', ({ sync }) => sync.warm),
    time('  after one edit', ({ sync }) => sync.edit),
    ['Memory'],
    memory('  cold sync, peak', ({ sync }) => sync.coldPeak),
    memory('  warm sync and edits, peak', ({ sync }) => sync.warmPeak),
    memory('  server after the pages', ({ serverMemory }) => serverMemory.now),
    memory('  server, peak', ({ serverMemory }) => serverMemory.peak),
    ['Page render time'],
    ...PAGE_KINDS.flatMap((kind) => [
      time(`  ${kind}, mean`, (size) => pageOf(size, kind).mean),
      time(`  ${kind}, p95`, (size) => pageOf(size, kind).p95),
    ]),
    time('  all kinds, processor time', ({ processorTime }) => processorTime),
  ];
}

/** A line for each kind and size, of the page that took most bytes. */
function weightRows(sizes: readonly SizeResult[]): Row[] {
  const rows = PAGE_KINDS.flatMap((kind) =>
    sizes.map((size): Row => {
      const { identity, brotli, scripts } = pageOf(size, kind).heaviest;
      return [`  ${kind}`, count(size.articles), ...[identity, brotli, scripts].map(bytes)];
    }),
  );
  return [['Page bytes', 'articles', 'identity', 'head and brotli', 'scripts'], ...rows];
}

/** Ratio of the largest size to the smallest, and the largest in units of the yardstick. */
function comparison(sizes: readonly SizeResult[], of: (size: SizeResult) => number | null): Row {
  const largest = sizes.at(-1);
  const time = largest === undefined ? null : of(largest);
  const inBodies =
    largest === undefined || time === null ? '' : (time / largest.yardstick.body).toFixed(1);
  return [ratio(sizes.map(of)), inBodies];
}

function pageOf(size: SizeResult, kind: PageKind) {
  const page = size.pages.find((measured) => measured.kind === kind);
  if (page === undefined) throw new Error(`Pages of the kind ${kind} were not measured`);
  return page;
}

function budgetRows(verdicts: readonly Verdict[], sizes: readonly SizeResult[]): Row[] {
  const unit = ({ unit }: Verdict) => (unit === 'ms' ? milliseconds : bytes);
  const names = [...new Set(verdicts.map(({ budget }) => budget))];
  const cells = (name: string): string[] =>
    sizes.flatMap(({ articles }) => {
      const found = verdicts.find((one) => one.budget === name && one.articles === articles);
      if (found === undefined) return ['', '', ''];
      const who = found.decidedBy === undefined ? '' : ` (${found.decidedBy})`;
      const show = unit(found);
      return [show(found.measured) + who, `of ${show(found.limit)}`, found.verdict];
    });
  const head = sizes.flatMap(({ articles }) => [count(articles), 'budget', '']);
  return [['Budget', ...head], ...names.map((name) => [name, ...cells(name)])];
}

function verdictRows(verdicts: readonly PartVerdict[]): Row[] {
  if (verdicts.length === 0) return [];
  const show = (value: number, unit: PartVerdict['unit']): string => {
    if (unit === 'ms') return milliseconds(value);
    if (unit === 'x') return `${value.toFixed(2)} x`;
    return `${bytes(value)}${unit === '' ? '' : ` ${unit}`}`;
  };
  const rows = verdicts.map(({ budget, bound, limit, measured, unit, verdict }) => {
    return [budget, show(measured, unit), `${bound} ${show(limit, unit)}`, verdict];
  });
  return [['Budget', 'measured', 'limit', ''], ...rows];
}
