import type { ServerState } from '@/lib/publishing/serverState';
import type { Environment } from '@/lib/site/environment';
import { loggedPath, type SitePath } from '@/lib/site/routes';
import type { Answer } from '../pages/answer';
import { openThread } from '../workshops/premises';
import { Workshop } from '../workshops/workshop';
import type { RenderingOrder, RenderingSetup } from './worker';

/** Milliseconds for one page; one that ends a thread is tried on another, and its reader waits for both. */
const PATIENCE = 15_000;

export interface RenderingThreadOptions {
  /** Bundled program that runs `work` when it is started as a thread. */
  readonly program: string;
  readonly root: string;
  readonly environment: Environment;
  readonly patience?: number;
}

/**
 * The thread that makes pages. Cached ones are served beside it without waiting for it, and when
 * it ends by a fault only the pages under way are lost.
 */
export class RenderingThread {
  readonly #thread: Workshop<RenderingOrder, Answer>;

  private constructor(thread: Workshop<RenderingOrder, Answer>) {
    this.#thread = thread;
  }

  /** @throws Error where the thread ends before it is ready */
  static async start({
    program,
    root,
    environment,
    patience = PATIENCE,
  }: RenderingThreadOptions): Promise<RenderingThread> {
    const setup: RenderingSetup = { work: 'rendering', root, environment };
    const thread = await Workshop.open<RenderingOrder, Answer>({
      name: 'rendering thread',
      open: openThread,
      program,
      setup,
      patience,
      describe: (order) => (order === 'published' ? order : `GET ${loggedPath(order.path)}`),
      lost: () => ({ kind: 'fault', cause: 'lost' }),
    });
    return new RenderingThread(thread);
  }

  /** Never rejects: what a thread that ended was to make is a fault. */
  async make(path: SitePath, state?: ServerState): Promise<Answer> {
    return withBuffers(await this.#thread.ask(state === undefined ? { path } : { path, state }));
  }

  /** Has the thread take over what was published, before the pages that are ordered from now on. */
  announce(): void {
    this.#thread.tell('published');
  }

  /** Whether it takes orders at once. */
  get isOpen(): boolean {
    return this.#thread.isOpen;
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }
}

/** Between threads, a Buffer becomes a plain array of bytes; connections write Buffers faster. */
function withBuffers(answer: Answer): Answer {
  if (answer.kind === 'document') {
    const { document } = answer;
    const bodies = Object.entries(document.bodies).map(([form, body]) => [form, buffer(body)]);
    return { ...answer, document: { ...document, bodies: Object.fromEntries(bodies) } };
  }
  if (answer.kind !== 'page') return answer;
  const { page } = answer;
  return { ...answer, page: { ...page, brotli: buffer(page.brotli), gzip: buffer(page.gzip) } };
}

function buffer({ buffer: memory, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(memory, byteOffset, byteLength);
}
