import type { PageMeasures } from './measurePages';
import type { PageKind } from './pageKinds';
import type { BenchResult, SizeResult } from './results';

/** One limit that the program has set itself, and how one size of publication stands to it. */
export interface Verdict {
  readonly budget: string;
  readonly articles: number;
  readonly limit: number;
  readonly measured: number;
  readonly unit: 'ms' | 'bytes';
  readonly verdict: 'kept' | 'missed';
  /** The kind of page that decided, where several were measured. */
  readonly decidedBy?: PageKind;
}

/** A sync of 100,000 articles: into an empty archive, and with nothing changed. Milliseconds. */
const COLD_SYNC = 60_000 / 100_000;
const WARM_SYNC = 3000 / 100_000;

const PAGE_MEAN = 20;
const PAGE_P95 = 60;

/** Bytes of response head and HTML in Brotli. */
const WEIGHTS: readonly (readonly [PageKind, number])[] = [
  ['article', 14_000],
  ['front', 20_000],
  ['profile', 20_000],
];

/** Milliseconds from a commit to the page that shows it, for p95. */
const PUBLISHING = 250;
const PUBLISHING_MANY = 1_000;
const MANY_ARTICLES = 1_000;

/** A static export from nothing, as part of what Next's build of the same articles takes. */
export const EXPORT_RATIO = 0.25;
/** Milliseconds of an export after one edited article. */
export const EXPORT_EDIT = 1_000;

/** Every budget at every size; a missed one is in the list like the others. */
export function judge({ sizes }: BenchResult): Verdict[] {
  return sizes.flatMap((size) => [...syncVerdicts(size), ...timeVerdicts(size), ...weights(size)]);
}

/** Milliseconds from a commit to new HTML that the slowest twentieth of pages may exceed. */
export function publishingLimit(articles: number): number {
  return articles > MANY_ARTICLES ? PUBLISHING_MANY : PUBLISHING;
}

function syncVerdicts({ articles, sync }: SizeResult): Verdict[] {
  return [
    verdict('cold sync, in proportion', articles, 'ms', COLD_SYNC * articles, sync.cold),
    verdict('warm sync, in proportion', articles, 'ms', WARM_SYNC * articles, sync.warm),
  ];
}

function timeVerdicts({ articles, pages }: SizeResult): Verdict[] {
  const slowest = (time: (page: PageMeasures) => number) =>
    pages.reduce<PageMeasures | undefined>(
      (found, page) => (found === undefined || time(page) > time(found) ? page : found),
      undefined,
    );
  const byMean = slowest((page) => page.mean);
  const byP95 = slowest((page) => page.p95);
  if (byMean === undefined || byP95 === undefined) return [];
  return [
    {
      ...verdict('page not yet cached, mean', articles, 'ms', PAGE_MEAN, byMean.mean),
      decidedBy: byMean.kind,
    },
    {
      ...verdict('page not yet cached, p95', articles, 'ms', PAGE_P95, byP95.p95),
      decidedBy: byP95.kind,
    },
  ];
}

function weights({ articles, pages }: SizeResult): Verdict[] {
  return WEIGHTS.flatMap(([kind, limit]) => {
    const weight = pages.find((page) => page.kind === kind)?.heaviest;
    return weight ? [verdict(`${kind}, brotli`, articles, 'bytes', limit, weight.brotli)] : [];
  });
}

function verdict(
  budget: string,
  articles: number,
  unit: Verdict['unit'],
  limit: number,
  measured: number,
): Verdict {
  return {
    budget,
    articles,
    limit,
    measured,
    unit,
    verdict: measured <= limit ? 'kept' : 'missed',
  };
}
