/** Which defences a control server has; it has none that is not named. */
export interface NaiveOptions {
  /** Keeps pages, and shows old ones in the place of faults. */
  readonly keeps?: boolean;
  /** Bounds heads, waiting and the number of connections. */
  readonly bounds?: boolean;
  /** Takes requests that Node's strict parser refuses. */
  readonly isLenient?: boolean;
  /** Serves pictures too, and only from the files that they were written to. */
  readonly picturesFromFiles?: boolean;
  /** Serves pictures too, and takes a file that was made once to be there for good. */
  readonly remembersFiles?: boolean;
  /** Address that is asked for something before each answer. */
  readonly asksFirst?: string;
  /** Milliseconds that each answer takes. */
  readonly pause?: number;
}

/**
 * What a control server is told while it runs: `reopen` opens the archive's path as a program does that trusts it,
 * `loop` and `exhaust` do in the serving thread what else ends a rendering thread.
 */
export type NaiveOrder = 'reopen' | 'loop' | 'exhaust';
