import type { SitePath } from '@/lib/site/routes';
import type { FollowedKind } from './places';
import type { EditorsRepository } from './repository';
import { PageWatch } from './watchPage';
import { sendWebhook, waitUntilPublished } from './webhook';

/** What is done to the publication. */
export const EDIT_KINDS = ['headline', 'text', 'new'] as const;

export type EditKind = (typeof EDIT_KINDS)[number];

/** A page on which an edit is waited for. */
export interface FollowedPage {
  readonly kind: FollowedKind;
  readonly path: SitePath;
  /** Before the edit. */
  readonly status: number;
}

export interface Edit {
  readonly kind: EditKind;
  /** Of the file, below the content folder. */
  readonly path: string;
  /** The new content of the file. */
  readonly text: string;
  /** What the pages show of it, and did not show before. */
  readonly mark: string;
  readonly pages: readonly FollowedPage[];
}

/** What became of an edit; milliseconds, those of pages from the return of `git commit`. */
export interface FollowedEdit {
  readonly kind: EditKind;
  readonly commit: number;
  readonly pages: readonly { readonly kind: FollowedKind; readonly milliseconds: number }[];
  /** From the webhook to the moment from which readers get it, as the site itself says. */
  readonly pipeline: number;
  /** Number of pages that the site had in memory and that showed something of it. */
  readonly dropped: number;
}

export interface EditedSite {
  readonly address: string;
  readonly secret: string;
  readonly repository: EditorsRepository;
}

/**
 * Commits an edit, tells the site, and waits until every page shows it.
 * @throws Error where it does not come, or the site says that something is wrong
 */
export async function followEdit(site: EditedSite, edit: Edit): Promise<FollowedEdit> {
  const { address, secret, repository } = site;
  const { kind, path, text, mark } = edit;
  const watches = edit.pages.map((page) => ({ ...page, watch: new PageWatch(address, page.path) }));
  try {
    for (const { watch, status } of watches) await watch.begin(status, mark);
    const before = repository.head;
    const committed = repository.commit(path, text);
    const after = repository.head;
    const push = { branch: repository.branch, before, after };
    const told = sendWebhook(address, secret, push);
    const shown = watches.map(async ({ kind, watch }) => {
      return { kind, milliseconds: (await watch.until(mark)) - committed.at };
    });
    const [pages] = await Promise.all([Promise.all(shown), told]);
    const { last, errors } = await waitUntilPublished(address, after);
    if (last === null || errors > 0) throw new Error(`${path}: published with ${errors} errors`);
    const { milliseconds: pipeline, pages: dropped } = last;
    return { kind, commit: committed.milliseconds, pages, pipeline, dropped };
  } finally {
    for (const { watch } of watches) watch.close();
  }
}
