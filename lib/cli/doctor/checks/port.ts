import { createServer } from 'node:net';
import { readLocalAccess } from '@/lib/server/publishing/localAccess';
import type { Environment } from '@/lib/site/environment';
import { routes } from '@/lib/site/routes';
import { type Check, error, type Finding, ok, reason, warning } from '../finding';

const PATIENCE = 5_000;

export const port: Check = {
  name: 'server',
  run: async ({ environment }) => {
    const running = await askOwn(environment);
    return [running ?? (await judgePort(environment))];
  },
};

/** Null where the server of this data folder does not run. */
async function askOwn({ dataDir }: Environment): Promise<Finding | null> {
  const access = readLocalAccess(dataDir);
  if (access === null) return null;
  const ask = (path: string, headers = {}) =>
    fetch(access.address + path, { headers, signal: AbortSignal.timeout(PATIENCE) });
  try {
    // Another server may have the port by now; this one knows its own token.
    const headers = { authorization: `Bearer ${access.token}` };
    const status: unknown = await (await ask(routes.publishStatus(), headers)).json();
    const isOurs = typeof status === 'object' && status !== null && 'source' in status;
    if (!isOurs) return null;
    const ready = await ask(routes.readiness());
    if (ready.ok) return ok(`The server runs at ${access.address}, and is ready.`);
    const { reasons } = (await ready.json()) as { reasons: readonly string[] };
    return error(
      `The server runs at ${access.address}, and is not ready: ${reasons.join(' ')}`,
      'See its log; a restart makes anew what can be made anew.',
    );
  } catch (thrown) {
    // Nobody listens, or somebody who speaks of other things.
    if (!(thrown instanceof Error) || thrown.name !== 'TimeoutError') return null;
    return error(
      `The server at ${access.address} does not answer within ${PATIENCE / 1000} s.`,
      'See its log, and restart it.',
    );
  }
}

function judgePort({ host, port: number }: Environment): Promise<Finding> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (thrown: NodeJS.ErrnoException) => resolve(judgeFailure(thrown, number)));
    probe.listen({ port: number, ...(host === undefined ? {} : { host }) }, () => {
      const found = `The server does not run; port ${number} is free for it.`;
      probe.close(() => resolve(warning(found, 'Start it: npm start.')));
    });
  });
}

function judgeFailure(thrown: NodeJS.ErrnoException, number: number): Finding {
  switch (thrown.code) {
    case 'EADDRINUSE':
      return error(
        `Port ${number} is taken by another program, or by a server with another DATA_DIR.`,
        'Stop it, or set PORT to another number.',
      );
    case 'EACCES':
      return error(
        `Port ${number} may not be listened on by this user.`,
        'Set PORT to 1024 or more, and put a proxy in front.',
      );
    default:
      return error(`HOST and PORT cannot be listened on (${reason(thrown)}).`, 'Correct HOST.');
  }
}
