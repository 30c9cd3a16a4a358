import type { Document, MovedDocument } from '@/lib/discovery/document';
import { collectShown } from '@/lib/publishing/shown';
import { loggedPath, type SitePath } from '@/lib/site/routes';
import { type FinishedHtml, finishHtml } from '../finish/finishHtml';
import type { ReadStyles } from '../finish/styleFiles';
import type { Answer } from '../pages/answer';
import { finishDocument } from '../pages/document';
import { makePage } from '../pages/page';
import { type Handler, type Rendering, render } from './render';

/** How Next marks a document that only its scripts could fill. */
const EMPTY_DOCUMENT = 'id="__next_error__"';

/** It may move again. */
const MOVED = 307;

interface PageMakerOptions {
  readonly handle: Handler;
  readonly readStyles: ReadStyles;
  /** Makes the document at an address, if there is one; Next is not asked then. */
  readonly makeDocument: (path: SitePath) => Promise<Document | MovedDocument | null>;
  /** Changes a finished page before it is compressed, where it is not for a server to send. */
  readonly adapt?: (finished: FinishedHtml, path: SitePath) => FinishedHtml;
}

/**
 * Makes documents, and pages: has them rendered by Next, and finishes them. Next answers `notFound()` and faults
 * by documents that stay empty without scripts, so of those only the meaning is taken.
 */
export function pageMaker({
  handle,
  readStyles,
  makeDocument,
  adapt = (finished) => finished,
}: PageMakerOptions): (path: SitePath) => Promise<Answer> {
  return async (path) => {
    try {
      const { result: document, shown } = await collectShown(() => makeDocument(path));
      if (document !== null && 'moved' in document) {
        return { kind: 'redirect', status: MOVED, location: document.moved };
      }
      if (document !== null) {
        return { kind: 'document', document: await finishDocument(document, shown) };
      }
      const finish = (html: string) => adapt(finishHtml(html, readStyles), path);
      return await answerOf(await render(handle, path), finish);
    } catch (error) {
      console.error(`GET ${loggedPath(path)}:`, error);
      return { kind: 'fault' };
    }
  };
}

async function answerOf(
  rendering: Rendering,
  finish: (html: string) => FinishedHtml,
): Promise<Answer> {
  const { status, location, type, body, shown, outcome } = rendering;
  if (location !== undefined) return { kind: 'redirect', status, location };
  if (status === 404) return { kind: outcome ?? 'missing' };
  if (status >= 500) return { kind: 'fault' };
  if (!type.startsWith('text/html')) return { kind: 'other', status, type, body };
  if (body.includes(EMPTY_DOCUMENT)) return { kind: 'fault' };
  return {
    kind: 'page',
    page: await makePage(finish(body.toString('utf8')), shown),
  };
}
