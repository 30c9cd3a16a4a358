import type { Instant } from '@/lib/site/dates';
import type { SoundVersion } from './soundVersions';

/** A version that readers could see, from a moment on. */
export interface PublishedVersion extends SoundVersion {
  readonly from: Instant;
}

/**
 * Those of an article's versions that were published: no drafts, and none whose date had not come
 * when the next one took its place. A version whose date came later than its commit is published
 * from its date on.
 * @param versions newest first
 * @returns newest first
 */
export function publishedVersions(
  versions: readonly SoundVersion[],
  now: Instant,
): PublishedVersion[] {
  const published: PublishedVersion[] = [];
  const moments = commitMoments(versions);
  versions.forEach(({ commit, article }, index) => {
    const committed = moments[index] ?? commit.at;
    const replaced = index === 0 ? now : (moments[index - 1] ?? now);
    const from = Math.max(committed, article.published.at);
    const isInTime = article.published.at <= replaced;
    if (!article.draft && isInTime) published.push({ commit, article, from });
  });
  return published;
}

/** Moments of the commits; a clock that went wrong puts none before the one that it came after. */
function commitMoments(versions: readonly SoundVersion[]): Instant[] {
  const moments: Instant[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  for (const { commit } of versions.toReversed()) {
    latest = Math.max(latest, commit.at);
    moments.unshift(latest);
  }
  return moments;
}
