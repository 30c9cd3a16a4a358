import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Diagnostic } from '@/lib/content/diagnostics';

/** A content folder of the test file's own; it is removed when the file's tests are done. */
export function contentFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rates-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Makes rates/ hold exactly these files. */
export function fillRates(
  contentDir: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): void {
  const folder = join(contentDir, 'rates');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
}

/** A finding in short, as the report of the site shows it. */
export function brief({ file, line, column, rule }: Diagnostic): string {
  return `${file}:${line}:${column} ${rule}`;
}

/** Whether both ends of a finding lie in the text of its file. */
export function liesWithin(finding: Diagnostic, text: string): boolean {
  const lines = text.split('\n');
  const inside = (line: number, column: number) =>
    line >= 1 &&
    column >= 1 &&
    column <= (lines[line - 1] ?? '').length + 1 &&
    line <= lines.length;
  const ordered =
    finding.endLine > finding.line ||
    (finding.endLine === finding.line && finding.endColumn >= finding.column);
  return (
    ordered && inside(finding.line, finding.column) && inside(finding.endLine, finding.endColumn)
  );
}
