import type { Diagnostic, Finding } from './diagnostics';
import type { Reference } from './references';

/** What one file gave: its model where it has no errors, its problems, and what it names. */
export interface Parsed<Model> {
  readonly value: Model | null;
  readonly findings: readonly Finding[];
  readonly references: readonly Reference[];
}

export function refused(findings: readonly Finding[]): Parsed<never> {
  return { value: null, findings, references: [] };
}

/** How the site's own settings bear on the reading of a file. */
export interface ReadingSettings {
  /** IANA zone of dates that have no offset. */
  readonly timeZone: string;
  /** BCP 47 tag of files that name no language. */
  readonly language: string;
}

export function inFile(file: string, findings: readonly Finding[]): Diagnostic[] {
  return findings.map((finding) => ({ file, ...finding }));
}
