/** `npm run test:faults` runs all faults for longer and more often; CI runs the short form of each. */
export const IS_LONG = process.env.FAULTS === 'long';

/** A number for either form. */
export function either<Value>(short: Value, long: Value): Value {
  return IS_LONG ? long : short;
}
