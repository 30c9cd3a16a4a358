export interface Ticks {
  readonly values: readonly number[];
  /** Decimals that the values have at most. */
  readonly digits: number;
}

/** Steps that people count in. */
const STEPS = [1, 2, 2.5, 5, 10];
/** More lines than this are no help. */
const MOST = 5;

/** Round values between two, both ends included; of equal ends, that one value. */
export function ticksOf(least: number, most: number): Ticks {
  if (!(most > least)) return { values: [least], digits: 2 };
  const rough = (most - least) / MOST;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((one) => one * power >= rough) ?? 10);
  const digits = Math.max(0, Math.ceil(-Math.log10(step) + (step / power === 2.5 ? 1 : 0)));
  const first = Math.ceil(least / step);
  const last = Math.floor(most / step);
  const values = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    Number(((first + index) * step).toFixed(digits)),
  );
  return { values, digits };
}
