/** One limit that the program has set itself, and how what was measured stands to it. */
export interface Verdict {
  readonly budget: string;
  readonly limit: number;
  /** Whether the figure may be at most the limit, or must be at least that. */
  readonly bound: 'at most' | 'at least';
  readonly measured: number;
  readonly unit: 'ms' | 'bytes' | 'x' | 'points' | '';
  readonly verdict: 'kept' | 'missed';
}

/** What a part of the bench found. */
export interface PartResult {
  readonly name: string;
  /** Rows of a table; the first cell names the row, a row of one cell is a heading. */
  readonly rows: readonly (readonly string[])[];
  readonly verdicts: readonly Verdict[];
  /** All numbers, for the file. */
  readonly data: unknown;
}

export function atMost(
  budget: string,
  unit: Verdict['unit'],
  limit: number,
  measured: number,
): Verdict {
  const verdict = measured <= limit ? 'kept' : 'missed';
  return { budget, limit, bound: 'at most', measured, unit, verdict };
}

export function atLeast(
  budget: string,
  unit: Verdict['unit'],
  limit: number,
  measured: number,
): Verdict {
  const verdict = measured >= limit ? 'kept' : 'missed';
  return { budget, limit, bound: 'at least', measured, unit, verdict };
}
