import { publishingLimit } from '../budgets';
import { count, milliseconds } from '../formatNumber';
import { atMost, type Verdict } from '../part';
import { median, percentile } from '../statistics';
import type { EditKind, FollowedEdit } from './followEdit';
import { PAUSE, type PublishingMeasures } from './measurePublishing';
import { FOLLOWED_KINDS } from './places';
import { READING_RATE } from './readers';

type Row = readonly string[];

const NAMES: Readonly<Record<EditKind, string>> = {
  headline: 'new headline',
  text: 'new paragraph',
  new: 'new article',
};

/** Table of one size: pages by kind, the pipeline's own figures, the readers, Next's build. */
export function publishingRows(measures: PublishingMeasures): Row[] {
  const { articles, edits, reading, staticBuild } = measures;
  const of = (kind: EditKind): FollowedEdit[] => edits.filter((edit) => edit.kind === kind);
  const headlines = of('headline');
  const kinds = FOLLOWED_KINDS.map((kind) =>
    row(`  ${NAMES.headline}: ${kind}`, timesOf(headlines, kind)),
  );
  const typical = median(edits.map(slowest));
  const built =
    staticBuild === null
      ? []
      : [
          ['Built anew by Next, as static files', 'builds', 'took', 'of the median edit'],
          [
            `  the same ${count(articles)} articles`,
            '1',
            milliseconds(staticBuild),
            `${Math.round(staticBuild / typical)} x`,
          ],
        ];
  return [
    [`Commit to new HTML, ${count(articles)} articles`, 'pages', 'median', 'p95', 'most'],
    ...kinds,
    row(`  ${NAMES.text}: article`, timesOf(of('text'))),
    row(`  ${NAMES.new}: all its pages`, timesOf(of('new'))),
    row('  all pages', timesOf(edits)),
    [`Each edit, one every ${PAUSE / 1000} s`, 'edits', 'median', 'p95', 'most'],
    row('  its slowest page', edits.map(slowest)),
    row(
      '  webhook to live, as the site says',
      edits.map(({ pipeline }) => pipeline),
    ),
    row(
      '  git commit, before it counts',
      edits.map(({ commit }) => commit),
    ),
    [`Read meanwhile, ${READING_RATE} a second`, 'requests', 'median', 'p95', 'most', 'faults'],
    [
      ...row(`  ${count(reading.different)} different pages`, reading.times),
      String(reading.faults + reading.missing),
    ],
    ...built,
  ];
}

export function publishingVerdicts({ articles, edits, reading }: PublishingMeasures): Verdict[] {
  const name = `at ${count(articles)} articles`;
  return [
    atMost(
      `commit to new HTML ${name}, p95`,
      'ms',
      publishingLimit(articles),
      percentile(timesOf(edits), 0.95),
    ),
    atMost(`faults of reads meanwhile ${name}`, '', 0, reading.faults + reading.missing),
  ];
}

function timesOf(
  edits: readonly FollowedEdit[],
  kind?: FollowedEdit['pages'][number]['kind'],
): number[] {
  return edits.flatMap(({ pages }) =>
    pages
      .filter((page) => kind === undefined || page.kind === kind)
      .map((page) => page.milliseconds),
  );
}

function slowest({ pages }: FollowedEdit): number {
  return Math.max(...pages.map((page) => page.milliseconds));
}

function row(name: string, times: readonly number[]): Row {
  if (times.length === 0) return [name, '0'];
  const figures = [median(times), percentile(times, 0.95), Math.max(...times)];
  return [name, count(times.length), ...figures.map(milliseconds)];
}
