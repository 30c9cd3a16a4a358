import { join, relative } from 'node:path';
import type { Diagnostic } from '@/lib/content/diagnostics';
import type { Fix } from '@/lib/publishing/fixes/fix';
import { counted } from '@/lib/site/counted';

export const FORMATS = ['text', 'json', 'github'] as const;

export type Format = (typeof FORMATS)[number];

export function isFormat(text: string): text is Format {
  return (FORMATS as readonly string[]).includes(text);
}

/**
 * Writes diagnostics down for a person, a program or a pull request.
 * @param contentDir absolute path of the publication, for formats that name whole paths
 */
export function report(
  diagnostics: readonly Diagnostic[],
  format: Format,
  contentDir: string,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(diagnostics, null, 2)}\n`;
    case 'github':
      return diagnostics.map((diagnostic) => annotation(diagnostic, contentDir)).join('');
    case 'text':
      return text(diagnostics);
  }
}

/** What was mended, as `file:line:column fixed rule message`. */
export function fixLine({ file, line, column, rule, message }: Fix): string {
  return `${file}:${line}:${column} fixed ${rule} ${message}.\n`;
}

function text(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.length === 0) return 'No problems found.\n';
  const lines = diagnostics.map(
    ({ file, line, column, severity, rule, message }) =>
      `${file}:${line}:${column} ${severity} ${rule} ${message}\n`,
  );
  return `${lines.join('')}\n${summary(diagnostics)}\n`;
}

function summary(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const files = new Set(diagnostics.map(({ file }) => file)).size;
  const warnings = diagnostics.length - errors;
  return `${counted(errors, 'error')}, ${counted(warnings, 'warning')} in ${counted(files, 'file')}.`;
}

/** Workflow command that GitHub shows beside the line in a pull request. */
function annotation(diagnostic: Diagnostic, contentDir: string): string {
  const { severity, file, line, column, endLine, endColumn, rule, message } = diagnostic;
  const path = relative(process.cwd(), join(contentDir, file));
  const properties = [
    `file=${property(path)}`,
    `line=${line}`,
    `endLine=${endLine}`,
    // GitHub ignores columns of annotations that run over several lines.
    ...(line === endLine ? [`col=${column}`, `endColumn=${endColumn}`] : []),
    `title=${property(rule)}`,
  ];
  return `::${severity} ${properties.join(',')}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
