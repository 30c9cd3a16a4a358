import { type ExportingSetup, exportOrders } from '../export/making/worker';
import { type PublishingSetup, publishOrders } from '../publishing/worker';
import { type RenderingSetup, renderOrders } from '../rendering/worker';
import { goInside } from './inside';

/** Does what the setup of the workshop says; to be called where `isInside`. */
export async function work(): Promise<void> {
  const inside = await goInside();
  const setup = inside.setup as PublishingSetup | RenderingSetup | ExportingSetup;
  switch (setup.work) {
    case 'rendering':
      return renderOrders(inside, setup);
    case 'publishing':
      return publishOrders(inside, setup);
    case 'exporting':
      return exportOrders(inside, setup);
  }
}
