import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, START_OF_FILE } from '@/lib/content/diagnostics';
import type { AuditedPublication } from './audit';

/** In pixels: the widest place on the site takes less at a density of three. */
const WIDEST = 4000;
/** In bytes: a photograph of that width in good quality is a third of it. */
const HEAVIEST = 5_000_000;

interface Row {
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

/** Pictures that make the repository heavy without any reader seeing more. */
export function oversizedMedia({ database, root }: AuditedPublication): Diagnostic[] {
  return database
    .query<Row>('SELECT path, width, height FROM media ORDER BY path')
    .all()
    .flatMap((row): Diagnostic[] => {
      const message = tooWide(row) ?? tooHeavy(row, root);
      if (message === undefined) return [];
      const { path: file } = row;
      return [{ file, ...START_OF_FILE, severity: 'warning', rule: 'oversized-media', message }];
    });
}

function tooWide({ width, height }: Row): string | undefined {
  if (width <= WIDEST) return undefined;
  const scaled = Math.max(1, Math.round((height * WIDEST) / width));
  return `The picture is ${width} × ${height} pixels; scale it to ${WIDEST} × ${scaled}.`;
}

function tooHeavy({ path }: Row, root: string): string | undefined {
  const facts = statSync(join(root, path), { throwIfNoEntry: false });
  if (facts === undefined || facts.size <= HEAVIEST) return undefined;
  const size = (facts.size / 1e6).toFixed(1);
  return `The file is ${size} MB; save it with at most ${HEAVIEST / 1e6} MB, as a JPEG of quality 85 or with fewer pixels.`;
}
