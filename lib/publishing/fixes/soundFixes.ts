import type { Finding } from '@/lib/content/diagnostics';
import { readFrontMatter } from '@/lib/content/frontMatter';
import { type SourceFile, sourceOf } from '@/lib/content/source';
import { readYaml } from '@/lib/content/yaml';
import { applyEdits } from './applyEdits';
import type { Fix } from './fix';

/**
 * Of the fixes of one file, those that can be made together and leave its YAML as sound as it
 * was; a field that is there already, for one, cannot be given a second time.
 */
export function soundFixes(file: SourceFile, fixes: readonly Fix[]): Fix[] {
  const limit = problems(file).length;
  const taken: Fix[] = [];
  for (const fix of fixes) {
    const edits = [...taken, fix].flatMap((one) => one.edits);
    if (overlap(edits)) continue;
    const after = sourceOf(file.path, applyEdits(file.text, edits));
    if (problems(after).length <= limit) taken.push(fix);
  }
  return taken;
}

function overlap(edits: readonly { readonly start: number; readonly end: number }[]): boolean {
  const inOrder = edits.toSorted((a, b) => a.start - b.start);
  return inOrder.some((edit, index) => edit.start < (inOrder[index - 1]?.end ?? 0));
}

function problems(file: SourceFile): readonly Finding[] {
  if (file.path.endsWith('.md')) return readFrontMatter(file).findings;
  return readYaml(file.text, file.lines).findings;
}
