import { publication } from '@/lib/publishing/publication';
import { dataHeaders, rateDataFor } from '@/lib/publishing/rateData';
import { type Fields, knowsSecret, type Secrets } from '@/lib/publishing/webhook/signature';
import { routes, type SitePath } from '@/lib/site/routes';
import type { Data } from './http/sendData';
import type { LivePublishing } from './publishing/livePublishing';
import { publishStatus } from './publishing/status';
import type { LiveRates } from './rates';

const RATES = `${routes.rates()}/`;

interface DataSources {
  readonly rates: LiveRates;
  readonly live: LivePublishing;
  /** Whoever knows one may know of drafts. */
  readonly secrets: Secrets;
  /** How the server does that instances share; without it nothing is shared. */
  readonly shared?: () => object;
}

/** Finds data by its address: the rates, and how the process and its publishing do. */
export function dataFinder({
  rates,
  live,
  secrets,
  shared,
}: DataSources): (path: SitePath, fields: Fields) => Promise<Data | null> | null {
  return (path, fields) => {
    if (path === routes.health()) return Promise.resolve(health(rates, shared));
    if (path === routes.publishStatus()) return status(live, knowsSecret(fields, secrets));
    if (path === routes.ratesApi() || path.startsWith(RATES)) return rateData(path);
    return null;
  };
}

async function rateData(path: SitePath): Promise<Data | null> {
  const file = rateDataFor(await publication(), path);
  return file && { body: file.body, headers: dataHeaders(file) };
}

async function status(live: LivePublishing, isTold: boolean): Promise<Data> {
  return ownState(publishStatus(await publication(), live, isTold));
}

/** Who asks gets an answer as long as there is one: troubles with rates harm no page. */
function health(rates: LiveRates, shared: DataSources['shared']): Data {
  const others = shared === undefined ? {} : { shared: shared() };
  return ownState({ status: 'ok', rates: rates.health, ...others });
}

function ownState(state: object): Data {
  return {
    body: `${JSON.stringify(state, null, 2)}\n`,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  };
}
