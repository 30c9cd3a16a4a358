import type { Islands } from '@/lib/islands/names';

/** What the build made of the islands; next.config.ts writes it in here. */
export function islands(): Islands {
  const built = process.env.ISLANDS;
  if (built === undefined) throw new Error('next.config.ts has not bundled the islands');
  return JSON.parse(built) as Islands;
}
