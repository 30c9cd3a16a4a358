import type { Shown } from '@/lib/archive/shown';
import type { Manifest } from './manifest';

/** What a file shows of the publication. */
export function shownBy(manifest: Manifest, id: number): Shown[] {
  return manifest
    .query<{ name: Shown }>(
      'SELECT name FROM shows JOIN thing ON thing.id = shows.thing WHERE shows.file = ?',
    )
    .all(id)
    .map(({ name }) => name);
}
