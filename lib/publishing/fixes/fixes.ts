import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from '@/lib/archive/database';
import type { Diagnostic } from '@/lib/content/diagnostics';
import { readSource } from '@/lib/content/source';
import { lostAddresses } from '../audits/renamedArticles';
import { applyEdits } from './applyEdits';
import { findingFixes } from './findingFixes';
import type { Fix } from './fix';
import { redirectFromFix } from './redirectFrom';
import { soundFixes } from './soundFixes';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Mends in the folder what is safe to mend, and says what it did. What a mended file shows then
 * may be mended in turn, after another sync.
 * @param root absolute path of the publication
 */
export function makeFixes(
  database: Database,
  root: string,
  diagnostics: readonly Diagnostic[],
): Fix[] {
  const lost = lostAddresses({ database, root });
  const files = [...new Set([...diagnostics.map(({ file }) => file), ...lost.keys()])];
  return files.flatMap((path) => {
    if (!/\.(?:md|yml)$/.test(path)) return [];
    const source = readSource(join(root, path), path);
    if (!source.ok) return [];
    const claim = redirectFromFix(source.file, lost.get(path) ?? []);
    const proposed = [
      ...findingFixes(database, source.file, diagnostics),
      ...(claim === null ? [] : [claim]),
    ];
    const fixes = soundFixes(source.file, proposed);
    if (fixes.length > 0) {
      const edits = fixes.flatMap((fix) => fix.edits);
      replaceText(join(root, path), applyEdits(source.file.text, edits));
    }
    return fixes;
  });
}

/** Writes a whole file in the place of another, so that nobody ever reads half of it. */
function replaceText(path: string, text: string): void {
  const hasMark = readFileSync(path).subarray(0, 3).equals(Buffer.from(BYTE_ORDER_MARK));
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const { mode } = statSync(path);
    writeFileSync(temporary, (hasMark ? BYTE_ORDER_MARK : '') + text, { mode });
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
