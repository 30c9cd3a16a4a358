import { join } from 'node:path';
import { ensureProgram } from './ensureProgram';
import { run } from './programs';

/** Files of a certificate that nobody has signed but itself. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/**
 * Name of an openssl that runs, installed where there is none.
 * @throws Error that says how to get one
 */
export function ensureOpenssl(): string {
  return ensureProgram({
    program: 'openssl',
    parameter: 'version',
    variable: 'OPENSSL_PATH',
    debianPackage: 'openssl',
    whoNeedsIt: 'Tests of TLS',
  });
}

/**
 * Makes a certificate for 127.0.0.1 and a host in a folder.
 * @throws Error where there is no openssl and none can be had
 */
export function makeCertificate(folder: string, host = 'localhost'): Certificate {
  const openssl = ensureOpenssl();
  const certificate = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  run(openssl, [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-days', '2', '-subj', `/CN=${host}`],
    ...['-addext', `subjectAltName=IP:127.0.0.1,DNS:${host}`],
    ...['-keyout', key, '-out', certificate],
  ]);
  return { certificate, key };
}
