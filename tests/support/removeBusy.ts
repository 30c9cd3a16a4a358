import { rmSync } from 'node:fs';

/** Removes a folder into which a server may be writing at this moment. */
export function removeBusy(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
}
