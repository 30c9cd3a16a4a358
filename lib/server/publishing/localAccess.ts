import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const schema = z.object({ pid: z.number(), address: z.url(), token: z.string() });

/** How programs on this machine reach a running server. */
export type LocalAccess = z.output<typeof schema>;

/**
 * Writes down how a server is reached, for those who may read its data folder.
 * @param address scheme, host and port that it listens on
 */
export function grantLocalAccess(dataDir: string, address: string): LocalAccess {
  const access = { pid: process.pid, address, token: randomBytes(24).toString('base64url') };
  const file = pathIn(dataDir);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(access)}\n`, { mode: 0o600 });
  return access;
}

/** Null where no server has been started with this data folder, or its word cannot be read. */
export function readLocalAccess(dataDir: string): LocalAccess | null {
  try {
    return schema.parse(JSON.parse(readFileSync(pathIn(dataDir), 'utf8')));
  } catch {
    // A server that runs has written a sound file; of any other there is nothing to ask.
    return null;
  }
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'server.json');
}
