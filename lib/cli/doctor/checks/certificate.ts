import { isIP } from 'node:net';
import { connect, type PeerCertificate } from 'node:tls';
import { type Check, error, type Finding, ok, reason, warning } from '../finding';

const PATIENCE = 10_000;
const DAY = 86_400_000;
/** Certificates of Let's Encrypt are renewed 30 days before their end; two weeks before, something is wrong. */
const SOON = 14 * DAY;

export const certificate: Check = {
  name: 'certificate',
  run: async ({ environment: { siteUrl } }) => {
    const { protocol, hostname, port } = new URL(siteUrl);
    if (protocol !== 'https:') return [ok('SITE_URL needs no certificate.')];
    return [await askCertificate(hostname, port === '' ? 443 : Number(port))];
  },
};

/** Asks a server for its certificate, as a browser would. */
export function askCertificate(host: string, port: number): Promise<Finding> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, ...(isIP(host) === 0 && { servername: host }) }, () => {
      resolve(judgeCertificate(socket.getPeerCertificate(), Date.now()));
      socket.destroy();
    });
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error('no answer in time')));
    socket.once('error', (thrown: NodeJS.ErrnoException) => {
      const isCertificate = /CERT|SIGNED|ALTNAME|UNABLE_TO/.test(thrown.code ?? '');
      const said = `the certificate of ${host}`;
      resolve(
        isCertificate
          ? error(
              `Browsers refuse ${said} (${reason(thrown)}).`,
              'Renew it, or have the proxy send the whole chain.',
            )
          : warning(
              `Nothing is known of ${said} (${reason(thrown)}).`,
              'Look at it from where readers are.',
            ),
      );
    });
  });
}

/** @param now milliseconds since 1970 */
export function judgeCertificate(
  { valid_to }: Pick<PeerCertificate, 'valid_to'>,
  now: number,
): Finding {
  const left = Date.parse(valid_to) - now;
  const days = Math.floor(left / DAY);
  if (left < 0) return error('The certificate has run out.', 'Renew it.');
  if (left < SOON) {
    return warning(
      `The certificate runs out in ${days} days.`,
      'Renew it; see why that does not happen by itself.',
    );
  }
  return ok(`The certificate is good for ${days} days.`);
}
