/** Mean of at least one number. */
export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/**
 * The number that a share of all numbers does not exceed, by the nearest-rank method.
 * @param share above 0, at most 1
 * @throws RangeError without numbers
 */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const found = sorted[Math.ceil(share * sorted.length) - 1];
  if (found === undefined) throw new RangeError('A percentile needs at least one number');
  return found;
}

export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5);
}
