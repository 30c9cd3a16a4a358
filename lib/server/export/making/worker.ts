import pLimit from 'p-limit';
import type { Inside } from '../../workshops/inside';
import { takeOrders } from '../../workshops/takeOrders';
import { type Made, type MakeOrder, type MakerSetup, openForMaking, openMaker } from './maker';

export interface ExportingSetup extends MakerSetup {
  readonly work: 'exporting';
}

/** While one file is compressed or written, others are rendered. */
const AT_ONCE = 4;

/** Makes what the process that exports orders; runs in a process of its own. */
export async function exportOrders(inside: Inside, setup: ExportingSetup): Promise<void> {
  const make = openMaker(setup, openForMaking(setup), 'waiting');
  const limit = pLimit(AT_ONCE);
  takeOrders(
    inside,
    (orders: readonly MakeOrder[]): Promise<Made[]> =>
      Promise.all(orders.map((order) => limit(() => make(order)))),
  );
}
