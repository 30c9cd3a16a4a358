import { canInstall, install, runs } from './programs';

/** Thrown where no xmllint can be had; the message says how to get one. */
export class XmllintMissing extends Error {
  override readonly name = 'XmllintMissing';
}

const ADVICE =
  'The check of sitemaps needs xmllint (libxml2). Install it with the package manager of your ' +
  'system, or name the program in XMLLINT_PATH.';

/**
 * Name of an xmllint that runs: the one of XMLLINT_PATH or the system's. Installs one where there is
 * none.
 * @throws XmllintMissing where XMLLINT_PATH names no working program, or installing failed
 */
export function ensureXmllint(): string {
  const named = process.env.XMLLINT_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new XmllintMissing(`XMLLINT_PATH is "${named}", which is no xmllint that runs.`);
  }
  if (runs('xmllint')) return 'xmllint';
  if (!canInstall()) throw new XmllintMissing(ADVICE);
  console.error('No xmllint found: installing one for the check of sitemaps ...');
  try {
    install('libxml2-utils');
  } catch (error) {
    throw new XmllintMissing(`${error instanceof Error ? error.message : error} ${ADVICE}`);
  }
  return 'xmllint';
}
