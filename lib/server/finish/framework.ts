import { routes } from '@/lib/site/routes';
import { FRAMEWORK } from './buildAddress';

/** What React and Next leave in a page for their scripts, and how it is told from content. */

export type Attributes = Readonly<Record<string, string>>;

/**
 * Whether an address means something to Next alone: its own files, its own form of a page (`.rsc`), and
 * where it would make documents without this server. Readers find nothing there.
 */
export function isFrameworks(path: string): boolean {
  return (
    path.startsWith(FRAMEWORK) || path.startsWith(`${routes.documents()}/`) || path.endsWith('.rsc')
  );
}

/** Thrown for a page that only scripts could complete; it must not be sent without them. */
export class UnfinishedPageError extends Error {
  override readonly name = 'UnfinishedPageError';

  constructor(marker: string) {
    super(
      `The page holds a part that was to be streamed later (${marker}). ` +
        'Pages are sent whole: use no Suspense boundary and no loading.tsx.',
    );
  }
}

/** Boundaries that are pending, queued or left to the browser; `$` alone is a finished one. */
const OPEN_BOUNDARY = /^\$[?~!]/;
/** Where parts are to go (`B:`, `P:`) and where they wait (`S:`). */
const PLACEHOLDER = /^[BPS]:/;

/** @throws UnfinishedPageError for a comment that marks a part still to come */
export function refuseOpenBoundary(comment: string): void {
  if (OPEN_BOUNDARY.test(comment)) throw new UnfinishedPageError(`<!--${comment}-->`);
}

/** @throws UnfinishedPageError for an element that keeps or holds the place of a part */
export function refusePlaceholder(name: string, { id, hidden }: Attributes): void {
  if (id === undefined || !PLACEHOLDER.test(id)) return;
  if (name === 'template' || hidden !== undefined) {
    throw new UnfinishedPageError(`<${name} id="${id}">`);
  }
}

/** A place that the framework keeps for what it may add later; it is empty in a finished page. */
export function isBareHidden(name: string, attributes: Attributes): boolean {
  return name === 'div' && 'hidden' in attributes && Object.keys(attributes).length === 1;
}

/** Data for machines, and the site's own enhancements. */
export function isKeptScript(attributes: Attributes): boolean {
  return 'data-island' in attributes || isData(attributes);
}

/** What browsers never run, so that no policy need allow it (HTML Standard, "data block"). */
export function isData({ type }: Attributes): boolean {
  return type === 'application/ld+json';
}

/** Links to the style sheets of a build; a finished page has what it uses of them within it. */
export function isStyleSheet({ rel, href }: Attributes): boolean {
  return rel === 'stylesheet' && href?.startsWith(FRAMEWORK) === true;
}

/** Links that fetch what the finished page has within it, or does without. */
export function isPreload({ rel }: Attributes): boolean {
  return rel === 'preload' || rel === 'modulepreload';
}

/** What the framework says of a page to X in copies of Open Graph, which X reads as well. */
const COPIES = /^twitter:(?:title|description|image)/;

export function isCopy({ name }: Attributes): boolean {
  return name !== undefined && COPIES.test(name);
}
