import { parentPort, workerData } from 'node:worker_threads';
import { Publication, sharePublication } from '@/lib/publishing/publication';
import type { Environment } from '@/lib/site/environment';
import type { SitePath } from '@/lib/site/routes';
import type { Answer } from '../pages/answer';
import { pageMaker } from './pageMaker';

export interface RenderingSetup {
  /** Folder of the built site. */
  readonly root: string;
  readonly environment: Environment;
}

export interface Order {
  readonly id: number;
  readonly path: SitePath;
}

export type Delivery = { readonly ready: true } | { readonly id: number; readonly answer: Answer };

/** Renders what the thread that serves orders; runs in a thread of its own. */
export async function renderOrders(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('This part runs in a thread of its own only');
  const { root, environment } = workerData as RenderingSetup;
  sharePublication(Publication.open(environment));
  const { port: number, host } = environment;
  // Loaded here alone: Next changes globals and slows every promise of the thread that it is in.
  const { default: next } = await import('next');
  const app = next({
    dev: false,
    dir: root,
    port: number,
    ...(host === undefined ? {} : { hostname: host }),
  });
  await app.prepare();
  const make = pageMaker(app.getRequestHandler());
  const deliver = (delivery: Delivery): void => port.postMessage(delivery);
  port.on('message', ({ id, path }: Order) => {
    make(path).then((answer) => deliver({ id, answer }));
  });
  deliver({ ready: true });
}
