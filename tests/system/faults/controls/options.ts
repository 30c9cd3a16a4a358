/** Which defences a control server has; it has none that is not named. */
export interface NaiveOptions {
  /** Keeps pages, and shows old ones in the place of faults. */
  readonly keeps?: boolean;
  /** Bounds heads, waiting and the number of connections. */
  readonly bounds?: boolean;
  /** Takes requests that Node's strict parser refuses. */
  readonly isLenient?: boolean;
  /** Milliseconds that each answer takes. */
  readonly pause?: number;
}

/**
 * What a control server is told while it runs: `reopen` opens the archive's path as a program does that trusts it,
 * `loop` and `exhaust` do in the serving thread what else ends a rendering thread.
 */
export type NaiveOrder = 'reopen' | 'loop' | 'exhaust';
