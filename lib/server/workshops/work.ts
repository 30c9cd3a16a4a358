import { writeLogTo } from '@/lib/log/log';
import { type PublishingSetup, publishOrders } from '../publishing/worker';
import { type RenderingSetup, renderOrders } from '../rendering/worker';
import { goInside } from './inside';
import type { LogDelivery } from './workshop';

/** Does what the setup of the workshop says; to be called where `isInside`. */
export async function work(): Promise<void> {
  const inside = await goInside();
  // The thread that serves writes the one log, so that its lines stay whole.
  writeLogTo((line) => inside.send({ log: line } satisfies LogDelivery));
  const setup = inside.setup as PublishingSetup | RenderingSetup;
  return setup.work === 'rendering' ? renderOrders(inside, setup) : publishOrders(inside, setup);
}
