import type { Finding, Position } from '@/lib/content/diagnostics';

/** More than this nobody mends one by one: the file is of another kind than it should be. */
const MOST_FINDINGS = 100;

/** Finds a place in a file; asked only for findings that are kept. */
type PlaceFinder = () => Position;

/** Gathers the errors of one file; those beyond the first hundred are counted, not kept. */
export class FindingList {
  readonly #kept: Finding[] = [];
  #beyond: { readonly place: Position; count: number } | undefined;

  add(place: PlaceFinder, rule: string, message: string, suggestion?: string): void {
    if (this.#kept.length < MOST_FINDINGS) {
      const finding: Finding = { ...place(), severity: 'error', rule, message };
      this.#kept.push(suggestion === undefined ? finding : { ...finding, suggestion });
      return;
    }
    this.#beyond ??= { place: place(), count: 0 };
    this.#beyond.count += 1;
  }

  all(): readonly Finding[] {
    if (!this.#beyond) return this.#kept;
    const { place, count } = this.#beyond;
    const message = `From here on ${count} more problems are not listed; mend those above first.`;
    return [...this.#kept, { ...place, severity: 'error', rule: 'too-many-problems', message }];
  }
}
