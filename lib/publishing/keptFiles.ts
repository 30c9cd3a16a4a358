import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { log } from '@/lib/log/log';

/**
 * What is in a file of a folder; where there is none, it is made, and kept for the next time. A folder
 * that cannot be written only costs the making again.
 * @param name of the file; it has to name the content too
 */
export async function keptFile(
  folder: string,
  name: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const file = join(folder, name);
  if (existsSync(file)) return readFile(file);
  const made = await make();
  const unfinished = join(folder, `${randomUUID()}.part`);
  try {
    await mkdir(folder, { recursive: true });
    // Under another name first: a process that ends half-way leaves no half file behind.
    await writeFile(unfinished, made, { flush: true });
    await rename(unfinished, file);
  } catch (error) {
    log.error(`The folder ${folder} takes no files`, { error });
    await rm(unfinished, { force: true });
  }
  return made;
}
