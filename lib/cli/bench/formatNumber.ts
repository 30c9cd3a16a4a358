/** Numbers as the report shows them. */

const UNKNOWN = 'unknown';

export function count(number: number): string {
  return number.toLocaleString('en');
}

/** Milliseconds with as many digits as mean something; seconds from ten of them on. */
export function milliseconds(time: number | null): string {
  if (time === null) return UNKNOWN;
  if (time >= 10_000) return `${(time / 1000).toFixed(1)} s`;
  return `${time.toFixed(time < 100 ? 1 : 0)} ms`;
}

export function bytes(number: number): string {
  return count(number);
}

export function megabytes(number: number | null): string {
  return number === null ? UNKNOWN : `${count(Math.round(number / 1e6))} MB`;
}

/** A part of 1 in percent. */
export function share(part: number | null): string {
  return part === null ? UNKNOWN : `${(part * 100).toFixed(0)} %`;
}

/** How many times the first of several values the last one is; empty without two of them. */
export function ratio(values: readonly (number | null)[]): string {
  const first = values.at(0);
  const last = values.at(-1);
  if (values.length < 2 || !first || last === null || last === undefined) return '';
  return `${(last / first).toFixed(2)} x`;
}
