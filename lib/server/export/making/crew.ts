import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import { openProcess } from '../../workshops/premises';
import { Workshop } from '../../workshops/workshop';
import { type Made, type MakeOrder, type MakerSetup, type Opened, openMaker } from './maker';
import type { ExportingSetup } from './worker';

/** Makes files, several at once. */
export interface Crew {
  readonly make: (orders: readonly MakeOrder[]) => Promise<Made[]>;
  /** How many calls keep it busy at a time, and how many orders one may have. */
  readonly batches: number;
  readonly largestBatch: number;
  readonly stop: () => Promise<void>;
}

/** Below this number of files, to start processes takes longer than to make them here. */
const FEW = 60;
/** Milliseconds for one batch: pictures of a first export take seconds each. */
const PATIENCE = 10 * 60_000;
const AT_ONCE = 6;
/** Enough that messages cost nothing, few enough that all cores end together. */
const LARGEST_BATCH = 16;

export interface CrewSize {
  /** About how many files there are to make. */
  readonly files: number;
  /** Processes at most; one for each core where it is not said. */
  readonly processes: number | null;
}

/**
 * @param program bundled program that makes files when it is started in a workshop
 * @param opened what this process has open
 */
export function openCrew(
  { files, processes }: CrewSize,
  program: string,
  setup: MakerSetup,
  opened: Opened,
): Promise<Crew> {
  const most = processes ?? availableParallelism();
  return files <= FEW || most === 1
    ? oneself(files <= FEW, setup, opened)
    : several(most, program, setup);
}

async function oneself(
  isShort: boolean,
  setup: MakerSetup,
  { publication, manifest }: Opened,
): Promise<Crew> {
  const opened = { publication: publication.in(setup.environment), manifest };
  const make = openMaker(setup, opened, isShort ? 'meanwhile' : 'waiting');
  const limit = pLimit(AT_ONCE);
  return {
    make: (orders) => Promise.all(orders.map((order) => limit(() => make(order)))),
    // Few are noted one by one, so that none waits for others; many together.
    batches: isShort ? AT_ONCE : 1,
    largestBatch: isShort ? 1 : LARGEST_BATCH,
    stop: async () => undefined,
  };
}

async function several(size: number, program: string, maker: MakerSetup): Promise<Crew> {
  const setup: ExportingSetup = { ...maker, work: 'exporting' };
  const members = await Promise.all(
    Array.from({ length: size }, () =>
      Workshop.open<readonly MakeOrder[], Made[] | null>({
        name: 'exporting process',
        open: openProcess,
        program,
        setup,
        patience: PATIENCE,
        describe: (orders) => orders.map(({ target }) => target.address).join(' '),
        lost: () => null,
      }),
    ),
  );
  // Two batches each: when one is done, the next is there already.
  const free = [...members, ...members];
  return {
    make: async (orders) => {
      const member = free.shift();
      if (member === undefined) throw new Error('More batches were ordered than there is room for');
      const made = await member.ask(orders);
      free.push(member);
      return made ?? orders.map(({ target }) => ({ kind: 'failed', target }) as const);
    },
    batches: free.length,
    largestBatch: LARGEST_BATCH,
    stop: async () => {
      await Promise.all(members.map((member) => member.stop()));
    },
  };
}
