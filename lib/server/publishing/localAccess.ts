import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { routes } from '@/lib/site/routes';

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

/** Milliseconds; a server that says nothing for longer is there all the same. */
const PATIENCE = 2_000;

/** The server that runs with this data folder; null where the one that was started with it has ended. */
export async function runningServer(dataDir: string): Promise<LocalAccess | null> {
  const access = readLocalAccess(dataDir);
  if (access === null || access.pid === process.pid || !isRunning(access.pid)) return null;
  try {
    const { status } = await fetch(access.address + routes.publishStatus(), {
      headers: { authorization: `Bearer ${access.token}` },
      signal: AbortSignal.timeout(PATIENCE),
    });
    // Another program may have the number of the process, and another the port; neither knows the address.
    return status === 200 ? access : null;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? access : null;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is one too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function pathIn(dataDir: string): string {
  return join(dataDir, 'server.json');
}
