import type { ArticleSlug } from '@/lib/site/slug';
import type { Shown } from '../shown';

/** What readers see otherwise since a moment ago. */
export interface Announcement {
  /** The commit that brought it; without one time alone did, or a plain folder. */
  readonly commit?: string | null;
  readonly appeared: readonly ArticleSlug[];
  readonly altered: readonly ArticleSlug[];
  readonly vanished: readonly ArticleSlug[];
  /** Everything that pages and feeds show and that is not as it was. */
  readonly shown: ReadonlySet<Shown>;
}

/** Tells others of what was published. Never throws, and nobody waits for it. */
export type Announce = (announcement: Announcement) => void;
