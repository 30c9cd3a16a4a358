import type { SitePath } from '@/lib/site/routes';
import type { FinishedDocument } from './document';
import type { Page } from './page';

/** What may be kept for those who ask for the same. */
export type KeptAnswer = (
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'document'; readonly document: FinishedDocument }
) & {
  /** The commit that the archive held from beginning to end, as whoever made it saw; null where none did. */
  readonly madeOf?: string | null;
};

/** What there is at an address: a page or a document, another address, or nothing. */
export type Answer =
  | KeptAnswer
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  | { readonly kind: 'missing' }
  /** Withdrawn on purpose. */
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'fault';
      /** Why, where something can be done: the archive is damaged, or who was to make it ended. */
      readonly cause?: 'archive' | 'lost';
    };

/** How things stand with something that is to be made; both sides keep it true. */
export interface Wanted {
  /** Whether a reader waits for it. */
  isAwaited: boolean;
  /** Whether what it shows may have been read already. */
  isBegun: boolean;
}

/** Makes what there is at an address. Never rejects: whatever fails is a fault. */
export type MakeAnswer = (path: SitePath, wanted: Wanted) => Promise<Answer>;
