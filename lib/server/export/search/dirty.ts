import type { Shown } from '@/lib/archive/shown';
import type { Manifest } from '../manifest/manifest';

const SETTING = 'searchDirty';

/** Slugs of articles that are not as the search index has them; null where all may be. */
export function dirtyForSearch(manifest: Manifest): Set<string> | null {
  const text = manifest.setting(SETTING) ?? 'null';
  // Written by this module alone.
  const slugs = JSON.parse(text) as string[] | null;
  return slugs && new Set(slugs);
}

/** Adds the articles among what has changed; null where all may have. */
export function noteForSearch(manifest: Manifest, changed: ReadonlySet<Shown> | null): void {
  const dirty = changed && !changed.has('site') ? dirtyForSearch(manifest) : null;
  if (dirty === null || changed === null) {
    manifest.set(SETTING, 'null');
    return;
  }
  for (const thing of changed) {
    if (thing.startsWith('article:')) dirty.add(thing.slice('article:'.length));
  }
  manifest.set(SETTING, JSON.stringify([...dirty].sort()));
}

/** Says that the index has every article as it is. */
export function nothingIsDirty(manifest: Manifest): void {
  manifest.set(SETTING, '[]');
}
