import * as z from 'zod';

/** Below this, a secret can be found by trying. */
const SHORTEST_SECRET = 16;

export const secret = z
  .string()
  .min(SHORTEST_SECRET, { error: `must have at least ${SHORTEST_SECRET} characters` })
  .optional();
