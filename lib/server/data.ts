import { publication } from '@/lib/publishing/publication';
import { dataHeaders, rateDataFor } from '@/lib/publishing/rateData';
import { routes, type SitePath } from '@/lib/site/routes';
import type { Data } from './http/sendData';
import type { LiveRates } from './rates';

const RATES = `${routes.rates()}/`;

/** Finds data by its address: the rates, and how the process does. */
export function dataFinder(rates: LiveRates): (path: SitePath) => Promise<Data | null> | null {
  return (path) => {
    if (path === routes.health()) return Promise.resolve(health(rates));
    if (path === routes.ratesApi() || path.startsWith(RATES)) return rateData(path);
    return null;
  };
}

async function rateData(path: SitePath): Promise<Data | null> {
  const file = rateDataFor(await publication(), path);
  return file && { body: file.body, headers: dataHeaders(file) };
}

/** Who asks gets an answer as long as there is one: troubles with rates harm no page. */
function health(rates: LiveRates): Data {
  const body = `${JSON.stringify({ status: 'ok', rates: rates.health }, null, 2)}\n`;
  return {
    body,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  };
}
