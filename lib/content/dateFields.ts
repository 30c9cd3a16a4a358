import { readDate } from './dates';
import type { Finding } from './diagnostics';
import type { Dated } from './models';
import { fieldName } from './validate';
import type { YamlPath, YamlSource } from './yaml';

export interface DatedField {
  readonly path: YamlPath;
  readonly text: string;
}

/** Gives the date fields of one file their meaning and collects what is wrong with them. */
export class DateReader {
  readonly #source: YamlSource;
  readonly #timeZone: string;
  readonly findings: Finding[] = [];

  constructor(source: YamlSource, timeZone: string) {
    this.#source = source;
    this.#timeZone = timeZone;
  }

  read(field: DatedField): Dated | null {
    const reading = readDate(field.text, this.#timeZone);
    if (reading.ok) return { at: reading.instant, precision: reading.precision };
    this.#report(field, 'impossible-date', reading.message);
    return null;
  }

  /** Reads a date that may not lie before another one of the same file. */
  readAfter(field: DatedField, earlier: Dated | null, earlierName: string): Dated | null {
    const date = this.read(field);
    if (date === null || earlier === null) return date;
    const comparable = date.precision === 'day' ? date.at + DAY - 1 : date.at;
    if (comparable >= earlier.at) return date;
    this.#report(
      field,
      'date-order',
      `${fieldName(field.path)}: is before ${earlierName}; it must not be.`,
    );
    return null;
  }

  #report(field: DatedField, rule: string, message: string): void {
    this.findings.push({ ...this.#source.at(field.path), severity: 'error', rule, message });
  }
}

/** A date without a time means any moment of its day, so its last one is compared. */
const DAY = 24 * 60 * 60 * 1000;
