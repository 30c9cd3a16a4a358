import { type Instant, machineDate } from '@/lib/site/dates';
import { readDate } from './dates';
import type { Finding } from './diagnostics';
import type { Dated } from './models';
import { fieldName } from './validate';
import type { YamlPath, YamlSource } from './yaml';

/** `Z`, `+05:00` or `+0500` at the end of a timestamp. */
const OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/;

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
    if (!reading.ok) {
      this.#error(field, 'impossible-date', reading.message);
      return null;
    }
    const { instant: at, precision } = reading;
    if (precision === 'minute' && !OFFSET.test(field.text.trim())) this.#warn(field, at);
    return { at, precision };
  }

  /** Reads a date that may not lie before another one of the same file. */
  readAfter(field: DatedField, earlier: Dated | null, earlierName: string): Dated | null {
    const date = this.read(field);
    if (date === null || earlier === null) return date;
    const comparable = date.precision === 'day' ? date.at + DAY - 1 : date.at;
    if (comparable >= earlier.at) return date;
    this.#error(
      field,
      'date-order',
      `${fieldName(field.path)}: is before ${earlierName}; it must not be.`,
    );
    return null;
  }

  #error(field: DatedField, rule: string, message: string): void {
    this.findings.push({ ...this.#source.at(field.path), severity: 'error', rule, message });
  }

  #warn(field: DatedField, at: Instant): void {
    const offset = machineDate(at, 'minute', this.#timeZone).slice(-6);
    const suggestion = `${field.text.trim()}${offset}`;
    this.findings.push({
      ...this.#source.at(field.path),
      severity: 'warning',
      rule: 'date-without-offset',
      message: `${fieldName(field.path)}: this time means another moment as soon as the site's time zone changes; write ${suggestion}.`,
      suggestion,
    });
  }
}

/** A date without a time means any moment of its day, so its last one is compared. */
const DAY = 24 * 60 * 60 * 1000;
