import * as z from 'zod';

const DAY_SECONDS = 86_400;

/** Time between two looks at something, or that nobody looks. */
export const secondsOrOff = z.union([z.literal('off'), z.coerce.number().min(1).max(DAY_SECONDS)], {
  error: `must be "off", or seconds from 1 to ${DAY_SECONDS}`,
});
