import * as z from 'zod';

/** What one fault did to readers, as its test puts it down. */
export const faultRow = z.object({
  fault: z.string(),
  /** All that readers asked for, before it, during it and after it. */
  requests: z.number(),
  failed: z.number(),
  /** Of the slowest answer, in milliseconds. */
  slowest: z.number(),
  /** How the site came out of it. */
  recovery: z.string(),
  /** Milliseconds until all was as before; null where there was nothing to wait for. */
  milliseconds: z.number().nullable(),
});

export type FaultRow = z.output<typeof faultRow>;
