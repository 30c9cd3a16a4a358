/**
 * The point of interest as `X-Y` in steps of a quarter, e.g. `50-25`: there are no style
 * attributes, so that the style sheet needs a rule for each step. Undefined in the middle, where
 * crops are centred anyway.
 * @param focus from 0 to 1 in each direction, from the upper left
 */
export function focusStep(focus: readonly [x: number, y: number] | null): string | undefined {
  if (!focus) return undefined;
  const step = focus.map((share) => Math.round(share * 4) * 25).join('-');
  return step === '50-50' ? undefined : step;
}
