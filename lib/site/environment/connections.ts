import * as z from 'zod';

export const connectionsSchema = {
  MAX_CONNECTIONS: z.coerce.number().int().min(16).max(1_000_000).default(20_000),
};

/** How many connections the server holds at a time. */
export interface ConnectionsEnvironment {
  /** Never more than the system lets the process open. */
  readonly most: number;
}

export function connectionsEnvironment(read: {
  readonly MAX_CONNECTIONS: number;
}): ConnectionsEnvironment {
  return { most: read.MAX_CONNECTIONS };
}
