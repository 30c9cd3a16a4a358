import { workerData } from 'node:worker_threads';
import { type PublishingSetup, publishOrders } from '../publishing/worker';
import { type RenderingSetup, renderOrders } from '../rendering/worker';

/** What a thread of the server does, as its setup says; to be called in a thread of its own. */
export function workInThread(): Promise<void> {
  const { work } = workerData as PublishingSetup | RenderingSetup;
  return work === 'rendering' ? renderOrders() : publishOrders();
}
