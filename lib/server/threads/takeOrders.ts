import { parentPort } from 'node:worker_threads';
import type { Delivery, Parcel } from './workThread';

/**
 * Works off the orders of the thread that serves; to be called in a thread of its own, once it is
 * able to.
 * @param work never rejects
 */
export function takeOrders<Order, Result>(work: (order: Order) => Promise<Result>): void {
  const port = parentPort;
  if (port === null) throw new Error('This part runs in a thread of its own only');
  port.on('message', ({ id, order }: Parcel<Order>) => {
    work(order).then((result) => {
      if (id !== null) port.postMessage({ id, result } satisfies Delivery<Result>);
    });
  });
  port.postMessage({ ready: true } satisfies Delivery<Result>);
}
