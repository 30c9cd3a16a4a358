import { routes } from '@/lib/site/routes';
import { type Check, error, type Finding, ok, reason, warning } from '../finding';

/** Milliseconds for the site to answer. */
const PATIENCE = 10_000;
const SECOND = 1_000;

export const siteUrl: Check = {
  name: 'address',
  run: async ({ environment }) => {
    const { siteUrl: address } = environment;
    const { protocol, hostname } = new URL(address);
    if (isHere(hostname)) {
      return [
        warning(
          `SITE_URL is ${address}: canonical links and feeds lead to this machine.`,
          'Set SITE_URL to the address that readers type, such as https://news.example.',
        ),
      ];
    }
    const plain =
      protocol === 'https:'
        ? []
        : [
            warning(
              `SITE_URL is ${address}, without encryption.`,
              'Put a proxy with a certificate in front, and set SITE_URL to https://...',
            ),
          ];
    return [...plain, ...(await askSite(address))];
  },
};

/** What the site says at its public address. */
export async function askSite(address: string): Promise<Finding[]> {
  const ask = (path: string) =>
    fetch(address + path, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
  let health: Response;
  try {
    health = await ask(routes.health());
  } catch (thrown) {
    return [
      warning(
        `${address} cannot be reached from here (${reason(thrown)}).`,
        'Where readers reach it, nothing is to be done; otherwise check the name, the proxy and the firewall.',
      ),
    ];
  }
  if (health.status >= 300 && health.status < 400) {
    return [
      error(
        `${address} leads on to ${health.headers.get('location')}.`,
        'Set SITE_URL to the address at which readers arrive.',
      ),
    ];
  }
  const state: unknown = await health.json().catch(() => null);
  if (typeof state !== 'object' || state === null || !('rates' in state)) {
    return [
      error(
        `${address} is answered by something else than this program (${routes.health()}: ${health.status}).`,
        'Set SITE_URL to the address of this site, or have the proxy pass requests on to it.',
      ),
    ];
  }
  const metrics = await ask(routes.metrics());
  const date = health.headers.get('date');
  return [
    ok(`${address} is answered by this program.`),
    ...(date === null ? [] : [judgeClock(Date.now() - Date.parse(date))]),
    ...(metrics.ok
      ? [
          error(
            `Anybody can read ${address}${routes.metrics()}, or this machine through the proxy.`,
            'Set TRUSTED_PROXIES to the proxy, and have it send X-Forwarded-For.',
          ),
        ]
      : []),
  ];
}

/**
 * @param difference milliseconds by which this machine's clock is ahead of the one that answered. Dates of
 *   HTTP have seconds alone, and a proxy of the same machine has the same clock.
 */
export function judgeClock(difference: number): Finding {
  const seconds = Math.round(Math.abs(difference) / SECOND);
  if (seconds <= 5) return ok('The clock agrees with the one that answered.');
  const found = `The clock differs by ${seconds} s from the one that answered.`;
  const mend = 'Have the clock set over the network (timedatectl set-ntp true).';
  return seconds > 60 ? error(found, mend) : warning(found, mend);
}

function isHere(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
