import { canInstall, install, run, runs } from './programs';

/**
 * Makes a certificate for 127.0.0.1, which nobody has signed but itself.
 * @throws Error where there is no openssl and none can be installed
 */
export function makeCertificate(key: string, certificate: string): void {
  if (!runs('openssl', 'version')) {
    if (!canInstall()) {
      throw new Error('Tests of TLS need openssl. Install it with your package manager.');
    }
    install('openssl');
  }
  run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-days', '2', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'],
    ...['-keyout', key, '-out', certificate],
  ]);
}
