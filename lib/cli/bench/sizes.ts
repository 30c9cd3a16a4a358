/** Fewer articles than this do not fill the lists that are measured. */
const FEWEST = 100;
const MOST = 1_000_000;

/** Reads "1000,10000" as numbers of articles, fewest first; null where it is none. */
export function readSizes(text: string): number[] | null {
  const sizes = text.split(',').map((part) => Number(part.trim() || Number.NaN));
  const isSize = (size: number): boolean =>
    Number.isInteger(size) && size >= FEWEST && size <= MOST;
  return sizes.every(isSize) ? [...new Set(sizes)].sort((a, b) => a - b) : null;
}
