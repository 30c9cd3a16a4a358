import { join } from 'node:path';
import { canInstall, install, run, runs } from './programs';

/** Files of a certificate that nobody has signed but itself. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/**
 * Makes a certificate for 127.0.0.1 and a host in a folder.
 * @throws Error where there is no openssl and none can be had
 */
export function makeCertificate(folder: string, host = 'localhost'): Certificate {
  if (!runs('openssl', 'version')) {
    if (!canInstall()) {
      throw new Error('Tests of TLS need openssl. Install it with your package manager.');
    }
    install('openssl');
  }
  const certificate = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-days', '2', '-subj', `/CN=${host}`],
    ...['-addext', `subjectAltName=IP:127.0.0.1,DNS:${host}`],
    ...['-keyout', key, '-out', certificate],
  ]);
  return { certificate, key };
}
