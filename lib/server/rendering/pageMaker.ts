import type { Document, MovedDocument } from '@/lib/discovery/document';
import { log } from '@/lib/log/log';
import { collectOutcome } from '@/lib/publishing/outcome';
import { collectShown } from '@/lib/publishing/shown';
import { loggedPath, type SitePath } from '@/lib/site/routes';
import type { RenderPage } from '../app/appRenderer';
import { type FinishedHtml, finishHtml } from '../finish/finishHtml';
import type { ReadStyles } from '../finish/styleFiles';
import type { Answer } from '../pages/answer';
import { finishDocument } from '../pages/document';
import { makePage } from '../pages/page';

/** It may move again. */
const MOVED = 307;

interface PageMakerOptions {
  readonly renderPage: RenderPage;
  readonly readStyles: ReadStyles;
  /** Makes the document at an address, if there is one; no page is asked for then. */
  readonly makeDocument: (path: SitePath) => Promise<Document | MovedDocument | null>;
  /** Changes a finished page before it is compressed, where it is not for a server to send. */
  readonly adapt?: (finished: FinishedHtml, path: SitePath) => FinishedHtml;
}

/** Makes documents, and pages: has them rendered, and finishes them. What cannot be made is logged, and a fault. */
export function pageMaker({
  renderPage,
  readStyles,
  makeDocument,
  adapt = (finished) => finished,
}: PageMakerOptions): (path: SitePath) => Promise<Answer> {
  async function make(path: SitePath): Promise<Answer> {
    const { result: document, shown } = await collectShown(() => makeDocument(path));
    if (document === null) return makeAnswer(path);
    if ('moved' in document) return { kind: 'redirect', status: MOVED, location: document.moved };
    return { kind: 'document', document: await finishDocument(document, shown) };
  }

  async function makeAnswer(path: SitePath): Promise<Answer> {
    const { result: made, outcome } = await collectOutcome(() =>
      collectShown(() => renderPage(path)),
    );
    const { result: rendered, shown } = made;
    if (rendered.kind === 'missing') return { kind: outcome ?? 'missing' };
    if (rendered.kind === 'redirect') return rendered;
    const finished = adapt(finishHtml(rendered.html, readStyles), path);
    return { kind: 'page', page: await makePage(finished, shown) };
  }

  return async (path) => {
    try {
      return await make(path);
    } catch (error) {
      log.error(`GET ${loggedPath(path)}`, { error });
      return { kind: 'fault' };
    }
  };
}
