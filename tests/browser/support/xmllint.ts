import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { canInstall, install, runs } from '@/tests/support/programs';

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

const SCHEMAS = join('tests', 'fixtures', 'sitemaps');

/**
 * What xmllint says of a document; empty where it is well-formed, and what the schema asks for.
 * @param schema of sitemaps, or of their index; none for other documents
 */
export function complaints(xml: string, schema?: 'all' | 'index'): string {
  const options = schema === undefined ? [] : ['--schema', join(SCHEMAS, `${schema}.xsd`)];
  const { status, stderr } = spawnSync(ensureXmllint(), ['--nonet', '--noout', ...options, '-'], {
    input: xml,
    encoding: 'utf8',
  });
  return status === 0 ? '' : stderr;
}
