import type { Finding } from '@/lib/content/diagnostics';
import { type SourceFile, sourceOf } from '@/lib/content/source';

/** A finding in short: where it begins and ends, and its rule. */
export function brief({ line, column, endLine, endColumn, rule }: Finding): string {
  return `${line}:${column}-${endLine}:${endColumn} ${rule}`;
}

/** As `brief`, with what the editor reads. */
export function told(finding: Finding): string {
  return `${brief(finding)} ${finding.message}`;
}

/** A Markdown file of front matter lines and a body. */
export function markdownFile(path: string, fields: readonly string[], body = 'Text.'): SourceFile {
  return sourceOf(path, ['---', ...fields, '---', '', body, ''].join('\n'));
}

/** Whether both ends of a finding lie in a text, in order. */
export function liesWithin(finding: Finding, text: string): boolean {
  const lines = text.split('\n');
  const inside = (line: number, column: number): boolean =>
    line >= 1 &&
    line <= lines.length &&
    column >= 1 &&
    column <= (lines[line - 1] ?? '').length + 1;
  const ordered =
    finding.endLine > finding.line ||
    (finding.endLine === finding.line && finding.endColumn >= finding.column);
  return (
    ordered && inside(finding.line, finding.column) && inside(finding.endLine, finding.endColumn)
  );
}
