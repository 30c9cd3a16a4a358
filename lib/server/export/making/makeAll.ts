import type { Crew } from './crew';
import type { Made, MakeOrder } from './maker';

/**
 * Has a crew make everything of a queue, which may grow meanwhile.
 * @param onMade told of each batch; what it adds to the queue is made too
 */
export async function makeAll(
  crew: Crew,
  queue: MakeOrder[],
  onMade: (made: readonly Made[]) => void,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  for (;;) {
    while (queue.length > 0 && underWay.size < crew.batches) {
      const size = Math.ceil(queue.length / (crew.batches * 4));
      const batch = queue.splice(0, Math.min(crew.largestBatch, Math.max(1, size)));
      const done: Promise<void> = crew.make(batch).then((made) => {
        underWay.delete(done);
        onMade(made);
      });
      underWay.add(done);
    }
    if (underWay.size === 0) return;
    await Promise.race(underWay);
  }
}
