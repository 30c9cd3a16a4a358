import { join } from 'node:path';
import { type Position, START_OF_FILE } from '@/lib/content/diagnostics';
import { readFrontMatter } from '@/lib/content/frontMatter';
import { readSource } from '@/lib/content/source';
import type { AuditedPublication } from './audit';

/** Where a field of the front matter stands; the start of the file where that cannot be read. */
export function fieldPlace({ root }: AuditedPublication, file: string, field: string): Position {
  const source = readSource(join(root, file), file);
  if (!source.ok) return START_OF_FILE;
  const split = readFrontMatter(source.file);
  return split.ok ? split.frontMatter.source.at([field]) : START_OF_FILE;
}
