import type { Shown } from '@/lib/archive/shown';
import type { Manifest } from './manifest';

/**
 * What a file shows of the publication.
 * @param kind beginning of its names; all, where none is given
 */
export function shownBy(manifest: Manifest, id: number, kind = ''): Shown[] {
  return manifest
    .query<{ name: Shown }>(
      `SELECT name FROM shows JOIN thing ON thing.id = shows.thing
       WHERE shows.file = ?1 AND substr(name, 1, length(?2)) = ?2`,
    )
    .all(id, kind)
    .map(({ name }) => name);
}
