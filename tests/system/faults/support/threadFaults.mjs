/**
 * Loaded into every thread of a server that is to be tried (NODE_OPTIONS): a rendering thread does what the
 * file of FAULT_FILE says, once, and takes the file away with it. Nothing of the server knows of it.
 */
import { readFileSync, rmSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.FAULT_FILE;

function fault() {
  try {
    const what = readFileSync(file, 'utf8');
    rmSync(file);
    return what;
  } catch {
    return '';
  }
}

if (!isMainThread && file) {
  setInterval(() => {
    const what = fault();
    if (what === 'exit') process.exit(7);
    if (what === 'throw') throw new Error('out of order');
    if (what === 'loop') for (;;);
    if (what === 'exhaust') for (const held = []; ; ) held.push(new Array(1_000_000).fill({}));
  }, 20).unref();
}
