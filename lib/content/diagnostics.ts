/** How grave a problem is: an error withholds the file, a warning does not. */
export type Severity = 'error' | 'warning';

/** A place in a file; lines and columns count from 1, columns in UTF-16 units, as editors show them. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One problem in the publication, at the place where it is to be mended. */
export interface Diagnostic extends Position {
  /** Path below the content folder, with forward slashes. */
  readonly file: string;
  readonly severity: Severity;
  /** Stable kebab-case name of the rule, e.g. `unknown-author`. */
  readonly rule: string;
  /** What is wrong and how to mend it, in a sentence for an editor. */
  readonly message: string;
  /** Text to put in the place of the marked one, where one is known. */
  readonly suggestion?: string;
}

/** A diagnostic before it is known which file it is about. */
export type Finding = Omit<Diagnostic, 'file'>;

/** Where a problem is reported that concerns a file as a whole. */
export const START_OF_FILE: Position = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/** Orders diagnostics by file, then by place. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1);
}

export function hasErrors(findings: readonly { readonly severity: Severity }[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}
