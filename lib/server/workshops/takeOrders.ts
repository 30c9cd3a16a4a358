import type { Inside } from './inside';
import type { Delivery, Parcel } from './workshop';

/**
 * Works off the orders of the thread that serves; to be called when it can be done.
 * @param work never rejects
 */
export function takeOrders<Order, Result>(
  inside: Inside,
  work: (order: Order) => Promise<Result>,
): void {
  inside.onMessage((message) => {
    const { id, order } = message as Parcel<Order>;
    work(order).then((result) => {
      if (id !== null) inside.send({ id, result } satisfies Delivery<Result>);
    });
  });
  inside.send({ ready: true } satisfies Delivery<Result>);
}
