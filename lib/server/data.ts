import type { IncomingHttpHeaders } from 'node:http';
import { publication } from '@/lib/publishing/publication';
import { dataHeaders, rateDataFor } from '@/lib/publishing/rateData';
import { isSameSecret } from '@/lib/publishing/secrets';
import { routes, type SitePath } from '@/lib/site/routes';
import type { Data } from './http/sendData';
import type { LivePublishing } from './publishing/livePublishing';
import { publishStatus } from './publishing/status';
import type { LiveRates } from './rates';

const RATES = `${routes.rates()}/`;

/** Finds data by its address: the rates, and how the process and its publishing do. */
export function dataFinder(
  rates: LiveRates,
  live: LivePublishing,
): (path: SitePath, headers: IncomingHttpHeaders) => Promise<Data | null> | null {
  return (path, headers) => {
    if (path === routes.health()) return Promise.resolve(health(rates));
    if (path === routes.publishStatus()) return status(live, headers);
    if (path === routes.ratesApi() || path.startsWith(RATES)) return rateData(path);
    return null;
  };
}

async function rateData(path: SitePath): Promise<Data | null> {
  const file = rateDataFor(await publication(), path);
  return file && { body: file.body, headers: dataHeaders(file) };
}

async function status(
  live: LivePublishing,
  { authorization = '' }: IncomingHttpHeaders,
): Promise<Data> {
  const shared = await publication();
  const { secret } = shared.environment.publishing;
  const isTrusted = secret !== null && isSameSecret(authorization, `Bearer ${secret}`);
  return ownState(publishStatus(shared, live, isTrusted));
}

/** Who asks gets an answer as long as there is one: troubles with rates harm no page. */
function health(rates: LiveRates): Data {
  return ownState({ status: 'ok', rates: rates.health });
}

function ownState(state: object): Data {
  return {
    body: `${JSON.stringify(state, null, 2)}\n`,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  };
}
